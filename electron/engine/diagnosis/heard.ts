import type { Said } from '../../../shared/said.ts';

/** Questions that rules ask of what was said. */
export type Heard = {
  first: (...ids: string[]) => Said | null;
  all: (...ids: string[]) => Said[];
  has: (...ids: string[]) => boolean;
  /** A line of `ids` at most `distance` lines away from another line; a probe's lines are all near. */
  near: (line: Said, distance: number, ...ids: string[]) => Said | null;
  /** The last line of `ids` in the same line or at most `distance` lines above it. */
  above: (line: Said, distance: number, ...ids: string[]) => Said | null;
};

export function hear(said: readonly Said[]): Heard {
  const all = (...ids: string[]): Said[] => said.filter((each) => ids.includes(each.signature));
  return {
    all,
    first: (...ids) => all(...ids)[0] ?? null,
    has: (...ids) => said.some((each) => ids.includes(each.signature)),
    near: (line, distance, ...ids) =>
      all(...ids).find((each) => distanceOf(each, line) <= distance) ?? null,
    above: (line, distance, ...ids) =>
      all(...ids).findLast(
        (each) => (each.line ?? 0) <= (line.line ?? 0) && distanceOf(each, line) <= distance,
      ) ?? null,
  };
}

function distanceOf(one: Said, other: Said): number {
  if (one.line === null || other.line === null) return 0;
  return Math.abs(one.line - other.line);
}
