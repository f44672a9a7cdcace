import type { StartRequest } from '../../../shared/contract.ts';
import type { Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import { fail, ProblemError, type Problem } from '../../../shared/problem.ts';
import type { Protection } from '../../../shared/protection.ts';
import type { HistoryKeeper } from '../history/keep-history.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import type { System } from '../machine/system.ts';
import type { OperationContext, OperationEnd } from '../operations/operation-runner.ts';
import { carryOut, changesAnything } from '../protection/carry-out.ts';
import { planProtection, planRemoval, type ProtectionPlan } from '../protection/plan-protection.ts';
import { protectionState } from '../protection/protection-state.ts';
import { takeLock } from '../repair/environment-lock.ts';
import { journalsOf } from '../repair/journals.ts';
import { hasInterrupted, lockName } from '../repair/prepare.ts';
import { findThreats } from '../threats/find-threats.ts';
import type { WithHistory } from './job-options.ts';

type How = Extract<StartRequest, { kind: 'protect' }>['how'];

function isPlan(how: How): boolean {
  return how === 'plan' || how === 'plan-off';
}

/** Shows, makes or takes back what keeps later installations from moving the stack. */
export function createProtectJob({ system, paths, targets, clock, history }: WithHistory) {
  return async function protect(
    context: OperationContext<'protect'>,
    targetId: string,
    how: How,
    planId: string | null,
  ): Promise<OperationEnd> {
    const target = await targets.target(targetId);
    if (!how.endsWith('off')) await requireAsProved(history, target);
    const { id, environmentRoot: root } = target.environment;
    const lock = isPlan(how) ? null : await takeLock(system, paths.locks, lockName(id), clock());
    try {
      const { plan, facts, threats } = await context.step('inspect', () =>
        look(system, target, how.endsWith('off')),
      );
      if (lock) {
        const journals = await journalsOf(system, paths, id, facts);
        if (await hasInterrupted(system, paths, id, journals)) fail('interrupted-repair');
        if (planId !== null && planId !== plan.id) fail('plan-outdated');
        await context.step('write', () => carryOut(system, plan));
        const outcome = outcomeOf(how, plan);
        if (outcome !== 'nothing-to-do')
          await history.done(target, facts, { kind: 'protect', outcome });
      }
      const { guards, files, uncovered, left } = plan;
      const state = await protectionState(system, root, facts);
      const protection: Protection = {
        ...{ outcome: outcomeOf(how, plan), targetId, planId: plan.id, state, guards, files },
        ...{ threats, uncovered, left },
      };
      return { result: { kind: 'protect', protection } };
    } finally {
      await lock?.release();
    }
  };
}

/**
 * After the app itself has changed an environment: where it is protected, what is here now is kept.
 * Where that cannot be it is told, and the state says that the protection is of another day.
 */
export async function renewProtection(
  system: System,
  target: Target,
  /** As the change left them, where somebody has looked since. */
  seen: Facts | null,
  tell: (problem: Problem) => void,
): Promise<Required<Pick<Diagnosis, 'protection' | 'threats'>>> {
  const { environmentRoot: root } = target.environment;
  const facts = seen ?? (await gatherStaticFacts(system, target));
  const threats = await findThreats(system, target.install, facts);
  const before = await protectionState(system, root, facts);
  if (before === 'off' || before === 'on' || before === 'overruled')
    return { protection: before, threats };
  try {
    const plan = await planProtection(system, target, facts, threats, isRunning(target));
    await carryOut(system, plan);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    tell(error.problem);
  }
  return { protection: await protectionState(system, root, facts), threats };
}

/** What was proved and then changed by somebody else would be kept as it is now: broken, perhaps. */
async function requireAsProved(history: HistoryKeeper, target: Target): Promise<void> {
  const { drift } = await history.drifted(target);
  if (drift.length === 0) return;
  const changes = drift.map(({ name, from, to }) => `${name} ${from ?? '-'} → ${to ?? '-'}`);
  fail('not-as-proved', { params: { changes: changes.join(', ') } });
}

function isRunning({ install }: Target): boolean {
  return install?.running === true;
}

async function look(system: System, target: Target, removes: boolean) {
  const facts = await gatherStaticFacts(system, target);
  const threats = await findThreats(system, target.install, facts);
  const plan = removes
    ? await planRemoval(system, target.environment.environmentRoot)
    : await planProtection(system, target, facts, threats, isRunning(target));
  return { plan, facts, threats };
}

function outcomeOf(how: How, plan: ProtectionPlan): Protection['outcome'] {
  if (!changesAnything(plan)) return 'nothing-to-do';
  if (isPlan(how)) return 'planned';
  return how === 'on' ? 'protected' : 'unprotected';
}
