import type { RunningProcess, System } from './system.ts';
import { ifUnanswered, isUnanswered } from './unanswered.ts';

/** How long a program gets to end by itself before it is ended by force, in milliseconds. */
const patience = 3000;

/** All processes below `root`, by parent links, deepest last. */
function descendantsOf(root: number, processes: readonly RunningProcess[]): number[] {
  const found: number[] = [];
  let layer = [root];
  while (layer.length > 0) {
    const parents = new Set(layer);
    layer = processes
      .filter((each) => each.parentPid !== null && parents.has(each.parentPid))
      .map((each) => each.pid)
      .filter((pid) => pid !== root && !found.includes(pid));
    found.push(...layer);
  }
  return found;
}

/** Sends a signal to a process, or to a whole group with a negative number; gone is fine. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (thrown) {
    // ESRCH: it ended in the meantime. EPERM: not ours any more (the number was reused).
    if (!isUnanswered(thrown)) throw thrown;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Ends a program and everything that it started, politely first, and answers the numbers of all
 * that it saw. On Windows nothing can be asked politely without a console, so `taskkill` (given
 * by the caller; false: it could not) does it by force.
 */
export async function endTree(
  platform: System['platform'],
  pid: number | undefined,
  processes: () => Promise<RunningProcess[]>,
  taskkill: (pid: number) => Promise<boolean>,
): Promise<number[]> {
  if (pid === undefined) return [];
  if (platform === 'win32') {
    // Windows keeps the numbers of parents, so the tree can be told when its root has ended.
    const left = (await taskkill(pid))
      ? []
      : descendantsOf(pid, await processes().catch(ifUnanswered([])));
    for (const each of [pid, ...left]) signalProcess(each, 'SIGKILL');
    return [pid, ...left];
  }
  // Those that left the group are found by their parents while the parents still live.
  const all = [pid, ...descendantsOf(pid, await processes().catch(ifUnanswered([])))];
  signalProcess(-pid, 'SIGTERM');
  for (const each of all) signalProcess(each, 'SIGTERM');
  const until = Date.now() + patience;
  while (Date.now() < until && (isAlive(-pid) || all.some(isAlive))) await pause(40);
  signalProcess(-pid, 'SIGKILL');
  for (const each of all) signalProcess(each, 'SIGKILL');
  await pause(20);
  return all;
}

/** Waits so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
