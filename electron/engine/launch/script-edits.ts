import { createHash } from 'node:crypto';
import { fail } from '../../../shared/problem.ts';
import type { EditAction } from '../../../shared/plan.ts';
import { hasFlag } from '../knowledge/launch-flags.ts';
import { decodeBytes } from '../machine/line-reader.ts';
import type { System } from '../machine/system.ts';
import { editFlags, type FlagChange } from './edit-flags.ts';
import { flagsOfScript, largestLauncher } from './launchers.ts';

/** What is wanted of a start script. */
export type ScriptEdit = FlagChange & { path: string };

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
  for (const { path, add, remove } of edits) {
    const before = await system.files.readBytes(path, { limit: largestLauncher });
    const flags = before && flagsOfScript(path, decodeBytes(before));
    const gone = remove.filter((flag) => hasFlag(flags ?? [], flag));
    const after = before && editFlags(path, before, { add, remove: gone });
    if (!before || !after || !(await system.files.writable(path)))
      fail('script-not-editable', { params: { path, flags: add.join(' ') } });
    if (Buffer.from(before).equals(Buffer.from(after))) continue;
    const hashes = { before: hashOf(before), after: hashOf(after) };
    actions.push({ kind: 'edit-file', path, add: [...add], remove: gone, ...hashes });
  }
  return actions;
}

/** The new content of a file, if it still is the one that was reviewed. Throws `plan-outdated`. */
export async function editedContent(system: System, action: EditAction): Promise<Uint8Array> {
  const before = await system.files.readBytes(action.path, { limit: largestLauncher });
  if (!before || hashOf(before) !== action.before) fail('plan-outdated');
  const after = editFlags(action.path, before, action);
  if (!after || hashOf(after) !== action.after) fail('plan-outdated');
  return after;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
