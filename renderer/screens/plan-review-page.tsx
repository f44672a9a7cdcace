import { ownWheelOf, type Plan } from '../../shared/plan.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { InUseNotice } from '../components/in-use-notice.tsx';
import { MirrorChoice } from '../components/mirror-choice.tsx';
import { PlanView } from '../components/plan-view.tsx';
import { Screen } from '../components/screen.tsx';
import { formatBytes } from '../language/formats.ts';
import { useTexts, type Texts } from '../language/texts.ts';
import { useActions } from '../store/store-context.ts';
import { useInUse } from '../store/use-in-use.ts';
import { useNextActions } from '../store/use-next-actions.ts';

/** The plan before it runs. This is the one place where the user is asked. */
export function PlanReviewPage(props: { plan: Plan }) {
  const texts = useTexts();
  const { text } = texts;
  const { fix, tryBeside } = useActions();
  const next = useNextActions();
  const { plan } = props;
  const inUse = useInUse(plan.targetId);
  const chooseWheel = next.chooseWheel(plan.goal, ownWheelOf(plan) !== null);
  const waits = inUse !== null && inUse.length > 0;
  return (
    <Screen
      heading={text('ui.plan.heading')}
      lead={text('ui.plan.lead', { root: plan.environmentRoot })}
      actions={
        <ActionBar
          primary={{
            label: text('ui.plan.apply'),
            onClick: () => void fix(plan.id),
            disabled: waits,
          }}
          cost={waits ? text('ui.plan.waits') : costOf(texts, plan)}
          others={[
            { label: text('ui.trial.button'), onClick: () => void tryBeside(plan.id) },
            ...(chooseWheel ? [chooseWheel] : []),
            next.seeDiagnosis,
          ]}
        />
      }
    >
      <InUseNotice programs={inUse} />
      <PlanView plan={plan} />
      {plan.downloadBytes !== 0 && <MirrorChoice plan={plan} />}
    </Screen>
  );
}

/** "41 MB to download · 120 MB on disk", and only what is known. */
function costOf({ language, text }: Texts, plan: Plan): string {
  const download =
    plan.downloadBytes === null
      ? text('ui.plan.download-unknown')
      : text('ui.plan.download', { size: formatBytes(language, plan.downloadBytes) });
  const disk =
    plan.diskBytes === null
      ? null
      : text('ui.plan.disk', { size: formatBytes(language, plan.diskBytes) });
  return [download, disk].filter(Boolean).join(' · ');
}
