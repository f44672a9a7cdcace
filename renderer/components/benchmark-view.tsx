import { benchmarkTables, type BenchmarkTable } from '../../shared/benchmark-tables.ts';
import { kernelBackendNames } from '../../shared/kernel-backends.ts';
import type { Verification } from '../../shared/verification.ts';
import { useTexts } from '../language/texts.ts';
import { Fold } from './fold.tsx';
import styles from './benchmark-view.module.css';

/** What was timed: a ranked table for each piece of work, with bars that repeat its numbers. */
export function BenchmarkView(props: { verification: Verification }) {
  const { text, say } = useTexts();
  const { benchmark, benchmarkNote } = props.verification;
  if (benchmark.length === 0 && benchmarkNote === null) return null;
  const tables = benchmarkTables(benchmark);
  // One for each kind of work tells most of it.
  const first = tables.filter(
    (each, at) => tables.findIndex((one) => one.kind === each.kind) === at,
  );
  const others = tables.filter((each) => !first.includes(each));
  const tableOf = (table: BenchmarkTable) => (
    <RankedTable key={`${table.work} ${table.dtype}`} table={table} />
  );
  return (
    <section aria-labelledby="benchmark-title">
      <h2 id="benchmark-title" className="section-title">
        {text('benchmark.title')}
      </h2>
      {benchmarkNote && <p className={styles.note}>{say(benchmarkNote)}</p>}
      {first.map(tableOf)}
      {others.length > 0 && (
        <Fold summary={text('benchmark.more', { count: others.length })}>
          {others.map(tableOf)}
        </Fold>
      )}
    </section>
  );
}

function RankedTable({ table }: { table: BenchmarkTable }) {
  const { language, text } = useTexts();
  const number = (value: number, digits: number): string =>
    new Intl.NumberFormat(language, { maximumSignificantDigits: digits }).format(value);
  const { kind, work, shape, dtype } = table;
  const caption = { kind: text(`benchmark.kind.${kind}`), work, shape, dtype };
  return (
    <div
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={text('benchmark.table', caption)}
    >
      <table className={styles.table}>
        <caption>{text('benchmark.table', caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{text('benchmark.column.backend')}</th>
            <th scope="col">{text('benchmark.column.time')}</th>
            <th scope="col">{text('benchmark.column.against')}</th>
            <th scope="col">{text('benchmark.column.memory')}</th>
            <th scope="col">{text('benchmark.column.error')}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={row.backend}>
              <th scope="row">{kernelBackendNames[row.backend]}</th>
              <td className={styles.number}>{number(row.medianMs, 3)} ms</td>
              <td className={styles.against}>
                <span className={styles.track} aria-hidden>
                  <span className={styles.bar} style={{ inlineSize: `${row.share * 100}%` }} />
                </span>
                <span>
                  {table.rows.length === 1
                    ? text('benchmark.alone')
                    : at === 0
                      ? text('benchmark.fastest')
                      : text('benchmark.times', { times: number(row.times, 2) })}
                </span>
              </td>
              <td className={styles.number}>{number(Math.round(row.peakMiB), 4)} MiB</td>
              <td className={styles.number}>{number((row.relativeError ?? 0) * 100, 2)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
