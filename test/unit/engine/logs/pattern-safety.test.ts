import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatures } from '../../../../electron/engine/knowledge/signatures.ts';
import { sight } from '../../../../electron/engine/logs/scan-bytes.ts';
import { createStepCounter } from '../../../support/regex-steps.ts';
import { filled } from '../../../support/signature-samples/fillings.ts';
import { samples } from '../../../support/signature-samples/index.ts';

/**
 * A log is anybody's text. Each pattern gets what it finds hardest: its own message over and
 * over, broken off, and broken off before long runs of each kind of character. Counted in steps,
 * which are the same on every machine, not in milliseconds.
 */
const short = 512;
/** Steps for each character of a short text that are few: one that runs away takes 256. */
const few = 60;
/** As much of a line as is ever looked at in one piece. */
const longest = 2 * sight;
/** Repetitions with an end may cost some hundreds; a pattern that runs away takes 4096. */
const most = 2000;
/** More than any text may take. */
const endless = most * longest;
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

  // Steps count, not seconds: a busy machine may take its time.
  it('takes steps in proportion to the text', { timeout: 120_000 }, () => {
    const stepsOn = createStepCounter(pattern);
    for (const hard of hardTexts(samples[id]?.says ?? anchors)) {
      if (stepsOn(textOf(hard, short), endless).steps <= few * short) continue;
      const { steps } = stepsOn(textOf(hard, longest), endless);
      expect(steps / longest, `${hard.start} ${hard.run}`).toBeLessThan(most);
    }
  });
});

describe('the count', () => {
  it.each([
    ['abc', 'xxabc', 5],
    ['a+$', 'aaab', 11],
    ['(?:a|b)c', 'abc', 6],
  ])('of %s on %s', (pattern, text, steps) => {
    expect(createStepCounter(pattern)(text, endless).steps).toBe(steps);
  });

  it.each([['a+$'], ['(?<word>a+)x'], ['a.*b.*c'], ['(?:a|aa)+$']])(
    'finds out that %s runs away',
    (pattern) => {
      const stepsOn = createStepCounter(pattern);
      const growth = (): number =>
        stepsOn(`${'a'.repeat(160)}\u0001`, 1e6).steps /
        stepsOn(`${'a'.repeat(40)}\u0001`, 1e6).steps;
      // As the square of the length, or worse: where they are not even counted to the end.
      expect(() => expect(growth()).toBeLessThan(12)).toThrow();
    },
  );

  it.each(signatures.map(({ id, pattern }) => [id, pattern]))(
    'agrees with the engine: %s',
    (id, pattern) => {
      const stepsOn = createStepCounter(pattern);
      const expression = new RegExp(pattern, 'i');
      for (const says of samples[id]?.says ?? []) {
        const [message = ''] = fc.sample(filled(says), { numRuns: 1, seed: 7 });
        expect(stepsOn(message, endless).found).toBe(expression.test(message));
      }
    },
  );
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
