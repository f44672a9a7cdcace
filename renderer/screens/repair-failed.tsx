import type { ReactNode } from 'react';
import type { Goal } from '../../shared/goal.ts';
import type { Plan } from '../../shared/plan.ts';
import type { MessageKey } from '../../shared/messages/index.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp } from '../store/store-context.ts';
import { useInUse } from '../store/use-in-use.ts';
import { useNextActions, type NextAction } from '../store/use-next-actions.ts';

/** Problems that are no failure. */
const headings: Partial<Record<ProblemCode, MessageKey>> = {
  cancelled: 'ui.repair.plan-cancelled',
  'consent-needed': 'ui.consent.needed',
};

/** The same plan would be refused again; another file may be the way. */
const aboutWheels: readonly ProblemCode[] = ['no-matching-wheel', 'wheel-unfit'];

/** No plan: nothing was changed, and the problem says what to do. */
export function PlanFailedPage(props: { problem: Problem; goal: Goal }) {
  const { text } = useTexts();
  const next = useNextActions();
  const wheelId = useApp((current) => current.wantedWheel);
  const { code } = props.problem;
  const planAgain = next.plan(props.goal, text('ui.repair.plan-again'), wheelId);
  const chooseWheel = next.chooseWheel(props.goal, wheelId !== null);
  const tries = chooseWheel ? [planAgain, chooseWheel] : [planAgain];
  if (aboutWheels.includes(code)) tries.reverse();
  const [primary, ...others] = [...tries, next.seeDiagnosis, next.report];
  const ways =
    code === 'python-silent'
      ? { primary: next.lookAgain, others: [next.report] }
      : { primary, others };
  return (
    <Screen
      heading={text(headings[code] ?? 'ui.repair.plan-failed')}
      lead={text('ui.repair.nothing-changed')}
      actions={<ActionBar {...(next.consentFor(props.problem) ?? ways)} />}
    >
      <ProblemNotice problem={props.problem} />
    </Screen>
  );
}

/** Refused until something is closed; then it can go on. */
const closeFirst: readonly ProblemCode[] = ['comfyui-running', 'python-in-use'];

/** The repair ended without a result of its own: it was refused before it began. */
export function FixFailedPage(props: {
  problem: Problem;
  plan: Plan | null;
  goal: Goal;
  children: ReactNode;
}) {
  const { text } = useTexts();
  const { fix } = useActions();
  const next = useNextActions();
  const { problem, plan, goal } = props;
  const planAgain = next.plan(goal, text('ui.repair.plan-again'));
  const tryAgain: NextAction | null = plan && {
    label: text('ui.repair.try-again'),
    onClick: () => void fix(plan.id),
  };
  const inUse = useInUse(closeFirst.includes(problem.code) ? (plan?.targetId ?? null) : null);
  const waits = inUse !== null && inUse.length > 0;
  const leftovers = problem.code === 'interrupted-repair' || problem.code === 'undo-failed';
  const outdated = problem.code === 'plan-outdated' || problem.code === 'plan-unknown';
  const primary = leftovers ? next.history : outdated ? planAgain : (tryAgain ?? planAgain);
  const others = [tryAgain, planAgain].filter(
    (action): action is NextAction => action !== null && action !== primary,
  );
  return (
    <Screen
      heading={text(
        problem.code === 'cancelled' ? 'ui.fix.cancelled.heading' : 'ui.repair.fix-failed',
      )}
      actions={
        <ActionBar
          {...(next.consentFor(problem) ?? { primary: { ...primary, disabled: waits }, others })}
          cost={waits ? text('ui.plan.waits') : null}
        />
      }
    >
      {props.children}
    </Screen>
  );
}
