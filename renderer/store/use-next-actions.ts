import type { Diagnosis } from '../../shared/finding.ts';
import { takesOwnWheel, type Goal } from '../../shared/goal.ts';
import type { Problem } from '../../shared/problem.ts';
import { isFault } from '../../shared/severity.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useSession } from './store-context.ts';
import { goalOf } from './wizard-steps.ts';

export type NextAction = { label: string; onClick: () => void };
export type NextBar = { primary: NextAction; cost?: string; others: NextAction[] };

export type NextActions = {
  chooseInstall: NextAction;
  lookAgain: NextAction;
  seeDiagnosis: NextAction;
  check: NextAction;
  measure: NextAction;
  seeCheck: NextAction;
  report: NextAction;
  history: NextAction;
  timeline: NextAction;
  done: NextAction;
  /** `wheelId`: with this wheel file of the user's. */
  plan: (goal: Goal, label: string, wheelId?: string | null) => NextAction;
  /** null where nothing of this goal comes as a file. */
  chooseWheel: (goal: Goal, another?: boolean) => NextAction | null;
  afterDiagnosis: (diagnosis: Diagnosis) => NextBar;
  /** What the user can answer to `consent-needed`; null for every other problem, and none. */
  consentFor: (problem: Problem | null) => NextBar | null;
};

/** The ways on that several pages offer, named the same everywhere. */
export function useNextActions(): NextActions {
  const { text } = useTexts();
  const actions = useActions();
  const { targetId } = useSession();

  function withTarget(job: (targetId: string) => Promise<void>): () => void {
    return () => (targetId === null ? actions.goTo('install') : void job(targetId));
  }
  function plan(goal: Goal, label: string, wheelId: string | null = null): NextAction {
    return { label, onClick: withTarget((id) => actions.plan(id, goal, wheelId)) };
  }
  function chooseWheel(goal: Goal, another = false): NextAction | null {
    if (!takesOwnWheel(goal)) return null;
    return {
      label: text(another ? 'ui.wheel.choose-other' : 'ui.wheel.choose'),
      onClick: withTarget((id) => actions.chooseWheel(id, goal)),
    };
  }
  const chooseInstall = {
    label: text('ui.next.choose-install'),
    onClick: () => actions.goTo('install'),
  };
  const lookAgain = { label: text('ui.next.look-again'), onClick: withTarget(actions.diagnose) };
  const check = { label: text('ui.next.check'), onClick: withTarget(actions.verify) };
  const measure = { label: text('ui.next.measure'), onClick: withTarget(actions.measure) };
  const report = { label: text('ui.next.report'), onClick: () => actions.goTo('report') };

  function consentFor(problem: Problem | null): NextBar | null {
    if (problem?.code !== 'consent-needed') return null;
    const filesOnly = text('ui.consent.files-only');
    return {
      primary: { label: text('ui.consent.start'), onClick: withTarget(actions.startPython) },
      cost: text('ui.consent.once'),
      others: [{ label: filesOnly, onClick: withTarget(actions.lookAtFiles) }],
    };
  }

  function afterDiagnosis(diagnosis: Diagnosis): NextBar {
    // Whatever else there is needs a Python that answers.
    if (diagnosis.problem?.code === 'python-silent')
      return { primary: lookAgain, others: [report] };
    const canFix = diagnosis.findings.some(
      (finding) => isFault(finding) && goalOf(finding) !== null,
    );
    switch (diagnosis.verdict) {
      case 'problem':
        return canFix
          ? {
              primary: plan('recommended', text('ui.next.fix-everything')),
              cost: text('ui.next.fix-everything-cost'),
              others: [lookAgain],
            }
          : { primary: report, others: [lookAgain] };
      case 'healthy':
      case 'benign':
      case 'hardware_limit':
        return { primary: check, cost: text('ui.next.check-cost'), others: [lookAgain] };
      case 'not_attention':
      case 'unknown':
        return { primary: lookAgain, others: [report] };
    }
  }

  return {
    chooseInstall,
    lookAgain,
    check,
    measure,
    report,
    done: { label: text('ui.next.done'), onClick: () => actions.goTo('install') },
    plan,
    chooseWheel,
    afterDiagnosis,
    consentFor,
    seeDiagnosis: {
      label: text('ui.next.see-diagnosis'),
      onClick: () => actions.goTo('diagnosis'),
    },
    seeCheck: { label: text('ui.next.see-check'), onClick: () => actions.goTo('verification') },
    history: { label: text('ui.next.history'), onClick: () => actions.goTo('history') },
    timeline: { label: text('history.timeline.open'), onClick: () => actions.goTo('timeline') },
  };
}
