import { message, type MessageRef } from '../../shared/messages/index.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Goal, GoalOfOwnWheel } from '../../shared/goal.ts';
import { plannableGoals } from '../../shared/goal.ts';
import type { OperationKind } from '../../shared/operation.ts';
import type { Session } from '../../shared/session.ts';
import { isFault } from '../../shared/severity.ts';

export const wizardSteps = [
  'install',
  'diagnosis',
  'upgrade',
  'triton',
  'verification',
  'report',
] as const;
export type WizardStep = (typeof wizardSteps)[number];

export type StepMark = 'done' | 'here' | 'running' | 'to-do' | 'not-needed' | 'failed';
/** `reason` says why a step is not needed. */
export type StepStatus = { step: WizardStep; mark: StepMark; reason: MessageRef | null };

/** The two steps that can change something; they share the one plan of the session. */
export type RepairArea = 'upgrade' | 'triton';

export function areaOf(goal: Goal): RepairArea {
  return goal === 'triton' ? 'triton' : 'upgrade';
}

/** The state of all six steps, from nothing but the session and the page that is shown. */
export function stepStatuses(session: Session, shown: WizardStep | null): StepStatus[] {
  return wizardSteps.map((step) => {
    const status = statusOf(session, step);
    return status.mark === 'to-do' && step === shown ? { ...status, mark: 'here' } : status;
  });
}

function statusOf(session: Session, step: WizardStep): StepStatus {
  switch (step) {
    case 'install':
      return { step, mark: installMark(session), reason: null };
    case 'diagnosis':
      return { step, mark: diagnosisMark(session), reason: null };
    case 'upgrade':
    case 'triton':
      return repairStatus(session, step);
    case 'verification':
      return { step, mark: verificationMark(session), reason: null };
    case 'report':
      return { step, mark: reportMark(session), reason: null };
  }
}

function installMark(session: Session): StepMark {
  if (session.targetId !== null) return 'done';
  return failedLast(session, 'find') && session.found === null ? 'failed' : 'to-do';
}

function diagnosisMark(session: Session): StepMark {
  if (failedLast(session, 'diagnose')) return 'failed';
  return session.diagnosis ? 'done' : 'to-do';
}

function repairStatus(session: Session, step: RepairArea): StepStatus {
  const { fix } = session;
  if (fix && areaOf(fix.plan.goal) === step && !newerDiagnosis(session)) {
    switch (fix.outcome) {
      case 'fixed':
        return { step, mark: 'done', reason: null };
      case 'undone':
      case 'needs-attention':
        return { step, mark: 'failed', reason: null };
      case 'nothing-to-do':
        return { step, mark: 'not-needed', reason: message('ui.not-needed.nothing-to-change') };
      case 'cancelled':
        return { step, mark: 'to-do', reason: null };
    }
  }
  const reason = reasonNotNeeded(session, step);
  return reason ? { step, mark: 'not-needed', reason } : { step, mark: 'to-do', reason: null };
}

function verificationMark(session: Session): StepMark {
  const { verification } = session;
  if (failedLast(session, 'verify')) return 'failed';
  if (!verification) return 'to-do';
  const outcomes = verification.rungs.map((rung) => rung.outcome);
  if (outcomes.includes('fail')) return 'failed';
  return outcomes.includes('unknown') ? 'to-do' : 'done';
}

function reportMark(session: Session): StepMark {
  if (failedLast(session, 'bundle')) return 'failed';
  return session.bundle && !session.bundleIsOld ? 'done' : 'to-do';
}

/** A look taken after the repair says more than the repair's own result. */
export function newerDiagnosis(session: Session): boolean {
  return session.operation?.kind === 'diagnose';
}

export function isRunning(session: Session): boolean {
  return session.operation !== null && session.operation.outcome === null;
}

/** The list is there, and the files of each install are being read: nobody has to wait for that. */
export function isGlancing({ operation }: Session): boolean {
  if (operation?.kind !== 'find' || operation.outcome !== null) return false;
  return operation.steps.some((step) => step.id === 'glance' && step.state === 'running');
}

function failedLast(session: Session, kind: OperationKind): boolean {
  const { operation } = session;
  if (operation?.kind !== kind || operation.outcome !== 'failed') return false;
  // A question that waits for its answer is no failure.
  return operation.problem?.code !== 'consent-needed';
}

/** The goals that this version can reach for a finding; the others need the user's own hands. */
export function goalOf(finding: Finding): Goal | null {
  for (const remedy of finding.remedies) {
    const goal = plannableGoals.find((plannable) => plannable === remedy.goal);
    if (goal) return goal;
  }
  return null;
}

/** The goal that a wheel file of the user's would reach for a finding; null where none would. */
export function wheelGoalOf(finding: Finding): GoalOfOwnWheel | null {
  const [own] = finding.remedies.flatMap((each) => each.ownWheel ?? []);
  return own ?? null;
}

/** What the step could repair, the root cause first. What is harmless is not pushed at anyone. */
export function repairable(session: Session, area: RepairArea): Finding | null {
  const findings = session.diagnosis?.findings ?? [];
  return (
    findings.find((finding) => {
      if (!isFault(finding)) return false;
      const goal = goalOf(finding);
      return goal !== null && areaOf(goal) === area;
    }) ?? null
  );
}

/** Why a repair step has nothing to do, or null where it has (or nobody knows yet). */
export function reasonNotNeeded(session: Session, area: RepairArea): MessageRef | null {
  const { diagnosis } = session;
  if (!diagnosis || repairable(session, area)) return null;
  return area === 'triton' ? reasonWithoutTriton(session) : reasonByVerdict(session);
}

function reasonByVerdict(session: Session): MessageRef | null {
  switch (session.diagnosis?.verdict) {
    case undefined:
      return null;
    case 'healthy':
      return message('ui.not-needed.healthy');
    case 'benign':
      return message('ui.not-needed.benign');
    case 'hardware_limit':
      return message('ui.not-needed.hardware');
    case 'not_attention':
      return message('ui.not-needed.not-attention');
    case 'unknown':
      return message('ui.not-needed.unknown');
    case 'problem':
      return repairable(session, 'triton')
        ? message('ui.not-needed.only-triton')
        : message('ui.not-needed.by-hand');
  }
}

function reasonWithoutTriton(session: Session): MessageRef | null {
  const triton = session.diagnosis?.facts.triton;
  if (triton?.state === 'known') {
    return message('ui.not-needed.triton-there', { version: triton.value.version });
  }
  return triton?.state === 'absent'
    ? message('ui.not-needed.triton-unused')
    : message('ui.not-needed.triton-unknown');
}
