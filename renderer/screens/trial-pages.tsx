import type { Plan } from '../../shared/plan.ts';
import type { Problem } from '../../shared/problem.ts';
import type { TrialResult } from '../../shared/trial.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { Ladder } from '../components/ladder.tsx';
import { PlanView } from '../components/plan-view.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { ToneWord } from '../components/tone.tsx';
import { useTexts } from '../language/texts.ts';
import { useActions } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';

/** What came of a plan beside the environment; what works is taken over with one press. */
export function TriedPage(props: { trial: TrialResult }) {
  const { text } = useTexts();
  const { fix } = useActions();
  const next = useNextActions();
  const { plan, outcome, problem, verification } = props.trial;
  const works = outcome !== 'fails';
  const words = works ? 'works' : 'fails';
  const planAgain = next.plan(plan.goal, text('ui.repair.plan-again'));
  return (
    <Screen
      label={<ToneWord tone={works ? 'good' : 'bad'}>{text('ui.trial.word')}</ToneWord>}
      heading={text(`ui.trial.${words}.heading`)}
      lead={text(`ui.trial.${words}.lead`, { root: plan.environmentRoot })}
      actions={
        works ? (
          <ActionBar
            primary={{ label: text('ui.trial.take-over'), onClick: () => void fix(plan.id) }}
            others={[next.seeDiagnosis]}
          />
        ) : (
          <ActionBar primary={next.report} others={[planAgain, next.seeDiagnosis]} />
        )
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {verification && <Ladder rungs={verification.rungs} />}
      <PlanView plan={plan} />
    </Screen>
  );
}

/** It could not be found out: the plan stands as it was. */
export function NotTriedPage(props: { problem: Problem; plan: Plan }) {
  const { text } = useTexts();
  const { tryBeside } = useActions();
  const next = useNextActions();
  const { problem, plan } = props;
  const again = { label: text('ui.trial.again'), onClick: () => void tryBeside(plan.id) };
  const planAgain = next.plan(plan.goal, text('ui.repair.plan-again'));
  const isOld = problem.code === 'plan-outdated' || problem.code === 'plan-unknown';
  const cancelled = problem.code === 'cancelled';
  return (
    <Screen
      heading={text(cancelled ? 'ui.trial.cancelled' : 'ui.trial.not-done')}
      lead={text('ui.repair.nothing-changed')}
      actions={
        <ActionBar
          {...(next.consentFor(problem) ?? {
            primary: isOld ? planAgain : again,
            others: [isOld ? next.seeDiagnosis : planAgain],
          })}
        />
      }
    >
      {!cancelled && <ProblemNotice problem={problem} />}
      <PlanView plan={plan} />
    </Screen>
  );
}
