import { benchmarkTables, type BenchmarkTable } from '../../../shared/benchmark-tables.ts';
import { kernelBackendNames } from '../../../shared/kernel-backends.ts';
import type { Verification } from '../../../shared/verification.ts';
import type { Page } from './page.ts';
import { columns } from './terminal.ts';
import { wrap } from './wrap.ts';

/** What was timed: a ranked table for each piece of work, and why something is missing. */
export function printBenchmark(page: Page, verification: Verification): string[] {
  const { benchmark, benchmarkNote } = verification;
  const note = benchmarkNote ? ['', ...wrap(page.tell(benchmarkNote), page.terminal.width)] : [];
  if (benchmark.length === 0) return note;
  const tables = benchmarkTables(benchmark).flatMap((table) => printTable(page, table));
  return ['', page.say('benchmark.title'), ...tables, ...note];
}

function printTable(page: Page, { kind, work, shape, dtype, rows }: BenchmarkTable): string[] {
  const title = page.say('benchmark.table', {
    kind: page.say(`benchmark.kind.${kind}`),
    ...{ work, shape, dtype },
  });
  const lines = rows.map((row, at) => [
    `    ${kernelBackendNames[row.backend]}`,
    `${row.medianMs.toPrecision(3)} ms`,
    against(page, rows.length, at, row.times),
    `${Math.round(row.peakMiB)} MiB`,
    (row.relativeError ?? 0).toExponential(1),
    (row.kernel ?? '').slice(0, 60),
  ]);
  return ['', `  ${title}`, ...columns(lines)];
}

/** Of one alone nobody can say that it is the fastest. */
function against(page: Page, count: number, at: number, times: number): string {
  if (count === 1) return page.say('benchmark.alone');
  if (at === 0) return page.terminal.style.good(page.say('benchmark.fastest'));
  return page.say('benchmark.times', { times: times.toFixed(1) });
}
