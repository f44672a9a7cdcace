import { ProblemError } from '../../../shared/problem.ts';
import { pause } from '../machine/end-process-tree.ts';
import type { System } from '../machine/system.ts';
import { takeLock, type Lock } from '../repair/environment-lock.ts';

/** Milliseconds: a note is written in a moment, so who waits longer meets one that hangs. */
const patience = 5000;
const step = 40;

/** What this process writes comes one after another: a lock only tells processes apart. */
const queues = new Map<string, Promise<void>>();

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
  const before = queues.get(place);
  let end = (): void => undefined;
  const turn = new Promise<void>((resolve) => {
    end = resolve;
  });
  queues.set(place, turn);
  try {
    await before;
    const lock = await takeInTime(system, folder, name, now);
    try {
      return await act();
    } finally {
      await lock.release();
    }
  } finally {
    end();
    if (queues.get(place) === turn) queues.delete(place);
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
