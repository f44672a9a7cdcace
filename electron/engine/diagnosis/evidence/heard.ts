import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';

/** Questions that rules ask of what was said. */
export type Heard = {
  first: (...ids: SignatureId[]) => Said | null;
  all: (...ids: SignatureId[]) => Said[];
  has: (...ids: SignatureId[]) => boolean;
  /** A line of `ids` at most `distance` lines away from another line; a probe's lines are all near. */
  near: (line: Said, distance: number, ...ids: SignatureId[]) => Said | null;
  /** All of them. */
  allNear: (line: Said, distance: number, ...ids: SignatureId[]) => Said[];
  /** The last line of `ids` in the same line or at most `distance` lines above it. */
  above: (line: Said, distance: number, ...ids: SignatureId[]) => Said | null;
  /** A frame of `ids` in the traceback that ends with this line, not in an earlier one. */
  raisedIn: (line: Said, distance: number, ...ids: SignatureId[]) => Said | null;
};

export function hear(said: readonly Said[]): Heard {
  const all = (...ids: SignatureId[]): Said[] =>
    said.filter((each) => ids.includes(each.signature));
  const allNear: Heard['allNear'] = (line, distance, ...ids) =>
    all(...ids).filter((each) => distanceOf(each, line) <= distance);
  const above: Heard['above'] = (line, distance, ...ids) =>
    all(...ids).findLast(
      (each) => placeOf(each) <= placeOf(line) && distanceOf(each, line) <= distance,
    ) ?? null;
  return {
    all,
    above,
    first: (...ids) => all(...ids)[0] ?? null,
    has: (...ids) => said.some((each) => ids.includes(each.signature)),
    near: (line, distance, ...ids) => allNear(line, distance, ...ids)[0] ?? null,
    allNear,
    raisedIn: (line, distance, ...ids) => {
      const frame = above(line, distance, ...ids);
      const isEarlier = all('TROUBLE_TRACEBACK', 'TROUBLE_EXCEPTION').some(
        (each) => frame && placeOf(each) > placeOf(frame) && placeOf(each) < placeOf(line),
      );
      return isEarlier ? null : frame;
    },
  };
}

/** Its line; what a probe said stands before all lines. */
export function placeOf(said: Said): number {
  return said.line ?? 0;
}

function distanceOf(one: Said, other: Said): number {
  if (one.line === null || other.line === null) return 0;
  return Math.abs(one.line - other.line);
}
