import type { Said } from '../../../shared/said.ts';
import { isFault } from '../../../shared/severity.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import type { Clues } from '../diagnosis/evidence/clues.ts';
import { hear, placeOf } from '../diagnosis/evidence/heard.ts';
import { findingsFrom } from '../diagnosis/judge.ts';
import type { TellBroken } from '../mistakes/parts.ts';
import { backendSignatures } from './log-backends.ts';
import { isSpoken } from './spoken.ts';

/** How far a start came: it printed its address, and it made something. */
const started: readonly SignatureId[] = ['FACT_STARTED'];
const generated: readonly SignatureId[] = ['FACT_GENERATED'];

/**
 * What counts of a log with several starts: the last one alone, once it is without a fault
 * and came past the place where an earlier one had its fault. Otherwise everything.
 */
export function whatCounts(
  said: readonly Said[],
  cluesOf: (said: readonly Said[]) => Clues,
  tell: TellBroken,
): { said: readonly Said[]; earlierTrouble: boolean } {
  const all = { said, earlierTrouble: false };
  const start = said.findLastIndex((each) => each.signature === 'FACT_RUN');
  const [before, last] = [said.slice(0, start), said.slice(start)];
  if (start < 0 || !isRun(before)) return all;
  const runs = hear(last);
  if (!runs.has(...started, ...generated)) return all;
  if (faults(last, cluesOf, tell).length > 0) return all;
  const earlier = faults(before, cluesOf, tell);
  const isPast = earlier.every((line) =>
    runs.has(...(isOfStart(line, before) ? started : generated)),
  );
  return earlier.length > 0 && isPast ? { said: last, earlierTrouble: true } : all;
}

/** Only what an earlier start itself printed makes it one; a pasted error above a log is none. */
function isRun(said: readonly Said[]): boolean {
  return hear(said).has('FACT_RUN', ...started, ...generated, ...backendSignatures);
}

/** The lines that show a fault. */
function faults(
  said: readonly Said[],
  cluesOf: (said: readonly Said[]) => Clues,
  tell: TellBroken,
): Said[] {
  return findingsFrom(cluesOf(said), tell)
    .filter((each) => isFault(each) && isSpoken(each))
    .flatMap((each) => each.evidence.flatMap((one) => (one.said ? [one.said] : [])));
}

/** Printed while the program was starting: a later start that came through has passed it. */
function isOfStart(line: Said, said: readonly Said[]): boolean {
  const before = said.filter((each) => placeOf(each) <= placeOf(line));
  const run = before.findLast((each) => each.signature === 'FACT_RUN');
  const from = run ? placeOf(run) : 0;
  return !before.some((each) => started.includes(each.signature) && placeOf(each) >= from);
}
