import type { Plan } from '../../../shared/plan.ts';
import { editedContent } from '../launch/script-edits.ts';
import type { System } from '../machine/system.ts';
import type { Brought } from './brought.ts';

/** What edits will leave in the place of a file, by hash. Throws `plan-outdated`. */
export async function territoryOfEdits(system: System, plan: Plan): Promise<Brought[]> {
  const brought: Brought[] = [];
  for (const action of plan.actions) {
    if (action.kind !== 'edit-file') continue;
    const content = await editedContent(system, action);
    const place = (await system.files.realPath(action.path)) ?? action.path;
    const bytes = content.length;
    brought.push({ path: place, bytes, sha256: action.after, made: null, wheel: '', member: null });
  }
  return brought;
}

/** Carries out what pip has no part in; every file of it is held by the journal. */
export async function carryOutFiles(system: System, plan: Plan): Promise<void> {
  for (const action of plan.actions) {
    if (action.kind === 'edit-file') {
      const content = await editedContent(system, action);
      const place = (await system.files.realPath(action.path)) ?? action.path;
      const before = await system.files.info(place);
      await system.files.writeBytes(place, content, 'usual');
      if (before) await system.files.setMode(place, before.mode);
    }
    if (action.kind === 'set-aside')
      for (const each of action.paths) await system.files.remove(each);
  }
}
