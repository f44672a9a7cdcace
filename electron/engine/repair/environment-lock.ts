import { z } from 'zod';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../system.ts';

const lockSchema = z.object({ pid: z.number().int(), at: z.string() });

/**
 * One change of an environment at a time, for every copy of the app and the command line: a
 * file that only one of them can create. A lock whose process is gone is taken over.
 * Answers the release. Throws `environment-locked`.
 */
export async function lockEnvironment(
  system: System,
  file: string,
  now: Date,
): Promise<() => Promise<void>> {
  const text = JSON.stringify({ pid: system.processId, at: now.toISOString() });
  if (!(await system.files.createExclusive(file, text))) {
    const owner = await ownerOf(system, file);
    if (owner !== null && system.isAlive(owner)) {
      fail('environment-locked', { params: { pid: owner } });
    }
    await system.files.remove(file);
    if (!(await system.files.createExclusive(file, text))) {
      fail('environment-locked', { params: { pid: (await ownerOf(system, file)) ?? '?' } });
    }
  }
  return () => system.files.remove(file);
}

/** The process that holds a lock; null where nobody does. */
export async function ownerOf(system: System, file: string): Promise<number | null> {
  const text = await system.files.readText(file);
  if (text === null) return null;
  try {
    return lockSchema.parse(JSON.parse(text)).pid;
  } catch {
    return null; // cut short by a power loss: its owner is gone
  }
}
