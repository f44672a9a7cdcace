import path from 'node:path';
import type { Diagnosis } from '../../shared/finding.ts';
import type { Goal } from '../../shared/goal.ts';
import { message } from '../../shared/messages/index.ts';
import type { Session } from '../../shared/session.ts';
import { fail } from '../../shared/problem.ts';
import { writeBundle } from './bundle/make-bundle.ts';
import type { EngineOptions, Known } from './create-engine.ts';
import { refineFacts, toDiagnosis } from './diagnosis/diagnose.ts';
import { find } from './discovery/find.ts';
import type { HostOptions } from './engine.ts';
import { gatherStaticFacts, type Target } from './inspection/gather-static-facts.ts';
import type { OperationContext, OperationEnd } from './operation-runner.ts';
import type { openMemory } from './memory.ts';
import { makePlan } from './planning/make-plan.ts';
import { lockEnvironment } from './repair/environment-lock.ts';
import { fix as runFix } from './repair/fix.ts';
import { interruptedRepairs } from './repair/prepare.ts';
import { rollBack } from './repair/roll-back.ts';
import { listSnapshots } from './repair/snapshot-store.ts';
import type { openSettings } from './settings-store.ts';
import type { StatePaths } from './state-paths.ts';
import type { Targets } from './targets.ts';
import { throttled } from './throttled.ts';
import { verificationOf } from './verification/verify.ts';

export type JobOptions = EngineOptions & {
  paths: StatePaths;
  settings: Awaited<ReturnType<typeof openSettings>>;
  targets: Targets;
  memory: Awaited<ReturnType<typeof openMemory>>;
  plans: Map<string, Known>;
  bundles: Map<string, string>;
  session: () => Session;
};

/** One function for each kind of operation: what it does between its start and its end. */
export function createJobs(options: JobOptions) {
  const { system, paths, targets, settings, plans, bundles, memory } = options;

  async function findJob(
    context: OperationContext<'find'>,
    folder: string | null,
    host: HostOptions,
  ): Promise<OperationEnd> {
    if (folder !== null) await settings.addFolder(await folderOf(folder));
    const remembered = host.onlyRoots === true ? [] : settings.folders();
    const found = await context.step('search', () =>
      find(system, {
        roots: [...(host.roots ?? []), ...remembered],
        onlyRoots: host.onlyRoots === true,
        signal: context.signal,
        onFolder: throttled((where, count) => {
          context.progress('search', message('progress.searching', { folder: where, count }));
        }),
      }),
    );
    if (context.signal.aborted) fail('cancelled');
    targets.remember(found);
    // A search of one folder only is a question, not the picture of this machine.
    if (host.onlyRoots !== true) await memory.keepFound(found);
    return { result: { kind: 'find', found: { ...found, lastResults: memory.lastResults() } } };
  }

  /** A dropped start script means the folder that it lies in. */
  async function folderOf(location: string): Promise<string> {
    const info = await system.files.info(location);
    return info?.kind === 'file' ? path.dirname(location) : location;
  }

  /** The steps that diagnose, plan and verify begin with. Engine time only, not what a caller adds. */
  async function look<K extends 'diagnose' | 'plan' | 'verify'>(
    context: OperationContext<K>,
    target: Target,
    live: boolean,
  ): Promise<Diagnosis> {
    const begin = performance.now();
    const files = await context.step('inspect', () => gatherStaticFacts(system, target));
    const facts = live
      ? await context.step('probe', () => {
          context.progress('probe', message('progress.asking-python'));
          return refineFacts(system, target, files, {
            signal: context.signal,
            onLine: (line) => {
              context.log('probe', line);
            },
          });
        })
      : files;
    return toDiagnosis(target, facts, performance.now() - begin);
  }

  async function diagnoseJob(
    context: OperationContext<'diagnose'>,
    targetId: string,
    live: boolean,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const diagnosis = await look(context, target, live);
    await context.step('judge', () => {
      for (const finding of diagnosis.findings) context.finding(finding);
      return Promise.resolve();
    });
    await memory.keepResult(targetId, diagnosis.verdict, options.clock());
    const pending = await interruptedRepairs(system, paths, target.environment.id);
    const problem =
      pending.length > 0 ? { code: 'interrupted-repair' as const } : diagnosis.problem;
    return {
      result: {
        kind: 'diagnose',
        diagnosis: { ...diagnosis, problem },
        snapshots: await snapshotsOf(target),
      },
    };
  }

  async function planJob(
    context: OperationContext<'plan'>,
    targetId: string,
    goal: Goal,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const diagnosis = await look(context, target, true);
    const plan = await context.step('resolve', () => {
      context.progress('resolve', message('progress.resolving'));
      return makePlan(system, diagnosis, goal, {
        signal: context.signal,
        onLine: (line) => {
          context.log('resolve', line);
        },
      });
    });
    plans.set(plan.id, { plan, diagnosis });
    return { result: { kind: 'plan', plan } };
  }

  async function fixJob(context: OperationContext<'fix'>, known: Known): Promise<OperationEnd> {
    const { plan, diagnosis } = known;
    const target = await targets.target(plan.targetId);
    const release = await lockEnvironment(system, paths.lock(plan.environmentId), options.clock());
    try {
      return await runFix({
        system,
        paths,
        now: options.clock,
        newId: options.newId,
        target,
        plan,
        before: diagnosis,
        context,
      });
    } finally {
      await release();
    }
  }

  async function verifyJob(
    context: OperationContext<'verify'>,
    targetId: string,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const diagnosis = await look(context, target, true);
    const verification = await context.step('climb', () =>
      Promise.resolve(verificationOf(diagnosis)),
    );
    return { result: { kind: 'verify', verification } };
  }

  async function rollbackJob(
    context: OperationContext<'rollback'>,
    targetId: string,
    snapshotId: string | null,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const release = await lockEnvironment(
      system,
      paths.lock(target.environment.id),
      options.clock(),
    );
    try {
      return await rollBack({ system, paths, now: options.clock, target, snapshotId, context });
    } finally {
      await release();
    }
  }

  async function bundleJob(
    context: OperationContext<'bundle'>,
    targetId: string,
    file: string | null,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    const diagnosis = await context.step('collect', async () => {
      const known = options.session().diagnosis;
      if (known?.targetId === targetId) return known;
      const files = await gatherStaticFacts(system, target);
      const facts = await refineFacts(system, target, files, { signal: context.signal });
      return toDiagnosis(target, facts, 0);
    });
    const { verification, fix } = options.session();
    const at = options.clock().toISOString();
    const name = `attention-doctor-${at.replace(/[:.]/g, '-')}.zip`;
    const bundleId = options.newId();
    const to = file ?? path.join(paths.bundles, name);
    const bundle = await context.step('write', async () =>
      writeBundle(
        system,
        {
          version: options.version,
          at,
          diagnosis,
          verification:
            verification?.targetId === targetId ? verification : verificationOf(diagnosis),
          fix: fix?.plan.targetId === targetId ? fix : null,
          snapshots: await snapshotsOf(target),
          log: await recentLog(),
        },
        bundleId,
        to,
      ),
    );
    bundles.set(bundleId, to);
    return { result: { kind: 'bundle', bundle } };
  }

  async function recentLog(): Promise<string[]> {
    const text = (await system.files.readText(paths.log)) ?? '';
    return text.split('\n').slice(-5000);
  }

  function snapshotsOf(target: Target) {
    return listSnapshots(system, paths.snapshots(target.environment.id));
  }

  return {
    find: findJob,
    diagnose: diagnoseJob,
    plan: planJob,
    fix: fixJob,
    verify: verifyJob,
    rollback: rollbackJob,
    bundle: bundleJob,
  };
}
