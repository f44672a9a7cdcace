import { ActionBar } from '../components/action-bar.tsx';
import { OperationProgress } from '../components/operation-progress.tsx';
import { PlanView } from '../components/plan-view.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { ToneWord } from '../components/tone.tsx';
import { assertNever } from '../../shared/assert-never.ts';
import { useTexts } from '../language/texts.ts';
import { repairView } from '../store/repair-view.ts';
import { useApp, useSession } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import type { RepairArea } from '../store/wizard-steps.ts';
import { FixFailedPage, PlanFailedPage } from './repair-failed.tsx';
import { FixResultPage } from './fix-result-page.tsx';
import { PlanReviewPage } from './plan-review-page.tsx';
import { NotTriedPage, TriedPage } from './trial-pages.tsx';

/** Upgrade and Triton: the same page, for the two things that can be put right. */
export function RepairScreen(props: { area: RepairArea }) {
  const { text, say } = useTexts();
  const session = useSession();
  const wantedGoal = useApp((current) => current.wantedGoal);
  const next = useNextActions();
  const view = repairView(session, props.area, wantedGoal);

  switch (view.kind) {
    case 'no-diagnosis':
      return (
        <Screen
          heading={text('ui.repair.no-diagnosis')}
          lead={text('ui.repair.no-diagnosis-lead')}
          actions={
            <ActionBar primary={session.targetId === null ? next.chooseInstall : next.lookAgain} />
          }
        />
      );
    case 'planning':
      return (
        <Screen
          heading={text('ui.repair.planning')}
          lead={text('ui.repair.planning-lead')}
          actions={null}
        >
          <OperationProgress operation={view.operation} />
        </Screen>
      );
    case 'plan-failed':
      return <PlanFailedPage problem={view.problem} goal={view.goal} />;
    case 'review':
      return <PlanReviewPage plan={view.plan} />;
    case 'tried':
      return <TriedPage trial={view.trial} />;
    case 'not-tried':
      return <NotTriedPage problem={view.problem} plan={view.plan} />;
    case 'trying':
      return (
        <Screen
          heading={text('ui.trial.running')}
          lead={text('ui.trial.running-lead')}
          actions={null}
        >
          <OperationProgress operation={view.operation} />
        </Screen>
      );
    case 'fixing':
      return (
        <Screen
          heading={text('ui.repair.fixing')}
          lead={text('ui.repair.fixing-lead')}
          actions={null}
        >
          <OperationProgress operation={view.operation} />
        </Screen>
      );
    case 'fix-failed':
      return (
        <FixFailedPage problem={view.problem} plan={view.plan} goal={view.goal}>
          <ProblemNotice problem={view.problem} />
          {view.plan && <PlanView plan={view.plan} />}
        </FixFailedPage>
      );
    case 'result':
      return <FixResultPage fix={view.fix} />;
    case 'offer':
      return (
        <Screen
          heading={say(view.finding.title)}
          lead={say(view.finding.explanation)}
          actions={
            <ActionBar
              primary={next.plan(
                props.area === 'triton' ? 'triton' : 'recommended',
                text('ui.repair.show-plan'),
              )}
              cost={text('ui.next.fix-everything-cost')}
              others={[next.seeDiagnosis]}
            />
          }
        />
      );
    case 'not-needed':
      return (
        <Screen
          label={<ToneWord tone="good">{text('ui.mark.not-needed')}</ToneWord>}
          heading={text(`ui.repair.nothing.${props.area}`)}
          lead={say(view.reason)}
          actions={<ActionBar primary={next.check} others={[next.seeDiagnosis]} />}
        />
      );
    default:
      return assertNever(view);
  }
}
