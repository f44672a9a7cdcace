import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatures } from '../../../../electron/engine/knowledge/signatures.ts';
import { filled } from '../../../support/signature-samples/fillings.ts';
import { samples } from '../../../support/signature-samples/index.ts';

/**
 * A log is anybody's text. Each pattern gets what it finds hardest: its own message over and
 * over, broken off, and broken off before long runs of each kind of character. Eight times
 * the text may take about eight times as long; a pattern that runs away takes 64 times.
 */
const small = 4_000;
const large = 8 * small;
const quickEnough = 15;
const tries = 6;
/** For a machine that is busy with other things. */
const patience = 120_000;
const steepest = 32;
const runs = [
  'a',
  'A_',
  '0',
  '1.',
  ' ',
  '\\',
  '/',
  '.',
  ',',
  "'",
  '"',
  '(',
  '[',
  ': ',
  'sm_80 ',
  'é',
  '\t',
  '-',
];

describe.each([...signatures])('$id', ({ id, anchors, pattern }) => {
  it('has no repetition without end inside of another', () => {
    expect(nestedRepetitions(pattern)).toEqual([]);
  });

  it('takes time in proportion to the text', { timeout: patience }, () => {
    const expression = new RegExp(pattern, 'i');
    for (const text of hardTexts(samples[id]?.says ?? anchors)) {
      const time = timeFor(expression, text, large);
      if (time < quickEnough) continue;
      expect(time / timeFor(expression, text, small), `${text.start} ${text.run}`).toBeLessThan(
        steepest,
      );
    }
  });
});

type HardText = { start: string; run: string };

function hardTexts(templates: readonly string[]): HardText[] {
  return templates.flatMap((template) => {
    const [message = ''] = fc.sample(filled(template), { numRuns: 1, seed: 7 });
    const starts = [0, 0.25, 0.5, 0.75, 0.95].map((part) =>
      message.slice(0, message.length * part),
    );
    return [
      ...starts.map((start) => ({ start: '', run: start || message })),
      ...starts.flatMap((start) => runs.map((run) => ({ start, run }))),
    ];
  });
}

/** The best of some, until it is quick: what else the machine does is no fault of a pattern. */
function timeFor(expression: RegExp, hard: HardText, length: number): number {
  const text = textOf(hard, length);
  let best = timeOnce(expression, text);
  for (let more = 1; more < tries && !(length === large && best < quickEnough); more += 1) {
    best = Math.min(best, timeOnce(expression, text));
  }
  return best;
}

function timeOnce(expression: RegExp, text: string): number {
  const begin = performance.now();
  expression.exec(text);
  return performance.now() - begin;
}

function textOf({ start, run }: HardText, length: number): string {
  return (start + run.repeat(Math.ceil(length / run.length))).slice(0, length) + '\u0001';
}

function nestedRepetitions(pattern: string): string[] {
  const found: string[] = [];
  const open: AST.Quantifier[] = [];
  visitRegExpAST(new RegExpParser().parsePattern(pattern), {
    onQuantifierEnter(node) {
      if (node.max !== Infinity) return;
      if (open.length > 0) found.push(node.raw);
      open.push(node);
    },
    onQuantifierLeave(node) {
      if (node.max === Infinity) open.pop();
    },
  });
  return found;
}
