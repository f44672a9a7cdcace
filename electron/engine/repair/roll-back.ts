import type { Diagnosis } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Change } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { OperationContext, OperationEnd } from '../operation-runner.ts';
import type { StatePaths } from '../state-paths.ts';
import type { System } from '../system.ts';
import { requireChangeable } from './preconditions.ts';
import { recover, requireNotRunning } from './prepare.ts';
import { undoKept } from './restore.ts';
import { listSnapshots, readManifests, writeManifest, type Manifest } from './snapshot-store.ts';

export type Rollback = {
  system: System;
  paths: StatePaths;
  now: () => Date;
  target: Target;
  snapshotId: string | null;
  context: OperationContext<'rollback'>;
};

/**
 * Back to the state before a snapshot's repair: that repair and every later one is undone,
 * newest first. Needs no network. The caller holds the lock.
 */
export async function rollBack(rollback: Rollback): Promise<OperationEnd> {
  const { system, paths, target, context } = rollback;
  const environmentId = target.environment.id;
  const folder = paths.snapshots(environmentId);
  const chosen = await context.step('prepare', async () => {
    await requireNotRunning(system, target);
    requireChangeable(await gatherStaticFacts(system, target));
    return choose(await readManifests(system, folder), rollback.snapshotId);
  });
  await context.step('restore', async () => {
    for (const manifest of chosen) {
      context.progress('restore', message('progress.restoring', { count: manifest.saved.length }));
      await undoOne(rollback, manifest);
    }
  });
  const diagnosis = await context.step('verify', (): Promise<Diagnosis> =>
    diagnose(system, target, { live: true, signal: context.signal }),
  );
  return {
    result: {
      kind: 'rollback',
      rollback: {
        outcome: 'restored',
        restored: restoredChanges(chosen),
        snapshotId: chosen.at(-1)?.id ?? null,
      },
      diagnosis,
      snapshots: await listSnapshots(system, folder),
    },
  };
}

/** Newest first, down to the one asked for; the newest alone if none is named. */
function choose(manifests: Manifest[], wanted: string | null): Manifest[] {
  const open = manifests.filter((each) => each.state !== 'restored').reverse();
  if (open.length === 0) fail('snapshot-unknown');
  if (wanted === null) return open.slice(0, 1);
  const at = open.findIndex((each) => each.id === wanted);
  if (at === -1) fail('snapshot-unknown');
  return open.slice(0, at + 1);
}

async function undoOne(rollback: Rollback, manifest: Manifest): Promise<void> {
  const { system, paths, target } = rollback;
  const folder = paths.snapshots(manifest.environmentId);
  if (manifest.state === 'pending') {
    await recover(system, paths, manifest, rollback.now());
    return;
  }
  const facts = await gatherStaticFacts(system, target);
  await undoKept(system, folder, manifest, facts.distributions);
  const restoredAt = rollback.now().toISOString();
  await writeManifest(system, folder, { ...manifest, state: 'restored', restoredAt });
}

/** What moved, as seen from now: back from the newest versions to the oldest. */
function restoredChanges(chosen: readonly Manifest[]): Change[] {
  const moved = new Map<string, Change>();
  for (const change of chosen.flatMap((manifest) => manifest.changes)) {
    const from = moved.get(change.name)?.from ?? change.to;
    moved.set(change.name, { name: change.name, from, to: change.from });
  }
  return [...moved.values()];
}
