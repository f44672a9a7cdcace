import type { MessageKey } from '../../shared/messages/index.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import { proofOf, type Proof } from '../../shared/proof.ts';
import type { Verification } from '../../shared/verification.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { BenchmarkView } from '../components/benchmark-view.tsx';
import { Ladder } from '../components/ladder.tsx';
import { OperationProgress } from '../components/operation-progress.tsx';
import { ProofLaunch } from '../components/proof-launch.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { WorkflowView } from '../components/workflow-view.tsx';
import { ToneWord, type Tone } from '../components/tone.tsx';
import { useTexts } from '../language/texts.ts';
import { useActions, useSession } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import { Recommendation } from './recommendation.tsx';

/** Problems that are no failure. */
const headings: Partial<Record<ProblemCode, MessageKey>> = {
  cancelled: 'ui.verify.cancelled',
  'consent-needed': 'ui.consent.needed',
};

/** Proof: checks that each prove more than the one before, with their evidence. */
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
        <Ladder rungs={ours.rungs} />
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
        <ExplainLink />
      </Screen>
    );
  }
  return <VerificationPage verification={verification} />;
}

function VerificationPage(props: { verification: Verification }) {
  const { text } = useTexts();
  const next = useNextActions();
  const { targetId } = useSession();
  const { rungs, recommended } = props.verification;
  const proof = proofOf(props.verification);
  const failed = rungs.filter((rung) => rung.outcome === 'fail').length;
  const again = { ...next.check, label: text('ui.verify.again') };
  return (
    <Screen
      label={<ToneWord tone={tones[proof]}>{text(`ui.verify.${proof}.word`)}</ToneWord>}
      heading={
        proof === 'failed'
          ? text('ui.verify.failed.heading', { failed, count: rungs.length })
          : text(`proof.${proof}`)
      }
      lead={text(`ui.verify.${proof}.lead`)}
      actions={
        proof === 'failed' ? (
          <ActionBar primary={next.lookAgain} others={[again, next.report]} />
        ) : (
          <ActionBar primary={next.done} others={[next.measure, again, next.report]} />
        )
      }
    >
      <Recommendation recommended={recommended} />
      {props.verification.launch && <ProofLaunch command={props.verification.launch} />}
      <BenchmarkView verification={props.verification} />
      {targetId !== null && <WorkflowView targetId={targetId} verification={props.verification} />}
      <Ladder rungs={rungs} />
      <ExplainLink />
    </Screen>
  );
}

function ExplainLink() {
  const { text } = useTexts();
  const { goTo } = useActions();
  return (
    <p>
      <button type="button" className="link-button" onClick={() => goTo('attention')}>
        {text('explain.link')}
      </button>
    </p>
  );
}

const tones: Record<Proof, Tone> = {
  works: 'good',
  'works-cpu': 'good',
  fits: 'good',
  failed: 'bad',
  partly: 'unknown',
  nothing: 'quiet',
};
