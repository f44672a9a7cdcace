import { fail, ProblemError } from '../../../shared/problem.ts';
import type { RunningProcess, System } from '../machine/system.ts';
import { stagingOf } from './journal.ts';
import type { Noted } from './journals.ts';
import type { Ground } from './way-back.ts';

/**
 * pip lives on when the app alone is ended. Before anything is put back, every program that
 * works in the folder of that repair is ended; its command line or its working folder names it.
 * Throws `timed-out` or `python-in-use` where one does not end.
 */
export async function endLeftoverPrograms(
  { system, paths, target: { environment } }: Ground,
  { head }: Noted,
): Promise<void> {
  const staging = stagingOf(paths, head);
  const processes = await listed(system, environment.executable);
  const ours = processes.filter((each) => each.pid !== system.processId && worksIn(each, staging));
  for (const each of ours) await system.endProcess(each.pid, { python: environment.executable });
  const left = ours.find((each) => system.isAlive(each.pid));
  if (left) fail('python-in-use', { params: { pid: left.pid } });
}

function worksIn({ arguments: words, workingFolder }: RunningProcess, folder: string): boolean {
  return words.some((word) => word.includes(folder)) || workingFolder?.startsWith(folder) === true;
}

async function listed(system: System, python: string): Promise<RunningProcess[]> {
  try {
    return await system.processes(undefined, { python });
  } catch (error) {
    // The user has been told that it cannot be seen what runs, and wants it nevertheless.
    if (error instanceof ProblemError && error.problem.code === 'processes-unknown') return [];
    throw error;
  }
}
