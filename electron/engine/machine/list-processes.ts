import { fail, ProblemError } from '../../../shared/problem.ts';
import { holdersAmong } from './holders.ts';
import { matching, parsePs, readProcFolder } from './process-list.ts';
import type { Means, RunningProcess, System } from './system.ts';
import { pidsWithModulesBelow } from './windows-modules.ts';
import { listWindowsProcesses } from './windows-processes.ts';

/** See System.processes. */
export async function listProcesses(
  system: System,
  wanted?: RegExp,
  means: Means = {},
): Promise<RunningProcess[]> {
  switch (system.platform) {
    case 'linux':
      return readProcFolder(wanted);
    case 'darwin':
      return matching(await listByPs(system), wanted);
    case 'win32':
      return matching(await listWindowsProcesses(system, means), wanted);
  }
}

/** See System.holders. */
export async function listHolders(
  system: System,
  folder: string,
  means: Means = {},
): Promise<RunningProcess[]> {
  // One after the other: what looks for libraries may be a Python of this folder itself.
  const processes = await system.processes(undefined, means);
  if (system.platform !== 'win32') return holdersAmong(system.platform, processes, folder);
  const loaded = await pidsWithModulesBelow(system, folder, means);
  const found = await holdersAmong('win32', processes, folder, loaded ?? undefined);
  // Somebody is an answer in any case; nobody only if all could be asked.
  return loaded === null && found.length === 0 ? fail('processes-unknown') : found;
}

async function listByPs(system: System): Promise<RunningProcess[]> {
  const ps = { program: '/bin/ps', arguments: ['-axo', 'pid=,ppid=,command='] };
  const { stdout } = await system.run(ps, { timeLimit: 10_000 }).catch((error: unknown) => {
    throw error instanceof ProblemError
      ? new ProblemError({ ...error.problem, code: 'processes-unknown' })
      : error;
  });
  const all = parsePs(stdout);
  return all.length === 0 ? fail('processes-unknown') : all;
}
