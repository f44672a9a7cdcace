import type { OpenedBundle } from '../../shared/bundle.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { BundleFiles } from '../components/bundle-files.tsx';
import { Ladder } from '../components/ladder.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { Screen } from '../components/screen.tsx';
import { ToneWord } from '../components/tone.tsx';
import { formatMoment } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { FindingList } from './finding-list.tsx';

/** A bundle that somebody sent, for the one who helps: nothing here is about this computer. */
export function OpenedBundlePage(props: { opened: OpenedBundle; onClose: () => void }) {
  const { text, say, language } = useTexts();
  const { fileName, report, files } = props.opened;
  const close = { label: text('ui.opened.close'), onClick: props.onClose };
  const word = <ToneWord tone="quiet">{text('ui.opened.word')}</ToneWord>;
  const list = (
    <section aria-labelledby="opened-files">
      <h2 id="opened-files" className="section-title">
        {text('ui.opened.files', { name: fileName })}
      </h2>
      <BundleFiles files={files} />
    </section>
  );
  if (!report) {
    const markdown = files.find(({ name }) => name === 'report.md')?.text ?? '';
    return (
      <Screen label={word} heading={fileName} actions={<ActionBar primary={close} />}>
        <p>{text('ui.opened.as-it-is')}</p>
        <MarkedText text={markdown} label="report.md" />
        {list}
      </Screen>
    );
  }
  const { diagnosis, verification, at, version } = report;
  const headline = say(diagnosis.headline);
  const reason = diagnosis.reason && say(diagnosis.reason);
  return (
    <Screen
      label={word}
      heading={headline}
      lead={text('ui.opened.lead', { at: formatMoment(language, at), version })}
      actions={<ActionBar primary={close} />}
    >
      {reason !== null && <p>{reason}</p>}
      <FindingList
        // No remedy of theirs is for this computer.
        findings={diagnosis.findings.map((each) => ({ ...each, remedies: [] }))}
        above={reason === null ? [headline] : [headline, reason]}
        openEvidence
      />
      {verification && <Ladder rungs={verification.rungs} />}
      {list}
    </Screen>
  );
}
