import fc from 'fast-check';
import { healthyLines } from '../healthy-log.ts';

/** What loggers, containers and terminals put before every line of a log. */
const prefixes = [
  '',
  '[ComfyUI-0/STDERR] ',
  '2025-05-09T13:34:52.590489 - ',
  '[2024-08-10 14:53:11.204] ',
  '#10 40.52 ',
] as const;
const colours = ['', '\u001b[31m', '\u001b[1;33m'] as const;

export type Surroundings = {
  before: string[];
  after: string[];
  prefix: string;
  colour: string;
  lineEnd: '\n' | '\r\n';
};

const calm = fc.integer({ min: 0, max: 45 }).map(healthyLines);

/** Where a trouble can lie: among healthy lines, behind prefixes, in colour, with either line end. */
export const surroundings: fc.Arbitrary<Surroundings> = fc.record({
  before: calm,
  after: calm,
  prefix: fc.constantFrom(...prefixes),
  colour: fc.constantFrom(...colours),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
});

/** The whole log, with the trouble's lines behind `before.length` others. */
export function logAround(lines: readonly string[], around: Surroundings): string {
  const { before, after, prefix, colour, lineEnd } = around;
  const painted = lines.map((line) => (colour === '' ? line : `${colour}${line}\u001b[0m`));
  return [...before, ...painted, ...after].map((line) => prefix + line).join(lineEnd);
}
