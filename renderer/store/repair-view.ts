import type { Finding } from '../../shared/finding.ts';
import type { Goal } from '../../shared/goal.ts';
import type { MessageRef } from '../../shared/messages/index.ts';
import { message } from '../../shared/messages/index.ts';
import type { OperationState } from '../../shared/operation.ts';
import type { Plan } from '../../shared/plan.ts';
import type { Problem } from '../../shared/problem.ts';
import type { FixResult } from '../../shared/report.ts';
import type { Session } from '../../shared/session.ts';
import type { TrialResult } from '../../shared/trial.ts';
import { fixingArea, planningArea } from './wizard-page.ts';
import {
  areaOf,
  goalOf,
  newerDiagnosis,
  reasonNotNeeded,
  repairable,
  type RepairArea,
} from './wizard-steps.ts';

/** What a repair step shows: exactly one of these. */
export type RepairView =
  | { kind: 'no-diagnosis' }
  | { kind: 'planning'; operation: OperationState }
  | { kind: 'fixing'; operation: OperationState; plan: Plan | null }
  | { kind: 'plan-failed'; problem: Problem; goal: Goal }
  | { kind: 'fix-failed'; problem: Problem; plan: Plan | null; goal: Goal }
  | { kind: 'trying'; operation: OperationState }
  | { kind: 'tried'; trial: TrialResult }
  | { kind: 'not-tried'; problem: Problem; plan: Plan }
  | { kind: 'review'; plan: Plan }
  | { kind: 'result'; fix: FixResult }
  | { kind: 'offer'; finding: Finding; goal: Goal }
  | { kind: 'not-needed'; reason: MessageRef };

/** Decides from the session alone, so that a reload shows the same. */
export function repairView(
  session: Session,
  area: RepairArea,
  wantedGoal: Goal | null,
): RepairView {
  const lastJob = viewOfLastJob(session, area, wantedGoal);
  if (lastJob) return lastJob;
  const { plan, fix, diagnosis } = session;
  if (plan && areaOf(plan.goal) === area) {
    if (isEmpty(plan))
      return { kind: 'not-needed', reason: message('ui.not-needed.nothing-to-change') };
    const { trial } = session;
    return trial?.plan.id === plan.id ? { kind: 'tried', trial } : { kind: 'review', plan };
  }
  if (fix && areaOf(fix.plan.goal) === area && !newerDiagnosis(session)) {
    return { kind: 'result', fix };
  }
  if (!diagnosis) return { kind: 'no-diagnosis' };
  const finding = repairable(session, area);
  const goal = finding ? goalOf(finding) : null;
  if (finding && goal) return { kind: 'offer', finding, goal };
  const reason = reasonNotNeeded(session, area) ?? message('ui.not-needed.nothing-to-change');
  return { kind: 'not-needed', reason };
}

function viewOfLastJob(
  session: Session,
  area: RepairArea,
  wantedGoal: Goal | null,
): RepairView | null {
  const { operation, plan } = session;
  if (operation?.kind === 'plan' && planningArea(session, wantedGoal) === area) {
    if (operation.outcome === null) return { kind: 'planning', operation };
    if (operation.problem) {
      const goal = wantedGoal ?? defaultGoal(area);
      return { kind: 'plan-failed', problem: operation.problem, goal };
    }
  }
  if (operation?.kind === 'trial' && fixingArea(session) === area) {
    if (operation.outcome === null) return { kind: 'trying', operation };
    const { problem } = operation;
    if (problem && plan) return { kind: 'not-tried', problem, plan };
  }
  if (operation?.kind === 'fix' && fixingArea(session) === area) {
    if (operation.outcome === null) return { kind: 'fixing', operation, plan };
    if (operation.problem && operation.result === null) {
      const goal = plan?.goal ?? wantedGoal ?? defaultGoal(area);
      return { kind: 'fix-failed', problem: operation.problem, plan, goal };
    }
  }
  return null;
}

function defaultGoal(area: RepairArea): Goal {
  return area === 'triton' ? 'triton' : 'recommended';
}

function isEmpty(plan: Plan): boolean {
  return plan.changes.length === 0 && plan.actions.length === 0;
}
