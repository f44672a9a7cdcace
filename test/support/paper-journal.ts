import { link, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Decision } from '../../electron/engine/repair/decide.ts';
import { entryAt } from '../../electron/engine/repair/entry.ts';
import { heldAt, type Journal, type Territory } from '../../electron/engine/repair/journal.ts';
import { write, type PaperEnvironment } from './paper-environment.ts';
import { entryOf, journalOf, takenFrom } from './sample-journal.ts';

/** Takes these files of the packages, as a snapshot does; what is said besides belongs to the repair, too. */
export async function journalTaking(
  { sitePackages, folder: top, system }: PaperEnvironment,
  names: string[],
  more: Partial<Territory> = {},
): Promise<Journal> {
  const at = (name: string) => join(sitePackages, name);
  const taken = [];
  const folders = new Set([sitePackages]);
  const folder = join(top, 'journal');
  for (const [index, name] of names.entries()) {
    await write(at(name), `old ${name}`);
    taken.push(await takenFrom(system, at(name)));
    await mkdir(dirname(heldAt({ folder }, index)), { recursive: true });
    await link(at(name), heldAt({ folder }, index));
    folders.add(dirname(at(name)));
  }
  const noted: Territory['folders'] = [];
  for (const path of folders)
    noted.push({ path, entry: (await entryAt(system, path)) ?? entryOf({ kind: 'folder' }) });
  return journalOf(folder, { taken, folders: noted, ...more });
}

/** A decision of which only this is said. */
export function deciding(parts: Partial<Decision>): Decision {
  const none = {
    putBack: [],
    emptied: [],
    remove: [],
    left: [],
    changed: [],
    movedOn: [],
    complete: false,
  };
  return { ...none, ...parts };
}
