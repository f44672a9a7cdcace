import path from 'node:path';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import type { Entry } from './entry.ts';
import { inBatches } from '../machine/in-batches.ts';
import { heldAt, type Taken } from './journal.ts';
import { keyOf } from './places.ts';

/** Of folders that the first repair makes: held, its snapshot, the environment's, all, home, above. */
const levels = 6;

/**
 * Keeps each file where no installer reaches it: by a second name where the file system can
 * and pip renames what it replaces, else by a copy. All is on the disk when it answers.
 */
export async function hold(
  system: System,
  folder: string,
  present: readonly { path: string; entry: Entry }[],
  renamed: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Taken[]> {
  await system.files.makeFolder(path.dirname(heldAt({ folder }, 0)));
  const taken = await inBatches(
    present,
    async ({ path: location, entry }, index): Promise<Taken> => {
      if (entry.kind === 'link') return { path: location, entry, held: 'none', sha256: null };
      const to = heldAt({ folder }, index);
      const mayLink = renamed.has(keyOf(system, location));
      if (mayLink && (await system.files.hardLink(location, to)))
        return { path: location, entry, held: 'link', sha256: null };
      await system.files.copyFile(location, to);
      return { path: location, entry, held: 'copy', sha256: await system.files.sha256(to) };
    },
    { signal },
  );
  if (signal?.aborted) fail('cancelled');
  // Up to the state folder and its own name: a journal in a folder that is lost is lost, too.
  let above = path.dirname(heldAt({ folder }, 0));
  for (let level = 0; level < levels; level += 1, above = path.dirname(above))
    await system.files.flush(above);
  return taken;
}
