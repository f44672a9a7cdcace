import path from 'node:path';
import * as z from 'zod';
import { fail } from '../../../shared/problem.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

const ownerSchema = z.object({
  pid: z.number().int(),
  /** Which process had this number: numbers are used again. null: the system does not tell. */
  started: z.string().nullable(),
  host: z.string(),
  at: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

/** Milliseconds between two signs of life, and after how long without one a lock elsewhere is dead. */
const heartbeat = 10_000;
const deadAfter = 120_000;

/** Never throws: what was done under it is done, and a file that stays is known to be nobody's. */
export type Lock = { release: () => Promise<void> };

/** Of this very process: a file with its number that is not among them could not be removed. */
const heldHere = new Set<string>();

/**
 * One change of an environment at a time, for every copy of the app, with any state folder and
 * on any computer that reaches the same disk. A lock is a file `NAME.N` that only one can
 * create; a dead one is outbid with the next number and never removed under a living owner.
 * Throws `environment-locked` and `lock-elsewhere`.
 */
export async function takeLock(
  system: System,
  folder: string,
  name: string,
  now: Date,
): Promise<Lock> {
  const held = await readLocks(system, folder, name);
  for (const lock of held) await requireDead(system, lock);
  const number = Math.max(0, ...held.map((each) => each.number)) + 1;
  const file = path.join(folder, `${name}.${number}`);
  const owner: Owner = {
    pid: system.processId,
    started: await system.startedAt(system.processId),
    host: system.hostName,
    at: now.toISOString(),
  };
  if (heldHere.has(file)) fail('environment-locked', { params: { pid: system.processId } });
  heldHere.add(file);
  try {
    if (!(await system.files.createExclusive(file, JSON.stringify(owner)))) {
      fail('environment-locked', { params: { pid: (await ownerIn(system, file))?.pid ?? '?' } });
    }
  } catch (error) {
    heldHere.delete(file);
    throw error;
  }
  try {
    // Somebody may have come in by another number between our look and our file.
    for (const lock of await readLocks(system, folder, name))
      if (lock.file !== file) await requireDead(system, lock);
  } catch (error) {
    await letGo(system, file);
    throw error;
  }
  for (const lock of held) await system.files.remove(lock.file).catch(ifUnanswered(undefined));
  const beat = setInterval(() => {
    // A lock that cannot be touched any more is still ours: the next beat may do.
    void system.files.touch(file).catch(ifUnanswered(undefined));
  }, heartbeat);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await letGo(system, file);
    },
  };
}

async function letGo(system: System, file: string): Promise<void> {
  heldHere.delete(file);
  await system.files.remove(file).catch(ifUnanswered(undefined)); // the next one outbids it
}

/** Whether a living process works under this lock, other than we ourselves. */
export async function isHeldByAnother(
  system: System,
  folder: string,
  name: string,
): Promise<boolean> {
  for (const lock of await readLocks(system, folder, name)) {
    if (lock.owner?.pid === system.processId && lock.owner.host === system.hostName) continue;
    if ((await lifeOf(system, lock)) !== 'dead') return true;
  }
  return false;
}

type Found = { file: string; number: number; owner: Owner | null };

async function readLocks(system: System, folder: string, name: string): Promise<Found[]> {
  const entries = (await system.files.list(folder)) ?? [];
  const found = await Promise.all(
    entries.map(async (entry): Promise<Found | null> => {
      const number = Number(entry.name.slice(name.length + 1));
      if (!entry.name.startsWith(`${name}.`) || !Number.isInteger(number)) return null;
      const file = path.join(folder, entry.name);
      return { file, number, owner: await ownerIn(system, file) };
    }),
  );
  return found.filter((each) => each !== null);
}

async function ownerIn(system: System, file: string): Promise<Owner | null> {
  const text = await system.files.readText(file);
  if (text === null) return null;
  // Cut short by a power loss: its owner is gone.
  return ownerSchema.safeParse(parseJson(text)).data ?? null;
}

async function requireDead(system: System, lock: Found): Promise<void> {
  const life = await lifeOf(system, lock);
  if (life === 'dead' || lock.owner === null) return;
  if (life === 'elsewhere')
    fail('lock-elsewhere', { params: { host: lock.owner.host, path: lock.file } });
  fail('environment-locked', { params: { pid: lock.owner.pid } });
}

async function lifeOf(
  system: System,
  { owner, file }: Found,
): Promise<'alive' | 'elsewhere' | 'dead'> {
  if (owner === null) return 'dead';
  if (owner.host !== system.hostName) return (await isSilent(system, file)) ? 'dead' : 'elsewhere';
  if (!system.isAlive(owner.pid)) return 'dead';
  if (owner.pid === system.processId && !heldHere.has(file)) return 'dead';
  const started = await system.startedAt(owner.pid);
  // Where the system tells, a number that was given to another process is no owner.
  return owner.started !== null && started !== null && started !== owner.started ? 'dead' : 'alive';
}

/** By the clock of the disk that holds it: two computers rarely agree about the time. */
async function isSilent(system: System, file: string): Promise<boolean> {
  const probe = `${file}.now`;
  try {
    await system.files.writeText(probe, '');
    const [now, last] = [await system.files.info(probe), await system.files.info(file)];
    if (!now || !last) return now !== null;
    return BigInt(now.modified) - BigInt(last.modified) > BigInt(deadAfter) * 1_000_000n;
  } finally {
    await system.files.remove(probe).catch(ifUnanswered(undefined));
  }
}
