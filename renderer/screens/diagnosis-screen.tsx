import type { Diagnosis } from '../../shared/finding.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { CompareFold } from '../components/compare-fold.tsx';
import { ProtectPanel } from '../components/protect-panel.tsx';
import { ThreatsFold } from '../components/threats-fold.tsx';
import { FactsList } from '../components/facts-list.tsx';
import { DriverNotice } from '../components/driver-notice.tsx';
import { InUseNotice } from '../components/in-use-notice.tsx';
import { OperationProgress } from '../components/operation-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { useSession } from '../store/store-context.ts';
import { targetOf } from '../store/target.ts';
import { useInUse } from '../store/use-in-use.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import { ConflictsFold } from './conflicts-fold.tsx';
import { DriftNotice } from './drift-notice.tsx';
import { FindingList } from './finding-list.tsx';
import { PythonChoice } from './python-choice.tsx';
import { VerdictWord } from './verdict-word.tsx';

/** What is wrong, what is not, and why we say so. */
export function DiagnosisScreen() {
  const { text } = useTexts();
  const session = useSession();
  const next = useNextActions();
  const { operation, diagnosis, targetId } = session;
  const ours = operation?.kind === 'diagnose' ? operation : null;
  const name = targetOf(session)?.name ?? '';

  if (ours && ours.outcome === null) {
    return (
      <Screen
        heading={text('ui.diagnosis.looking', { name })}
        lead={text('ui.diagnosis.looking-lead')}
        actions={null}
      >
        <OperationProgress operation={ours} />
      </Screen>
    );
  }
  if (ours?.problem && ours.outcome !== 'succeeded') {
    if (ours.problem.code === 'python-unknown' && targetId !== null)
      return <PythonChoice installId={targetId} onBack={next.chooseInstall.onClick} />;
    const cancelled = ours.outcome === 'cancelled';
    return (
      <Screen
        heading={text(cancelled ? 'ui.diagnosis.cancelled' : 'ui.diagnosis.failed', { name })}
        actions={<ActionBar primary={next.lookAgain} others={[next.chooseInstall]} />}
      >
        <ProblemNotice problem={ours.problem} />
      </Screen>
    );
  }
  if (!diagnosis) {
    const primary = targetId === null ? next.chooseInstall : next.lookAgain;
    return (
      <Screen
        heading={text('ui.diagnosis.none')}
        lead={text('ui.diagnosis.none-lead')}
        actions={<ActionBar primary={primary} />}
      />
    );
  }
  return <DiagnosisPage diagnosis={diagnosis} />;
}

function DiagnosisPage(props: { diagnosis: Diagnosis }) {
  const { text, say } = useTexts();
  const next = useNextActions();
  const { diagnosis } = props;
  const inUse = useInUse(diagnosis.targetId);
  const headline = say(diagnosis.headline);
  const reason = diagnosis.reason && say(diagnosis.reason);
  const bar = next.consentFor(diagnosis.problem) ?? next.afterDiagnosis(diagnosis);
  return (
    <Screen
      label={<VerdictWord verdict={diagnosis.verdict} />}
      heading={headline}
      lead={reason}
      actions={<ActionBar {...bar} />}
    >
      <InUseNotice programs={inUse} />
      <DriverNotice diagnosis={diagnosis} />
      {diagnosis.problem && <ProblemNotice problem={diagnosis.problem} tone="unknown" />}
      <DriftNotice since={diagnosis.since} />
      <FindingList
        findings={diagnosis.findings}
        above={reason === null ? [headline] : [headline, reason]}
      />
      <ThreatsFold diagnosis={diagnosis} />
      <ProtectPanel targetId={diagnosis.targetId} known={diagnosis.protection ?? 'off'} />
      <ConflictsFold conflicts={diagnosis.facts.conflicts ?? []} />
      <section aria-labelledby="facts-title">
        <h2 id="facts-title" className="section-title">
          {text('ui.facts.title')}
        </h2>
        <FactsList diagnosis={diagnosis} />
      </section>
      <CompareFold targetId={diagnosis.targetId} />
    </Screen>
  );
}
