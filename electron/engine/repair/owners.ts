import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { parseRecord } from '../packages/record.ts';
import { keyOf } from './places.ts';

/** Which of these distributions name a path in their RECORD, by the path's key. */
export type Owners = ReadonlyMap<string, string>;

/**
 * Whom the paths in question belong to, of the distributions that are not the plan's to move.
 * Several may name one path, as the parts of `nvidia` do; one of them is enough to know.
 */
export async function ownersOf(
  system: System,
  distributions: readonly Distribution[],
  asked: ReadonlySet<string>,
): Promise<Owners> {
  const owners = new Map<string, string>();
  for (const { name, location } of distributions) {
    const folder = path.dirname(location);
    const real = (await system.files.realPath(folder)) ?? folder;
    const record = await system.files
      .readText(path.join(location, 'RECORD'))
      .catch(ifUnanswered(null));
    for (const entry of parseRecord(record ?? '')) {
      const key = keyOf(system, path.resolve(real, entry));
      if (asked.has(key)) owners.set(key, name);
    }
  }
  return owners;
}
