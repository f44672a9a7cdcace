import fc from 'fast-check';
import type { Verdict } from '../../../shared/finding.ts';
import type { StatedFacts } from '../../../shared/stated-facts.ts';
import type { Cause, FixDetail, FixKind } from '../../../shared/taxonomy.ts';
import { machineWords } from './machine-words.ts';

/**
 * A trouble as the programs print it, and what it comes to. Words in braces stand for what
 * varies (machine-words.ts); the same word means the same thing everywhere in one log.
 */
export type LogTemplate = {
  name: string;
  cause: Cause;
  fix: FixKind;
  detail?: FixDetail;
  verdict: Verdict;
  /** A line that begins with `told` is one that the finding has to show. */
  lines: readonly string[];
  stated?: StatedFacts;
};

/** Marks the line that the evidence has to point at. */
export const told = '>>';

export type FilledTemplate = {
  lines: string[];
  /** Places in `lines`, counted from 0. */
  toldAt: number[];
  stated: StatedFacts | null;
};

const word = /\{([a-z]+)\}/g;

/** The template with its words filled in, alike within one log and differently in each. */
export function filledTemplate(template: LogTemplate): fc.Arbitrary<FilledTemplate> {
  const stated = JSON.stringify(template.stated ?? null);
  const text = [...template.lines, stated].join('\n');
  const names = [...new Set([...text.matchAll(word)].map((match) => match[1] ?? ''))];
  const fillings = Object.fromEntries(names.flatMap((name) => pairOf(name)));
  return fc.record(fillings).map((values) => {
    const fill = (line: string): string =>
      line.replaceAll(word, (whole, name: string) => values[name] ?? whole);
    const lines = template.lines.map(fill);
    return {
      lines: lines.map((line) => (line.startsWith(told) ? line.slice(told.length) : line)),
      toldAt: lines.flatMap((line, index) => (line.startsWith(told) ? [index] : [])),
      stated: JSON.parse(fill(stated)) as StatedFacts | null,
    };
  });
}

function pairOf(name: string): [string, fc.Arbitrary<string>][] {
  const filling = machineWords[name];
  if (!filling) throw new Error(`No word {${name}}`);
  return [[name, filling]];
}
