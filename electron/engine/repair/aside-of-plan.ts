import type { Plan } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import { entriesAt } from './entry.ts';
import type { Territory } from './journal.ts';
import { realPlaces, type Boundary } from './places.ts';
import { filesBelow, foldersBelow } from './record-files.ts';

/**
 * What is set aside: its files, into which nobody writes, so that a second name of each stays true,
 * and its folders, outermost first.
 */
export async function asideOf(
  system: System,
  plan: Plan,
  boundary: Boundary,
): Promise<{ files: string[]; folders: Territory['folders'] }> {
  const [files, folders]: [string[], string[]] = [[], []];
  for (const action of plan.actions) {
    if (action.kind !== 'set-aside') continue;
    for (const each of await realPlaces(system, boundary, action.paths)) {
      const isFolder = (await system.files.linkInfo(each))?.kind === 'folder';
      files.push(...(isFolder ? await filesBelow(system, each) : [each]));
      if (isFolder) folders.push(...(await foldersBelow(system, each)));
    }
  }
  const found = [...(await entriesAt(system, folders))].flatMap(([location, entry]) =>
    entry?.kind === 'folder' ? [{ path: location, entry }] : [],
  );
  return { files, folders: found };
}
