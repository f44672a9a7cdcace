import { useState } from 'react';
import { bundlePartNames, mayLeaveOut, type BundlePart } from '../../shared/bundle.ts';
import type { Bundle } from '../../shared/report.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { BundleFiles } from '../components/bundle-files.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { Notice } from '../components/notice.tsx';
import { OperationProgress } from '../components/operation-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { formatBytes } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp, useAppState, useSession } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import styles from './report-screen.module.css';

/** Everything that helps others to help: shown in full before it is saved. */
export function ReportScreen() {
  const { language, text } = useTexts();
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
    onClick: () => void prepareBundle(targetId, { language }),
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
  return (
    <BundlePage
      // Another bundle, another choice.
      key={bundle.bundleId}
      bundle={bundle}
      prepareAgain={prepare}
      prepareWithout={(without) => void prepareBundle(targetId, { language, without })}
    />
  );
}

function BundlePage(props: {
  bundle: Bundle;
  prepareAgain: { label: string; onClick: () => void };
  prepareWithout: (without: BundlePart[]) => void;
}) {
  const { language, text } = useTexts();
  const { saveBundle, showBundle } = useActions();
  const { host } = useAppState().app;
  const saved = useApp((current) => current.bundleSaved);
  const { bundle } = props;
  const [out, setOut] = useState<readonly string[]>(bundle.leftOut);
  const asChosen = out.length === bundle.leftOut.length && out.every(isIn(bundle.leftOut));
  const { bundleIsOld } = useSession();
  const replaced = Object.values(bundle.redactions).reduce((sum, count) => sum + count, 0);
  const there = [...bundle.entries.map((entry) => entry.name), ...bundle.leftOut];
  const save = {
    label: text('ui.report.save'),
    onClick: () => void saveBundle(bundle.bundleId),
  };
  const choose = {
    label: text('ui.report.prepare-without'),
    onClick: () => props.prepareWithout(bundlePartNames.filter(isIn(out))),
  };
  return (
    <Screen
      heading={text(bundleIsOld ? 'ui.report.old' : 'ui.report.ready')}
      lead={
        bundleIsOld ? text('ui.report.old-lead') : text('ui.report.ready-lead', { count: replaced })
      }
      actions={
        <ActionBar
          primary={bundleIsOld ? props.prepareAgain : asChosen ? save : choose}
          cost={`${bundle.fileName} · ${formatBytes(language, bundle.bytes)}`}
          others={[bundleIsOld ? save : props.prepareAgain]}
        />
      }
    >
      <div className={styles.preview}>
        <div role="status">
          {saved !== null && (
            <Notice tone="good">
              <p>
                {text(saved.by === 'us' ? 'ui.report.saved' : 'ui.report.downloading', {
                  name: saved.name,
                })}
              </p>
              {host === 'desktop' && saved.by === 'us' && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => void showBundle(bundle.bundleId)}
                >
                  {text('ui.report.show-in-folder')}
                </button>
              )}
            </Notice>
          )}
        </div>
        <div className={styles.head}>
          <h2 className="section-title">{text('ui.report.preview')}</h2>
          <CopyButton label={text('ui.report.copy')} text={bundle.markdown} />
        </div>
        <MarkedText text={bundle.markdown} label={text('ui.report.preview')} />
      </div>
      <section aria-labelledby="bundle-parts">
        <h2 id="bundle-parts" className="section-title">
          {text('ui.report.parts')}
        </h2>
        <p className="quiet-note">{text('ui.report.parts-lead')}</p>
        <BundleFiles
          files={bundle.files}
          choice={{
            names: bundlePartNames.filter(isIn(there)),
            mayLeaveOut,
            isOut: isIn(out),
            toggle: (name) =>
              setOut(isIn(out)(name) ? out.filter((each) => each !== name) : [...out, name]),
          }}
        />
      </section>
    </Screen>
  );
}

function isIn(names: readonly string[]): (name: string) => boolean {
  return (name) => names.includes(name);
}
