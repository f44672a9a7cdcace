import path from 'node:path';
import { assertNever } from '../../../shared/assert-never.ts';
import { goals, type Goal } from '../../../shared/goal.ts';
import type { OperationResult } from '../../../shared/operation.ts';
import type { Plan } from '../../../shared/plan.ts';
import { fail, ProblemError, type ProblemCode } from '../../../shared/problem.ts';
import type { Snapshot } from '../../../shared/report.ts';
import { unlessCancelled } from '../../engine/machine/patience.ts';
import { outputOf, withoutConsent, type CommandOutput } from './command-output.ts';
import { diagnoseAll } from './diagnose-all-command.ts';
import { planFields, snapshotsDocument } from './document.ts';
import type { Invocation } from './invocation.ts';
import { showHistory, watchTarget } from './history-command.ts';
import { knowledge } from './knowledge-command.ts';
import type { Page } from './page.ts';
import { protect } from './protect-command.ts';
import { listMirrors } from './list-mirrors.ts';
import { printRollbackConsent, printSnapshots } from './print-fix.ts';
import { printConsent, printPlan } from './print-plan.ts';
import { runOperation, type Running } from './run-operation.ts';

/** The commands that need an engine and end by themselves. */
export type EngineInvocation = Exclude<
  Invocation,
  { command: 'help' | 'version' | 'completion' | 'serve' | 'log' | 'open-bundle' }
>;

/** Runs one command. Throws a ProblemError where it could not be done. */
export async function runCommand(
  invocation: EngineInvocation,
  running: Running,
  page: Page,
): Promise<CommandOutput> {
  if (invocation.command === 'find') {
    const { roots, onlyRoots } = invocation;
    const request = {
      kind: 'find' as const,
      ...(invocation.verdicts && { glances: true as const }),
    };
    return outputOf(page, await runOperation(running, request, { roots, onlyRoots }));
  }
  if (invocation.command === 'mirrors') return listMirrors(running, page, invocation.tried);
  if (invocation.command === 'knowledge') return knowledge(running, page, invocation.wish);
  if (invocation.command === 'diagnose-all') return diagnoseAll(invocation, running, page);
  const targetId = await resolveTarget(running, invocation.target);
  switch (invocation.command) {
    case 'diagnose':
      return outputOf(
        page,
        await runOperation(running, { kind: 'diagnose', targetId, static: invocation.static }),
      );
    case 'plan':
      return outputOf(page, await planFor(running, targetId, invocation.goal, invocation));
    case 'fix':
      return fix(invocation, targetId, running, page);
    case 'trial': {
      const { plan } = await planFor(running, targetId, invocation.goal, invocation);
      return outputOf(page, await runOperation(running, { kind: 'trial', planId: plan.id }));
    }
    case 'verify': {
      const benchmark = invocation.benchmark ? { benchmark: true as const } : {};
      const { workflow } = invocation;
      const file = workflow === null ? {} : { workflowFile: path.resolve(workflow) };
      return outputOf(
        page,
        await runOperation(running, { kind: 'verify', targetId, ...benchmark }, file),
      );
    }
    case 'snapshots': {
      const snapshots = await snapshotsOf(running, targetId);
      return {
        exitCode: 0,
        document: snapshotsDocument(snapshots),
        lines: printSnapshots(page, snapshots),
      };
    }
    case 'history':
      return showHistory(running, page, targetId);
    case 'watch':
      return watchTarget(running, page, targetId, invocation.seconds);
    case 'rollback':
      return rollback(invocation, targetId, running, page);
    case 'protect':
      return protect(invocation, targetId, running, page);
    case 'diff': {
      const otherId = await resolveTarget(running, invocation.other);
      return outputOf(page, await runOperation(running, { kind: 'compare', targetId, otherId }));
    }
    case 'bundle': {
      const bundlePath = path.resolve(invocation.output);
      const { without } = invocation;
      const request = { kind: 'bundle', targetId, language: page.language, without } as const;
      const result = await runOperation(running, request, { bundlePath });
      return outputOf(page, result, bundlePath);
    }
    default:
      return assertNever(invocation);
  }
}

/** As `find` prints them: install-0123456789ab, python-0123456789ab. */
const idPattern = /^[a-z]+-[0-9a-f]{6,}$/;

/** An id that no search on this machine has printed yet is searched for. */
async function resolveTarget(running: Running, target: string): Promise<string> {
  try {
    const { engine, signal } = running;
    return await unlessCancelled(signal, () => engine.resolveTarget(target));
  } catch (thrown) {
    const missing = thrown instanceof ProblemError && thrown.problem.code === 'not-found';
    if (!missing || !idPattern.test(target)) throw thrown;
    await runOperation(running, { kind: 'find' });
    return running.engine.resolveTarget(target);
  }
}

/** What the user adds to a goal. */
type Wishes = { wheel: string | null; mirror: string | null };

function planFor(running: Running, targetId: string, goal: Goal, { wheel, mirror }: Wishes) {
  const file = wheel === null ? {} : { wheelFile: path.resolve(wheel) };
  const chosen = mirror === null ? {} : { mirror };
  return runOperation(running, { kind: 'plan', targetId, goal, ...chosen }, file);
}

async function fix(
  invocation: Extract<Invocation, { command: 'fix' }>,
  targetId: string,
  running: Running,
  page: Page,
): Promise<CommandOutput> {
  const plan = await planAfterInterruption(invocation, targetId, running);
  if (!invocation.yes) {
    const lines = [...printPlan(page, plan), '', ...printConsent(page, plan)];
    return withoutConsent(page, lines, { plan: planFields(page.language, plan) });
  }
  return outputOf(page, await runPlan(invocation, targetId, running, plan));
}

/** What was interrupted is brought to an end before anything is planned, if the user agreed to a change. */
async function planAfterInterruption(
  invocation: Extract<Invocation, { command: 'fix' }>,
  targetId: string,
  running: Running,
): Promise<Plan> {
  try {
    return await reviewedPlan(invocation, targetId, running);
  } catch (thrown) {
    const waits = thrown instanceof ProblemError && thrown.problem.code === 'interrupted-repair';
    if (!waits || !invocation.yes) throw thrown;
    await runOperation(running, { kind: 'rollback', targetId, how: 'interrupted' });
    return reviewedPlan(invocation, targetId, running);
  }
}

/**
 * An interrupted repair is ended first, and then what is there may be another thing than the
 * plan was made for. Who named no plan has agreed to the one that fits.
 */
async function runPlan(
  invocation: Extract<Invocation, { command: 'fix' }>,
  targetId: string,
  running: Running,
  plan: Plan,
): Promise<OperationResult> {
  try {
    return await runOperation(running, { kind: 'fix', planId: plan.id });
  } catch (thrown) {
    const outdated = thrown instanceof ProblemError && thrown.problem.code === 'plan-outdated';
    if (!outdated || invocation.planId !== null) throw thrown;
    const again = await reviewedPlan(invocation, targetId, running);
    return runOperation(running, { kind: 'fix', planId: again.id });
  }
}

/** Plans are not kept between two runs: the plan is made anew, and must be the one that was seen. */
async function reviewedPlan(
  { goal, planId, ...wishes }: Extract<Invocation, { command: 'fix' }>,
  targetId: string,
  running: Running,
): Promise<Plan> {
  if (planId === null)
    return (await planFor(running, targetId, goal ?? 'recommended', wishes)).plan;
  // An id does not tell its goal, so each one that can be planned is tried in turn.
  for (const candidate of goal === null ? goals : [goal]) {
    const made = await planFor(running, targetId, candidate, wishes).catch(ignoreUnlessGeneral);
    if (made?.plan.id === planId) return made.plan;
  }
  return fail('plan-outdated');
}

/** These say nothing about the goal that was tried. */
const aboutAllGoals: readonly ProblemCode[] = ['cancelled', 'interrupted-repair'];

function ignoreUnlessGeneral(thrown: unknown): null {
  // A goal that cannot be planned here was not the one that was reviewed.
  if (thrown instanceof ProblemError && !aboutAllGoals.includes(thrown.problem.code)) return null;
  throw thrown;
}

async function rollback(
  { snapshotId, yes, forget }: Extract<Invocation, { command: 'rollback' }>,
  targetId: string,
  running: Running,
  page: Page,
): Promise<CommandOutput> {
  if (yes) {
    const wanted = {
      ...(snapshotId ? { snapshotId } : {}),
      ...(forget ? { how: 'forget' as const } : {}),
    };
    const request = { kind: 'rollback', targetId, ...wanted } as const;
    return outputOf(page, await runOperation(running, request));
  }
  const snapshots = await snapshotsOf(running, targetId);
  const chosen = snapshots.find(({ id, restoredAt }) =>
    snapshotId === null ? restoredAt === null : id === snapshotId,
  );
  if (!chosen) return fail('snapshot-unknown');
  return withoutConsent(page, printRollbackConsent(page, chosen, forget), { snapshot: chosen });
}

/** The saved states come with every diagnosis; the static one starts no Python. */
async function snapshotsOf(running: Running, targetId: string): Promise<Snapshot[]> {
  const { snapshots } = await runOperation(running, { kind: 'diagnose', targetId, static: true });
  return snapshots;
}
