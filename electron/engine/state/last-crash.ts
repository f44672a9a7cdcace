import { crashSchema, type Crash } from '../../../shared/crash.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

/** How the last run broke off; null where it did not. Told once: the note goes when it is read. */
export async function takeLastCrash(system: System, note: string): Promise<Crash | null> {
  const text = await system.files.readText(note).catch(ifUnanswered(null));
  if (text === null) return null;
  await system.files.remove(note).catch(ifUnanswered(undefined));
  return crashSchema.safeParse(parseJson(text)).data ?? null;
}
