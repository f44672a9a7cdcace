import path from 'node:path';
import { message } from '../../../shared/messages/index.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Plan } from '../../../shared/plan.ts';
import { ProblemError, toProblem, type Problem } from '../../../shared/problem.ts';
import type { FixResult } from '../../../shared/report.ts';
import type { Verification } from '../../../shared/verification.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { readableBytes } from '../readable-bytes.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import type { OperationContext, OperationEnd } from '../operation-runner.ts';
import type { StatePaths } from '../state-paths.ts';
import type { System } from '../system.ts';
import { verificationOf } from '../verification/verify.ts';
import { checkResult } from './check-result.ts';
import { download } from './download.ts';
import { installWheels } from './install-wheels.ts';
import {
  interruptedRepairs,
  recover,
  requireNotRunning,
  requireSpace,
  requireUnchanged,
} from './prepare.ts';
import { restoreTree } from './restore.ts';
import { listSnapshots, writeManifest, type Manifest } from './snapshot-store.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { readTree } from './tree.ts';
import { wheelTargets } from './wheel-targets.ts';

export type Repair = {
  system: System;
  paths: StatePaths;
  now: () => Date;
  newId: () => string;
  target: Target;
  plan: Plan;
  before: Diagnosis;
  context: OperationContext<'fix'>;
};

type Applied = { after: Diagnosis; verification: Verification };

/**
 * Snapshot, act, verify, keep or undo. The caller holds the lock. A Problem before anything
 * was changed by us is thrown; from the download on the answer says what became of it.
 */
export async function fix(repair: Repair): Promise<OperationEnd> {
  const { system, plan, before, context, paths } = repair;
  const log: string[] = [];
  await context.step('prepare', () => prepare(repair));
  if (plan.actions.length === 0) return end(repair, { outcome: 'nothing-to-do', log });
  const staging = path.join(paths.staging, repair.newId());
  let manifest: Manifest | null = null;
  const watch = (step: 'download' | 'install') => ({
    signal: context.signal,
    onLine: (line: { stream: 'stdout' | 'stderr' | 'command'; text: string }) => {
      log.push(line.text);
      context.log(step, line);
    },
  });
  try {
    const wheels = await context.step('download', () =>
      download(system, before, plan, staging, {
        ...watch('download'),
        onProgress: (name, done, total) => {
          tellDownload(context, name, done, total);
        },
      }),
    );
    manifest = await context.step('snapshot', () => snapshot(repair, wheels));
    const { id } = manifest;
    await context.step('install', () => {
      const names = plan.changes.map((change) => change.name).join(', ');
      context.progress('install', message('progress.installing', { names }));
      return installWheels(system, before, plan, staging, watch('install'));
    });
    const applied = await context.step('verify', () => verify(repair));
    await keep(repair, manifest);
    return await end(repair, { outcome: 'fixed', log, snapshotId: id, ...applied });
  } catch (error) {
    const problem = causeOf(error, context.signal);
    return await undo(repair, manifest, problem, log);
  } finally {
    await system.files.remove(staging).catch(() => undefined);
  }
}

async function prepare(repair: Repair): Promise<void> {
  const { system, paths, plan, target, before, context } = repair;
  await requireNotRunning(system, target);
  for (const manifest of await interruptedRepairs(system, paths, plan.environmentId)) {
    context.progress('prepare', message('progress.recovering'));
    await recover(system, paths, manifest, repair.now());
  }
  await requireUnchanged(system, target, plan, before);
  await requireSpace(system, paths, plan);
}

async function snapshot(repair: Repair, wheels: string[]): Promise<Manifest> {
  const { system, paths, plan, before, context } = repair;
  const sitePackages = before.facts.interpreter.sitePackages[0] ?? '';
  const targets = await wheelTargets(system, before.environment, wheels, sitePackages);
  return takeSnapshot(system, before.facts, plan, {
    folder: paths.snapshots(plan.environmentId),
    id: repair.newId(),
    at: repair.now(),
    targets,
    signal: context.signal,
    onCount: (count) => {
      context.progress('snapshot', message('progress.saving', { count }));
    },
  });
}

async function verify(repair: Repair): Promise<Applied> {
  const { system, target, plan, before, context } = repair;
  context.progress('verify', message('progress.asking-python'));
  const after = await diagnose(system, target, { live: true, signal: context.signal });
  const verification = verificationOf(after);
  checkResult(plan, before, after, verification.rungs);
  return { after, verification };
}

/** Notes what came in, so that it can be taken out later without touching what others add. */
async function keep(repair: Repair, manifest: Manifest): Promise<void> {
  const before = new Set(manifest.before.map(([location]) => location));
  const after = await readTree(repair.system, manifest.roots);
  const added = [...after.keys()].filter((location) => !before.has(location));
  const folder = repair.paths.snapshots(manifest.environmentId);
  await writeManifest(repair.system, folder, { ...manifest, state: 'kept', added });
}

async function undo(
  repair: Repair,
  manifest: Manifest | null,
  problem: Problem,
  log: string[],
): Promise<OperationEnd> {
  const { system, paths, context } = repair;
  const cancelled = problem.code === 'cancelled';
  if (manifest) {
    const { environmentId } = manifest;
    const noted = manifest;
    try {
      await context.step('undo', async () => {
        context.progress('undo', message('progress.restoring', { count: noted.saved.length }));
        await restoreTree(system, paths.snapshots(environmentId), noted, () => true);
        const restored = {
          ...noted,
          state: 'restored' as const,
          restoredAt: repair.now().toISOString(),
        };
        await writeManifest(system, paths.snapshots(environmentId), restored);
      });
    } catch (error) {
      const failed = toProblem(error);
      return end(repair, {
        outcome: 'needs-attention',
        log,
        problem: failed,
        snapshotId: noted.id,
      });
    }
  }
  return end(repair, { outcome: cancelled ? 'cancelled' : 'undone', log, problem });
}

async function end(
  repair: Repair,
  told: Pick<FixResult, 'outcome' | 'log'> & Partial<FixResult>,
): Promise<OperationEnd> {
  const { plan, before, system, paths } = repair;
  const fixResult: FixResult = {
    plan,
    before,
    after: null,
    verification: null,
    changes: told.outcome === 'fixed' ? plan.changes : [],
    snapshotId: null,
    problem: null,
    ...told,
  };
  const snapshots = await listSnapshots(system, paths.snapshots(plan.environmentId));
  const good = told.outcome === 'fixed' || told.outcome === 'nothing-to-do';
  return {
    outcome: good ? 'succeeded' : told.outcome === 'cancelled' ? 'cancelled' : 'failed',
    problem: told.problem ?? null,
    result: { kind: 'fix', fix: fixResult, snapshots },
  };
}

function causeOf(error: unknown, signal: AbortSignal): Problem {
  if (signal.aborted) return { code: 'cancelled' };
  return error instanceof ProblemError ? error.problem : toProblem(error);
}

function tellDownload(
  context: OperationContext<'fix'>,
  name: string,
  done: number,
  total: number | null,
): void {
  const params = { name, done: readableBytes(done) };
  if (total === null) context.progress('download', message('progress.downloading-unknown', params));
  else
    context.progress(
      'download',
      message('progress.downloading', { ...params, total: readableBytes(total) }),
      total === 0 ? null : done / total,
    );
}
