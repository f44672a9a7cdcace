import type { System } from '../machine/system.ts';
import { entryAt, sameEntry } from './entry.ts';
import { inBatches } from '../machine/in-batches.ts';
import { heldAt, type Journal } from './journal.ts';

/**
 * Somebody may write into a file between our look at it and pip's renaming: what is held by a
 * second name is then what they made of it, and that is what has to come back. Only for the
 * process that took the snapshot: later a difference may as well be damage.
 */
export async function followEdits(system: System, journal: Journal): Promise<Journal> {
  const { taken } = journal.territory;
  const followed = await inBatches(taken, async (each, index) => {
    if (each.held !== 'link') return each;
    const now = await entryAt(system, heldAt(journal, index));
    const edited = now?.inode === each.entry.inode && !sameEntry(now, each.entry);
    return edited ? { ...each, entry: now } : each;
  });
  return { ...journal, territory: { ...journal.territory, taken: followed } };
}
