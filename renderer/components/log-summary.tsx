import type { LogAnalysis } from '../../shared/log-analysis.ts';
import { formatBytes, formatCount } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import styles from './facts-list.module.css';

/** What the log tells of the machine that printed it; what it does not tell is left out. */
export function LogSummary(props: { analysis: LogAnalysis }) {
  const { language, text } = useTexts();
  const { summary, name, lines, bytes } = props.analysis;
  const rows = [
    ['ComfyUI', summary.comfyui],
    [text('ui.facts.gpu'), summary.gpu],
    [text('ui.facts.python'), summary.python],
    ['PyTorch', summary.torch],
    ['xFormers', summary.xformers],
    ['Triton', summary.triton],
    [text('ui.read-log.backend'), summary.backend && text(`ui.backend.${summary.backend}`)],
  ] as const;
  const known = rows.filter(([, value]) => value !== null);
  const size = text(lines === 1 ? 'ui.read-log.size-one' : 'ui.read-log.size', {
    name: name ?? text('ui.read-log.pasted'),
    lines: formatCount(language, lines),
    size: formatBytes(language, bytes),
  });
  if (known.length === 0) return <p className="quiet-note">{size}</p>;
  return (
    <section aria-labelledby="log-summary-title">
      <h2 id="log-summary-title" className="section-title">
        {text('ui.read-log.summary')}
      </h2>
      <dl className={styles.facts}>
        {known.map(([label, value]) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={`quiet-note ${styles.foot}`}>{size}</p>
    </section>
  );
}
