import type { Goal } from '../../shared/goal.ts';
import type { Session } from '../../shared/session.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { areaOf, wizardSteps, type RepairArea, type WizardStep } from './wizard-steps.ts';

/** Pages beside the steps. */
const otherPages = ['history', 'timeline', 'log', 'attention', 'settings', 'about'] as const;
export type Page = WizardStep | (typeof otherPages)[number];

/**
 * The page that belongs to what the engine did last. The wizard follows this unless the user
 * looks elsewhere, so a reload in the middle of a repair comes back to its live progress.
 */
export function pageOf(session: Session, wantedGoal: Goal | null): Page {
  const { operation } = session;
  if (!operation) return session.diagnosis ? 'diagnosis' : 'install';
  switch (operation.kind) {
    case 'find':
      return 'install';
    case 'diagnose':
    case 'protect':
    case 'compare':
      return 'diagnosis';
    case 'plan':
      return planningArea(session, wantedGoal);
    case 'fix':
    case 'trial':
      return fixingArea(session);
    case 'verify':
      return 'verification';
    case 'rollback':
      return 'history';
    case 'bundle':
      return 'report';
    case 'log':
      return 'log';
    default:
      return assertNever(operation.kind);
  }
}

/** Where the plan that is being made, or was made last, is shown. */
export function planningArea(session: Session, wantedGoal: Goal | null): RepairArea {
  const { operation, plan } = session;
  const made = operation?.result?.kind === 'plan' ? operation.result.plan : null;
  const goal = made?.goal ?? wantedGoal ?? plan?.goal;
  return goal ? areaOf(goal) : 'upgrade';
}

/** Where the repair that runs, or ran last, is shown. */
export function fixingArea(session: Session): RepairArea {
  const plan = session.plan ?? session.fix?.plan;
  return plan ? areaOf(plan.goal) : 'upgrade';
}

/** A name that an address may carry. */
export function isPage(name: string): name is Page {
  return [...otherPages, ...wizardSteps].some((page) => page === name);
}

export function isWizardStep(page: Page): page is WizardStep {
  return wizardSteps.some((step) => step === page);
}
