import { ProblemError } from '../../../shared/problem.ts';
import { pause } from '../machine/end-process-tree.ts';
import type { System } from '../machine/system.ts';
import { takeLock, type Lock } from '../repair/environment-lock.ts';

/** Milliseconds: a note is written in a moment, so who waits longer meets one that hangs. */
const patience = 5000;
const step = 40;

/** What this process writes comes one after another: a lock only tells processes apart. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `act` while nobody else, of this process or of another, works under this name. Throws
 * `environment-locked` or `lock-elsewhere` where that does not come about in time.
 */
export async function alone<T>(
  system: System,
  folder: string,
  name: string,
  now: () => Date,
  act: () => Promise<T>,
): Promise<T> {
  const place = `${folder}\0${name}`;
  const before = queues.get(place) ?? Promise.resolve();
  const mine = before.then(async () => {
    const lock = await takeInTime(system, folder, name, now);
    try {
      return await act();
    } finally {
      await lock.release();
    }
  });
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  queues.set(place, settled);
  try {
    return await mine;
  } finally {
    if (queues.get(place) === settled) queues.delete(place);
  }
}

async function takeInTime(
  system: System,
  folder: string,
  name: string,
  now: () => Date,
): Promise<Lock> {
  for (let waited = 0; ; waited += step) {
    try {
      return await takeLock(system, folder, name, now());
    } catch (thrown) {
      const held = thrown instanceof ProblemError && thrown.problem.code === 'environment-locked';
      if (!held || waited >= patience) throw thrown;
      await pause(step);
    }
  }
}
