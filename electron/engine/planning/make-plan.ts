import { createHash } from 'node:crypto';
import type { Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Goal } from '../../../shared/goal.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import type { Action, Change, EditAction, Plan } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import { buildDiskBytes } from '../knowledge/build-needs.ts';
import type { Mirror } from '../knowledge/index-mirrors.ts';
import { planEdits } from '../launch/script-edits.ts';
import type { System } from '../machine/system.ts';
import { readRequirements, type Requirement } from '../packages/requirements-here.ts';
import { requirePip, type PipOptions } from '../pip/run-pip.ts';
import { requireChangeable } from '../preconditions/require-changeable.ts';
import { canSeeProcesses } from '../preconditions/require-not-running.ts';
import { requireStartable } from '../pythons/environment-health.ts';
import { changesOf } from './changes.ts';
import { choose } from './choose.ts';
import type { Intent } from './intent.ts';
import { requireFile, withOwnWheel } from './own-wheel.ts';
import { actionsOf, commandsOf } from './plan-actions.ts';
import { needsOf, type Surroundings } from './needs.ts';
import { pinnedOf, resolve, wheelsOf, type Resolved } from './resolve.ts';
import { brokenBy } from './reverse-dependencies.ts';

export type PlanOptions = PipOptions & {
  surroundings?: Surroundings;
  /** That the user chose; else pip's own settings decide. */
  mirror?: Mirror | null;
  /** A wheel of the user's own. */
  wheelFile?: string;
};

/**
 * The exact plan for a goal: pip itself resolves it in a dry run, with everything pinned
 * that must not move. Changes nothing.
 */
export async function makePlan(
  system: System,
  diagnosis: Diagnosis,
  goal: Goal,
  options: PlanOptions = {},
): Promise<Plan> {
  const plan = await planFor(system, diagnosis, goal, options);
  const { surroundings } = options;
  if (surroundings === undefined || plan.actions.length === 0) return plan;
  const { environmentRoot, downloadBytes } = plan;
  return { ...plan, needs: await needsOf(system, environmentRoot, downloadBytes, surroundings) };
}

async function planFor(
  system: System,
  diagnosis: Diagnosis,
  goal: Goal,
  { mirror, wheelFile, ...options }: PlanOptions,
): Promise<Plan> {
  const { facts, environment, findings, install } = diagnosis;
  requireStartable(environment);
  const chosen = { ...choose(facts, findings, goal, install), ...(mirror ? { mirror } : {}) };
  if (wheelFile !== undefined) await requireFile(system, wheelFile);
  const intent = wheelFile === undefined ? chosen : withOwnWheel(chosen, facts, goal, wheelFile);
  const edits = await planEdits(system, intent.edits ?? []);
  const wanted = { intent, edits };
  const wantsWheels = intent.attempts.length > 0;
  if (!wantsWheels && edits.length === 0 && (intent.setAside ?? []).length === 0)
    return finish(system, diagnosis, goal, wanted, [], []);
  requireChangeable(facts);
  if (wantsWheels) await requirePip(system, environment, facts.interpreter.pip);
  const resolved = wantsWheels ? await resolve(system, diagnosis, intent, options) : [];
  const changes = changesOf(facts, wheelsOf(resolved), intent);
  requireRemovable(facts, changes, intent);
  // Of other plans `resolve` has refused what anybody would mind.
  const requirements = intent.othersMayMind ? await readRequirements(system, facts) : [];
  const complaints = brokenBy(changes, requirements);
  const broken = complaints.map((each) =>
    message('plan.warning.breaks', { by: each.by, name: each.name, specifier: each.specifier }),
  );
  const unseen = (await canSeeProcesses(system, environment))
    ? []
    : [message('plan.warning.processes-unknown')];
  return finish(
    system,
    diagnosis,
    goal,
    { ...wanted, complaints },
    resolved,
    [...intent.warnings, ...broken, ...unseen],
    options.signal,
  );
}

/** Without its list of files pip refuses to remove a package, half-way through. */
function requireRemovable(facts: Facts, changes: readonly Change[], { setAside }: Intent): void {
  for (const { name } of changes) {
    const installed = distributionNamed(facts.distributions, name);
    if (installed && setAside?.includes(installed.location)) continue;
    if (installed?.hasRecord === false && installed.location.endsWith('.dist-info'))
      fail('record-missing', { params: { name } });
  }
}

async function finish(
  system: System,
  diagnosis: Diagnosis,
  goal: Goal,
  {
    intent,
    edits,
    complaints = [],
  }: { intent: Intent; edits: readonly EditAction[]; complaints?: readonly Requirement[] },
  resolved: Resolved,
  warnings: MessageRef[],
  signal?: AbortSignal,
): Promise<Plan> {
  const { environment, facts } = diagnosis;
  const parts = await Promise.all(
    resolved.map(async ({ part, wheels: found }) => ({
      part,
      wheels: await Promise.all(
        found.map(async (wheel) => ({
          ...wheel,
          bytes: await system.contentLength(wheel.url, signal),
        })),
      ),
    })),
  );
  const wheels = wheelsOf(parts);
  if (signal?.aborted) fail('cancelled');
  const changes = changesOf(facts, wheels, intent);
  const actions = actionsOf(system, intent, edits, parts);
  const sizes = wheels.map((wheel) => wheel.bytes);
  const downloadBytes = sizes.every((each) => each !== null) ? sum(sizes) : null;
  const content: Omit<Plan, 'id'> = {
    targetId: diagnosis.targetId,
    environmentId: environment.id,
    environmentRoot: environment.environmentRoot,
    executable: environment.executable,
    goal,
    actions,
    changes,
    pinned: wheels.length === 0 ? [] : pinnedOf(facts, intent),
    downloadBytes,
    diskBytes: diskBytes(actions, downloadBytes),
    commands: await commandsOf(system, actions, environment),
    undo: message(actions.length === 0 ? 'plan.undo.nothing' : 'plan.undo'),
    warnings,
    ...(intent.mirror ? { mirror: intent.mirror.id } : {}),
    ...(complaints.length === 0 ? {} : { complaints: [...complaints] }),
  };
  return { id: planId(content), ...content };
}

function sum(sizes: readonly (number | null)[]): number {
  return sizes.reduce<number>((total, each) => total + (each ?? 0), 0);
}

/** The wheel, its unpacked files (about three times as much) and the copy of the old ones. */
function diskBytes(actions: readonly Action[], downloadBytes: number | null): number | null {
  const builds = actions.some((each) => each.kind === 'pip-install' && each.build);
  if (builds) return buildDiskBytes();
  return downloadBytes === null ? null : downloadBytes * 5;
}

/** What was reviewed is what runs: the id is the content. */
function planId(content: Omit<Plan, 'id'>): string {
  return `plan-${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)}`;
}
