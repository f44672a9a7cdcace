import type { FixResult } from '../../shared/report.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { ChangeTable } from '../components/change-table.tsx';
import { Fold } from '../components/fold.tsx';
import { LeftAlone } from '../components/left-alone.tsx';
import { ProtectPanel } from '../components/protect-panel.tsx';
import { ProofAfterRepair } from './proof-after-repair.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { ToneWord, type Tone } from '../components/tone.tsx';
import { useTexts } from '../language/texts.ts';
import { useNextActions, type NextActions, type NextBar } from '../store/use-next-actions.ts';

const tones: Record<FixResult['outcome'], Tone> = {
  fixed: 'good',
  'nothing-to-do': 'good',
  undone: 'quiet',
  cancelled: 'quiet',
  'needs-attention': 'bad',
};

/** How the repair ended, each end in its own calm words. */
export function FixResultPage(props: { fix: FixResult }) {
  const { text } = useTexts();
  const next = useNextActions();
  const { fix } = props;
  const stays = fix.plan.pinned.filter((pin) => pin.name === 'torch');
  return (
    <Screen
      label={<ToneWord tone={tones[fix.outcome]}>{text(`ui.fix.${fix.outcome}.word`)}</ToneWord>}
      heading={text(`ui.fix.${fix.outcome}.heading`)}
      lead={text(`ui.fix.${fix.outcome}.lead`)}
      actions={<ActionBar {...barOf(fix, next, text('ui.repair.plan-again'))} />}
    >
      {fix.problem && fix.outcome !== 'cancelled' && <ProblemNotice problem={fix.problem} />}
      {fix.outcome === 'fixed' && <ProofAfterRepair fix={fix} />}
      <LeftAlone paths={fix.left ?? []} />
      {fix.outcome === 'fixed' && fix.changes.length > 0 && (
        <section aria-labelledby="changes-title">
          <h2 id="changes-title" className="section-title">
            {text('ui.fix.changes')}
          </h2>
          <ChangeTable done caption={text('ui.fix.changes')} changes={fix.changes} stays={stays} />
        </section>
      )}
      {fix.outcome === 'fixed' && fix.verification && (
        <ProtectPanel
          targetId={fix.plan.targetId}
          known={(fix.after ?? fix.before).protection ?? 'off'}
        />
      )}
      {fix.log.length > 0 && (
        <Fold summary={text('ui.fix.log', { count: fix.log.length })}>
          <pre className="code-block" tabIndex={0} role="region" aria-label={text('ui.log.region')}>
            {fix.log.slice(-400).join('\n')}
          </pre>
        </Fold>
      )}
    </Screen>
  );
}

function barOf(fix: FixResult, next: NextActions, planAgain: string): NextBar {
  switch (fix.outcome) {
    case 'fixed':
      return {
        primary: next.done,
        others: [fix.verification ? next.seeCheck : next.check, next.history],
      };
    case 'nothing-to-do':
      return { primary: next.check, others: [next.lookAgain] };
    case 'undone':
      return { primary: next.report, others: [next.plan(fix.plan.goal, planAgain)] };
    case 'cancelled':
      return { primary: next.plan(fix.plan.goal, planAgain), others: [next.seeDiagnosis] };
    case 'needs-attention':
      return { primary: next.history, others: [next.report] };
  }
}
