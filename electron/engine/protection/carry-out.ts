import type { System } from '../machine/system.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { hashOf } from './edits.ts';
import type { ProtectionPlan, Step } from './plan-protection.ts';
import { recordPath, writeRecord, type Entry } from './record.ts';

/**
 * Writes what is planned: first the record of all that may come into a file, then file by file in one
 * step each, then the record of what is there. Where it fails everything is put back as it was; where
 * it is killed the next call goes on from the record.
 */
export async function carryOut(system: System, plan: ProtectionPlan): Promise<void> {
  const { root, record, guards, steps } = plan;
  const entries = steps.flatMap(({ entry }) => (entry ? [entry] : []));
  const changing = steps.filter(isChange);
  if (changing.length > 0 || entries.length === 0) {
    const all: Entry[] = [...(record?.entries ?? []), ...entries];
    if (all.length > 0) await writeRecord(system, { state: 'pending', root, guards, entries: all });
  }
  const done: Step[] = [];
  try {
    for (const step of changing) {
      done.push(step);
      await write(system, step.path, step.after);
    }
    if (entries.length > 0) await writeRecord(system, { state: 'on', root, guards, entries });
    else await system.files.remove(recordPath(root));
  } catch (error) {
    await putBack(system, done, plan, error);
    throw error;
  }
}

async function putBack(
  system: System,
  done: readonly Step[],
  { root, record }: ProtectionPlan,
  cause: unknown,
): Promise<void> {
  try {
    for (const { path, now } of [...done].reverse()) await write(system, path, now);
    if (record) await writeRecord(system, record);
    else await system.files.remove(recordPath(root));
  } catch (error) {
    // The record still says what may be where: the next call ends it.
    throw new ProblemError(
      { code: 'protection-unfinished', params: { path: root } },
      { cause: error ?? cause },
    );
  }
}

/** Whether anything would be another thing than it is, the record of it included. */
export function changesAnything({ steps, record, guards }: ProtectionPlan): boolean {
  if (steps.some(isChange)) return true;
  const isOn = steps.some(({ entry }) => entry !== null);
  const same = record !== null && JSON.stringify(record.guards) === JSON.stringify(guards);
  return isOn ? !(same && record.state === 'on') : record !== null;
}

function isChange({ now, after }: Step): boolean {
  if (now === null || after === null) return now !== after;
  return hashOf(now) !== hashOf(after);
}

async function write(system: System, path: string, content: Uint8Array | null): Promise<void> {
  if (content === null) {
    await system.files.remove(path);
    return;
  }
  const place = (await system.files.realPath(path)) ?? path;
  const before = await system.files.info(place);
  await system.files.writeBytes(place, content, 'usual');
  if (before) await system.files.setMode(place, before.mode);
}
