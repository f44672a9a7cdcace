import type { MessageKey } from '../../shared/messages/index.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { Verification } from '../../shared/verification.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { Ladder } from '../components/ladder.tsx';
import { OperationProgress } from '../components/operation-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { ToneWord, type Tone } from '../components/tone.tsx';
import { useTexts } from '../language/texts.ts';
import { useSession } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import { Recommendation } from './recommendation.tsx';

/** Problems that are no failure. */
const headings: Partial<Record<ProblemCode, MessageKey>> = {
  cancelled: 'ui.verify.cancelled',
  'consent-needed': 'ui.consent.needed',
};

/** Proof: four checks in a fresh Python, each with its evidence. */
export function VerificationScreen() {
  const { text } = useTexts();
  const session = useSession();
  const next = useNextActions();
  const { operation, verification } = session;
  const ours = operation?.kind === 'verify' ? operation : null;

  if (ours && ours.outcome === null) {
    return (
      <Screen heading={text('ui.verify.running')} lead={text('ui.verify.lead')} actions={null}>
        <OperationProgress operation={ours} />
        <Ladder rungs={null} />
      </Screen>
    );
  }
  const problem = ours?.outcome === 'succeeded' ? null : (ours?.problem ?? null);
  if (problem) {
    return (
      <Screen
        heading={text(headings[problem.code] ?? 'ui.verify.not-done')}
        actions={
          <ActionBar
            {...(next.consentFor(problem) ?? { primary: next.check, others: [next.report] })}
          />
        }
      >
        <ProblemNotice problem={problem} />
      </Screen>
    );
  }
  if (!verification) {
    return (
      <Screen
        heading={text('ui.verify.none')}
        lead={text('ui.verify.lead')}
        actions={
          <ActionBar
            primary={session.targetId === null ? next.chooseInstall : next.check}
            cost={session.targetId === null ? null : text('ui.next.check-cost')}
          />
        }
      >
        <Ladder rungs={null} />
      </Screen>
    );
  }
  return <VerificationPage verification={verification} />;
}

function VerificationPage(props: { verification: Verification }) {
  const { text } = useTexts();
  const next = useNextActions();
  const { rungs, recommended } = props.verification;
  const outcome = outcomeOf(props.verification);
  const failed = rungs.filter((rung) => rung.outcome === 'fail').length;
  const again = { ...next.check, label: text('ui.verify.again') };
  return (
    <Screen
      label={<ToneWord tone={tones[outcome]}>{text(`ui.verify.${outcome}.word`)}</ToneWord>}
      heading={text(`ui.verify.${outcome}.heading`, { failed, count: rungs.length })}
      lead={text(`ui.verify.${outcome}.lead`)}
      actions={
        outcome === 'failed' ? (
          <ActionBar primary={next.lookAgain} others={[again, next.report]} />
        ) : (
          <ActionBar primary={next.report} others={[again]} />
        )
      }
    >
      <Recommendation recommended={recommended} />
      <Ladder rungs={rungs} />
    </Screen>
  );
}

type Outcome = 'passed' | 'failed' | 'partly' | 'skipped';

const tones: Record<Outcome, Tone> = {
  passed: 'good',
  failed: 'bad',
  partly: 'unknown',
  skipped: 'quiet',
};

function outcomeOf(verification: Verification): Outcome {
  const outcomes = new Set(verification.rungs.map((rung) => rung.outcome));
  if (outcomes.has('fail')) return 'failed';
  if (outcomes.has('unknown')) return 'partly';
  return outcomes.has('pass') ? 'passed' : 'skipped';
}
