import { fail } from '../../../shared/problem.ts';
import { endTree, isAlive, pause } from './end-process-tree.ts';
import { readStat } from './process-list.ts';
import type { RunningProcess, System } from './system.ts';
import { ifUnanswered } from './unanswered.ts';

/** Milliseconds after the end by force: a process that waits for a disk takes its time. */
const patience = 8_000;

/** See System.endProcess. The number of a process; never ours, nor one that means many. */
export async function endProcess(
  system: Pick<System, 'platform' | 'processId'>,
  pid: number,
  processes: () => Promise<RunningProcess[]>,
  taskkill: (pid: number) => Promise<boolean>,
): Promise<void> {
  // Negative numbers, 0 and 1 mean groups, ourselves and everything.
  if (!Number.isSafeInteger(pid) || pid < 2 || pid === system.processId) {
    throw new RangeError(`not a process to end: ${pid}`);
  }
  const ended = await endTree(system.platform, pid, processes, taskkill);
  const until = Date.now() + patience;
  for (const each of ended) {
    while (await runs(system, each)) {
      if (Date.now() > until) fail('timed-out', { params: { seconds: patience / 1000 } });
      await pause(50);
    }
  }
}

/** A zombie has ended, though its number is still taken: nobody has asked how it ended. */
async function runs({ platform }: Pick<System, 'platform'>, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (platform !== 'linux') return true;
  const stat = await readStat(pid).catch(ifUnanswered(null));
  return stat !== null && !/[ZX]/.test(stat.state);
}
