import type { Bundle } from '../../shared/report.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Fold } from '../components/fold.tsx';
import { Notice } from '../components/notice.tsx';
import { OperationProgress } from '../components/operation-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { formatBytes } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp, useSession } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import styles from './report-screen.module.css';

/** Everything that helps others to help: shown in full before it is saved. */
export function ReportScreen() {
  const { text } = useTexts();
  const session = useSession();
  const { prepareBundle } = useActions();
  const next = useNextActions();
  const { operation, bundle, targetId } = session;
  const ours = operation?.kind === 'bundle' ? operation : null;

  if (ours && ours.outcome === null) {
    return (
      <Screen heading={text('ui.report.preparing')} lead={text('ui.report.lead')} actions={null}>
        <OperationProgress operation={ours} />
      </Screen>
    );
  }
  if (targetId === null) {
    return (
      <Screen
        heading={text('ui.report.none')}
        lead={text('ui.diagnosis.none-lead')}
        actions={<ActionBar primary={next.chooseInstall} />}
      />
    );
  }
  const prepare = {
    label: text(bundle ? 'ui.report.prepare-again' : 'ui.report.prepare'),
    onClick: () => void prepareBundle(targetId),
  };
  const problem = ours?.outcome === 'succeeded' ? null : (ours?.problem ?? null);
  if (problem || !bundle) {
    return (
      <Screen
        heading={text('ui.report.heading')}
        lead={text('ui.report.lead')}
        actions={<ActionBar primary={prepare} cost={text('ui.report.prepare-cost')} />}
      >
        {problem && <ProblemNotice problem={problem} />}
      </Screen>
    );
  }
  return <BundlePage bundle={bundle} prepareAgain={prepare} />;
}

function BundlePage(props: {
  bundle: Bundle;
  prepareAgain: { label: string; onClick: () => void };
}) {
  const { language, text } = useTexts();
  const { saveBundle } = useActions();
  const savedAs = useApp((current) => current.savedAs);
  const { bundle } = props;
  const { bundleIsOld } = useSession();
  const save = {
    label: text('ui.report.save'),
    onClick: () => void saveBundle(bundle.bundleId),
  };
  const replaced = Object.values(bundle.redactions).reduce((sum, count) => sum + count, 0);
  return (
    <Screen
      heading={text(bundleIsOld ? 'ui.report.old' : 'ui.report.ready')}
      lead={
        bundleIsOld ? text('ui.report.old-lead') : text('ui.report.ready-lead', { count: replaced })
      }
      actions={
        <ActionBar
          primary={bundleIsOld ? props.prepareAgain : save}
          cost={`${bundle.fileName} · ${formatBytes(language, bundle.bytes)}`}
          others={[bundleIsOld ? save : props.prepareAgain]}
        />
      }
    >
      <div className={styles.preview}>
        <div role="status">
          {savedAs !== null && (
            <Notice tone="good">
              <p>{text('ui.report.saved', { name: savedAs })}</p>
            </Notice>
          )}
        </div>
        <div className={styles.head}>
          <h2 className="section-title">{text('ui.report.preview')}</h2>
          <CopyButton label={text('ui.report.copy')} text={bundle.markdown} />
        </div>
        <pre
          className={styles.markdown}
          tabIndex={0}
          role="region"
          aria-label={text('ui.report.preview')}
        >
          {bundle.markdown}
        </pre>
      </div>
      <Fold summary={text('ui.report.entries', { count: bundle.entries.length })}>
        <ul className={styles.entries}>
          {bundle.entries.map((entry) => (
            <li key={entry.name}>
              <code>{entry.name}</code> <span>{formatBytes(language, entry.bytes)}</span>
            </li>
          ))}
        </ul>
      </Fold>
    </Screen>
  );
}
