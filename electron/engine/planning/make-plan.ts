import { createHash } from 'node:crypto';
import type { Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Goal } from '../../../shared/goal.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import { distributionNamed, versionOf } from '../../../shared/named-distribution.ts';
import type { Action, Change, Plan, Wheel } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { withoutCredentials } from '../knowledge/torch-index.ts';
import { changeWords, downloadWords, listOf, wheelsFolder } from '../pip/pip-words.ts';
import { readable, requirePip, type PipOptions } from '../pip/run-pip.ts';
import { torchIndexUrl } from '../pip/torch-index.ts';
import { requireChangeable } from '../preconditions/require-changeable.ts';
import { canSeeProcesses } from '../preconditions/require-not-running.ts';
import { requireStartable } from '../pythons/environment-health.ts';
import { pythonCommand } from '../pythons/python-command.ts';
import { choose } from './choose.ts';
import type { Attempt, Intent } from './intent.ts';
import { pinnedOf, resolve, type Resolved } from './resolve.ts';
import { brokenBy, readRequirements } from './reverse-dependencies.ts';

/**
 * The exact plan for a goal: pip itself resolves it in a dry run, with everything pinned
 * that must not move. Changes nothing.
 */
export async function makePlan(
  system: System,
  diagnosis: Diagnosis,
  goal: Goal,
  options: PipOptions = {},
): Promise<Plan> {
  const { facts, environment, findings } = diagnosis;
  requireStartable(environment);
  const intent = choose(facts, findings, goal);
  if (intent.attempts.length === 0)
    return finish(system, diagnosis, goal, intent, { wheels: [], attempt: null }, []);
  requireChangeable(facts);
  requirePip(environment, facts.interpreter.pip);
  const resolved = await resolve(system, diagnosis, intent, options);
  const changes = changesOf(facts, resolved.wheels, intent);
  requireRemovable(facts, changes);
  const requirements = await readRequirements(system, facts.distributions);
  const broken = brokenBy(changes, requirements).map((each) =>
    message('plan.warning.breaks', { by: each.by, name: each.name, specifier: each.specifier }),
  );
  const unseen = (await canSeeProcesses(system, environment))
    ? []
    : [message('plan.warning.processes-unknown')];
  return finish(
    system,
    diagnosis,
    goal,
    intent,
    resolved,
    [...intent.warnings, ...broken, ...unseen],
    options.signal,
  );
}

/** Without its list of files pip refuses to remove a package, half-way through. */
function requireRemovable(facts: Facts, changes: readonly Change[]): void {
  for (const { name } of changes) {
    const installed = distributionNamed(facts.distributions, name);
    if (installed?.hasRecord === false && installed.location.endsWith('.dist-info'))
      fail('record-missing', { params: { name } });
  }
}

/** What is in the way of a new package is not in the way of one that is there already. */
function changesOf(facts: Facts, wheels: readonly Wheel[], intent: Intent): Change[] {
  if (wheels.length === 0) return [];
  const now = (name: string): string | null => versionOf(facts.distributions, name);
  return [
    ...wheels.map((wheel) => ({ name: wheel.name, from: now(wheel.name), to: wheel.version })),
    ...intent.remove.map((name) => ({ name, from: now(name), to: null })),
  ];
}

async function finish(
  system: System,
  diagnosis: Diagnosis,
  goal: Goal,
  intent: Intent,
  resolved: Resolved,
  warnings: MessageRef[],
  signal?: AbortSignal,
): Promise<Plan> {
  const { environment, facts } = diagnosis;
  const wheels = await Promise.all(
    resolved.wheels.map(async (wheel) => ({
      ...wheel,
      bytes: await system.contentLength(wheel.url, signal),
    })),
  );
  if (signal?.aborted) fail('cancelled');
  const changes = changesOf(facts, wheels, intent);
  const actions = actionsOf(system, intent, resolved.attempt, wheels);
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
    pinned: changes.length === 0 ? [] : pinnedOf(facts, intent),
    downloadBytes,
    // The wheel, its unpacked files (about three times as much) and the copy of the old ones.
    diskBytes: downloadBytes === null ? null : downloadBytes * 5,
    commands: commandsOf(actions, diagnosis),
    undo: message(changes.length === 0 ? 'plan.undo.nothing' : 'plan.undo'),
    warnings,
  };
  return { id: planId(content), ...content };
}

function sum(sizes: readonly (number | null)[]): number {
  return sizes.reduce<number>((total, each) => total + (each ?? 0), 0);
}

function actionsOf(
  system: System,
  intent: Intent,
  attempt: Attempt | null,
  wheels: Wheel[],
): Action[] {
  if (!attempt || wheels.length === 0) return [];
  const { index, forceReinstall } = attempt;
  const indexUrl =
    index === 'default' ? null : withoutCredentials(torchIndexUrl(system, index.torchVariant));
  return [
    ...(intent.remove.length > 0 ? [{ kind: 'pip-uninstall' as const, names: intent.remove }] : []),
    { kind: 'pip-install', wheels, indexUrl, forceReinstall },
  ];
}

/** What will run, with the files of the repair by their names: their folder is not there yet. */
function commandsOf(actions: readonly Action[], { environment }: Diagnosis): string[] {
  const shown = (words: string[]): string => {
    const command = pythonCommand(environment, ['-m', 'pip', ...words]);
    return readable(command.program, command.arguments);
  };
  const downloads = actions.flatMap((action) => {
    if (action.kind !== 'pip-install') return [];
    const index = action.indexUrl === null ? '' : `PIP_INDEX_URL=${action.indexUrl} `;
    return [index + shown(downloadWords(action.wheels, wheelsFolder))];
  });
  const changes = actions.map((action, number) =>
    shown(changeWords(action, { wheels: wheelsFolder, list: listOf(number) })),
  );
  return [...downloads, ...changes];
}

/** What was reviewed is what runs: the id is the content. */
function planId(content: Omit<Plan, 'id'>): string {
  return `plan-${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)}`;
}
