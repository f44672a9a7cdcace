import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAutomaton } from '../../../../electron/engine/logs/automaton.ts';
import { createByteScanner } from '../../../../electron/engine/logs/scan-bytes.ts';

const text = (maxLength: number) =>
  fc
    .array(fc.constantFrom('a', 'b', 'A', ' ', '_'), { minLength: 1, maxLength })
    .map((letters) => letters.join(''));

it('finds what a plain search finds, overlapping and nested texts too', () => {
  const anchors = fc.array(
    text(5).map((anchor) => anchor.toLowerCase()),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(anchors, fc.array(text(40), { maxLength: 5 }), (wanted, lines) => {
      const log = lines.join('\n');
      expect(found(wanted, log)).toEqual(searched(wanted, log));
    }),
    { numRuns: 300 },
  );
});

it('finds a text in all its spellings', () => {
  const anchors = ["no module 'x'", 'lib\\x', 'say "x"'];
  const places = (log: string) => new Set(found(anchors, log).map(([number]) => number));
  expect(places("No Module 'X'")).toEqual(new Set([0]));
  expect(places(String.raw`no module \'x\'`)).toEqual(new Set([0]));
  expect(places('no module ‘x’')).toEqual(new Set([0]));
  expect(places(String.raw`lib\x LIB\\X`)).toEqual(new Set([1]));
  expect(places(String.raw`say "x" say \"x\"`)).toEqual(new Set([2]));
  expect(places("no module x, lib/x, say 'x")).toEqual(new Set());
});

type Find = [number: number, end: number, line: number];

function found(anchors: readonly string[], log: string): Find[] {
  const finds: Find[] = [];
  const scanner = createByteScanner(
    buildAutomaton(anchors.map((anchor) => [anchor])),
    ({ anchors: numbers, at, offset, line }) => {
      for (const number of numbers) finds.push([number, at + offset, line]);
    },
  );
  scanner.push(Buffer.from(log));
  scanner.end();
  return finds.toSorted(byNumberAndPlace);
}

function searched(anchors: readonly string[], log: string): Find[] {
  const finds = anchors.flatMap((anchor, number) =>
    Array.from(log, (_, start): Find | null => {
      if (!log.toLowerCase().startsWith(anchor, start)) return null;
      return [number, start + anchor.length - 1, log.slice(0, start).split('\n').length];
    }).filter((find) => find !== null),
  );
  return finds.toSorted(byNumberAndPlace);
}

function byNumberAndPlace(a: Find, b: Find): number {
  return a[0] - b[0] || a[1] - b[1];
}
