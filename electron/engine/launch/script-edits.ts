import { createHash } from 'node:crypto';
import { fail } from '../../../shared/problem.ts';
import type { EditAction } from '../../../shared/plan.ts';
import { hasFlag } from '../knowledge/launch-flags.ts';
import type { System } from '../machine/system.ts';
import {
  editLauncher,
  flagsInLauncher,
  largestOf,
  mayBeEdited,
  type FlagPlace,
} from './edit-launcher.ts';
import type { FlagChange } from './settings/flag-change.ts';

/** What is wanted of a start script, or of a place in the settings of a program. */
export type ScriptEdit = FlagChange & FlagPlace;

/**
 * What is wanted of start scripts as actions, with the whole file before and after by hash: what was
 * reviewed is what is written. A script that has these flags already gives none. Throws
 * `script-not-editable`.
 */
export async function planEdits(
  system: System,
  edits: readonly ScriptEdit[],
): Promise<EditAction[]> {
  const actions: EditAction[] = [];
  for (const edit of edits) {
    const { path, settings, add, remove } = edit;
    const before = await system.files.readBytes(path, { limit: largestOf(edit) });
    const flags = before && flagsInLauncher(edit, before);
    const gone = remove.filter((flag) => hasFlag(flags ?? [], flag));
    const after = before && editLauncher(edit, before, { add, remove: gone });
    if (!before || !after || !(await isOurs(system, path)))
      fail('script-not-editable', { params: { path, flags: add.join(' ') } });
    if (Buffer.from(before).equals(Buffer.from(after))) continue;
    const hashes = { before: hashOf(before), after: hashOf(after) };
    const where = settings ? { path, settings } : { path };
    actions.push({ kind: 'edit-file', ...where, add: [...add], remove: gone, ...hashes });
  }
  return actions;
}

/** Writable, and what it leads to may be edited as well: the way back asks the same. */
async function isOurs(system: System, path: string): Promise<boolean> {
  const real = (await system.files.realPath(path)) ?? path;
  return mayBeEdited(real) && (await system.files.writable(path));
}

/** The new content of a file, if it still is the one that was reviewed. Throws `plan-outdated`. */
export async function editedContent(system: System, action: EditAction): Promise<Uint8Array> {
  const before = await system.files.readBytes(action.path, { limit: largestOf(action) });
  if (!before || hashOf(before) !== action.before) fail('plan-outdated');
  const after = editLauncher(action, before, action);
  if (!after || hashOf(after) !== action.after) fail('plan-outdated');
  return after;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
