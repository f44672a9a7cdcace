import type { Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Plan } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import type { Verification } from '../../../shared/verification.ts';
import { startCommand } from '../examination/diagnose.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import { withLaunchersNow } from '../launch/launchers-now.ts';
import { bothEnded } from '../machine/both-ended.ts';
import type { System } from '../machine/system.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import type { PipOptions } from '../pip/run-pip.ts';
import { isToldUnknown, requireNotRunning } from '../preconditions/require-not-running.ts';
import { requireOwnersClosed } from '../preconditions/require-owners-closed.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { carryOutFiles, territoryOfEdits } from './carry-out-files.ts';
import { checkResult } from './check-result.ts';
import type { Lock } from './environment-lock.ts';
import { followEdits } from './follow-edits.ts';
import { installWheels } from './install-wheels.ts';
import { writeHead, writeTerritory, type Journal } from './journal.ts';
import { journalsOf } from './journals.ts';
import { noteNeighbours, requireNeighbours } from './neighbours.ts';
import { ownersOf, type Owners } from './owners.ts';
import { boundaryFor, keyOf } from './places.ts';
import { foretold, lookAndCompute, wantedBackends, watchOf } from './look-and-compute.ts';
import { lockPlace, nextSequence, requireUnchanged, snapshotFolder } from './prepare.ts';
import { proveInstalled } from './prove-installed.ts';
import { requireLoadable } from './require-loadable.ts';
import { requireNobodysElse } from './require-nobodys-else.ts';
import { takeSnapshot } from './take-snapshot.ts';
import type { Measured } from './tell-download.ts';
import { tellInstall } from './tell-install.ts';
import { territoryOfWheels } from './territory-of-wheels.ts';
import { settingsOf } from './touched-settings.ts';
import { warmModules } from './warm-modules.ts';
import { startWarm, type WarmProof } from './warm-proof.ts';

/** One repair, and what it works with. */
export type Repair = {
  system: System;
  paths: StatePaths;
  now: () => Date;
  newId: () => string;
  target: Target;
  plan: Plan;
  before: Diagnosis;
  context: OperationContext<'fix'>;
  /** What the saved states of this environment may take on the disk. */
  savedBytes?: number;
  /** Told once what came over the network. */
  onDownloaded?: (measured: Measured) => Promise<void>;
};

/** How far a repair has come, for whoever has to undo it. */
export type Begun = {
  journal: Journal | null;
  lock: Lock | null;
  /** pip may have changed something. */
  installing: boolean;
};
export type Applied = { after: Diagnosis; verification: Verification };

type Work = {
  staging: string;
  /** Paths of the downloaded wheels. */
  wheels: readonly string[];
  begun: Begun;
  watch: PipOptions;
};

/** From the downloaded wheels to the kept repair. Whatever it throws has to be undone. */
export async function apply(repair: Repair, work: Work): Promise<Applied> {
  const { system, plan, context } = repair;
  const { begun } = work;
  const facts = await context.step('snapshot', () => snapshot(repair, work));
  const { journal } = begun;
  if (!journal) return fail('unexpected', { detail: 'no journal' });
  const others = facts.distributions.filter((each) =>
    plan.changes.every((change) => change.name !== each.name),
  );
  const { territory } = journal;
  const asked = new Set(
    [...territory.taken, ...territory.brought].map((each) => keyOf(system, each.path)),
  );
  const owners = await ownersOf(system, others, asked);
  await requireNobodysElse(system, journal, owners);
  const neighbours = await noteNeighbours(system, others, territory);
  const warm = await warmFor(repair, work, journal, facts);
  try {
    await context.step('install', async () => {
      begun.journal = await install(repair, work, { journal, facts, owners });
      await warm?.go();
    });
    const applied = await context.step('verify', async () => {
      await requireNeighbours(system, neighbours);
      return verify(repair, warm);
    });
    await keep(repair, begun);
    return applied;
  } finally {
    // Whoever undoes this has to find nobody at work in the environment.
    await warm?.stop();
  }
}

type Ground = { journal: Journal; facts: Facts; owners: Owners };

async function install(
  { system, plan, before, context }: Repair,
  { begun, staging, watch }: Work,
  { journal, facts, owners }: Ground,
): Promise<Journal> {
  const { territory } = journal;
  const names = plan.changes.map((change) => change.name).join(', ');
  if (names !== '') context.progress('install', message('progress.installing', { names }));
  begun.installing = true;
  await carryOutFiles(system, plan);
  const paths = names === '' ? [] : territory.brought.map((each) => each.path);
  const { root } = await boundaryFor(system, facts);
  const teller = await tellInstall(system, context, names, { root, paths, now: monotonic });
  const death = await installWheels(system, before, plan, staging, watch).finally(teller.stop);
  const followed = await followEdits(system, journal);
  if (followed.territory.taken.some((each, at) => each !== territory.taken[at]))
    await writeTerritory(system, journal.folder, root, followed.territory);
  return proveInstalled(system, followed, owners).catch((thrown: unknown) => {
    throw death ?? thrown;
  });
}

/** Pythons that import torch while pip works, where they will see what a fresh one would. */
async function warmFor(
  { system, target, plan, before, context }: Repair,
  { staging }: Work,
  { territory }: Journal,
  { interpreter }: Facts,
): Promise<WarmProof | null> {
  const paths = [...territory.taken, ...territory.brought].map((each) => each.path);
  const modules = warmModules(plan, paths, interpreter.sitePackages);
  if (modules === null) return null;
  const watch = watchOf({ context }, context.signal);
  const backends = foretold({ plan, before }, wantedBackends(plan));
  return startWarm({ system, target, watch }, backends, { staging, modules });
}

const monotonic = (): number => performance.now();

/** Looks once more at the last moment: a download takes minutes, and people go on working. */
async function snapshot(repair: Repair, work: Work): Promise<Facts> {
  const { system, paths, plan, before, target, context } = repair;
  await requireNotRunning(system, target, { unknownIsAccepted: isToldUnknown(plan) });
  await requireOwnersClosed(system, settingsOf(plan));
  const facts = await requireUnchanged(system, target, plan, before);
  work.begun.lock = await lockPlace(system, facts, repair.now());
  const { sitePackages } = facts.interpreter;
  const boundary = await boundaryFor(system, facts);
  const ground = { system, environment: target.environment, facts };
  // Both read the wheels and change nothing: neither has to wait for the other.
  const [wheels] = await bothEnded(
    territoryOfWheels(system, target.environment, plan, work.wheels, {
      boundary,
      sitePackages,
      signal: context.signal,
    }),
    requireLoadable(ground, plan, work.wheels, work.staging),
  );
  const id = repair.newId();
  work.begun.journal = await takeSnapshot(system, facts, plan, {
    folder: snapshotFolder(paths, plan.environmentId, id),
    id,
    sequence: nextSequence(await journalsOf(system, paths, plan.environmentId, facts)),
    at: repair.now(),
    boundary,
    brought: [...wheels, ...(await territoryOfEdits(system, plan))],
    staging: work.staging,
    signal: context.signal,
    onCount: (count) => {
      context.progress('snapshot', message('progress.saving', { count }));
    },
  });
  return facts;
}

async function verify(repair: Repair, warm: WarmProof | null): Promise<Applied> {
  const { system, target, plan, before, context } = repair;
  context.progress('verify', message('progress.asking-python'));
  const install = target.install && (await withLaunchersNow(system, target.install));
  const { after, verification } = await lookAndCompute({
    ...{ system, plan, before, context, warm },
    target: { ...target, install },
  });
  checkResult(plan, before, after, verification);
  const launch = startCommand(after, verification.recommended.flag);
  return { after, verification: { ...verification, launch } };
}

async function keep({ system }: Repair, begun: Begun): Promise<void> {
  const { journal } = begun;
  if (!journal) return;
  const head = { ...journal.head, state: 'kept' as const };
  await writeHead(system, journal.folder, head);
  begun.journal = { ...journal, head };
}
