import { fail } from '../../../shared/problem.ts';
import type { Command, Means, RunningProcess, System } from './system.ts';
import { processesByPython } from './toolhelp.ts';
import { ifUnanswered } from './unanswered.ts';
import {
  parsePowershellListing,
  parseTasklist,
  parseWmicListing,
  powershellListing,
  wmicListing,
} from './windows-listings.ts';
import { pidsRunningPython } from './windows-modules.ts';
import { powershell, windowsProgram, wmic } from './windows-program.ts';
import { processesOfRows } from './windows-rows.ts';

const timeLimit = 20_000;

/**
 * The processes of Windows, by the first means that answers: PowerShell, wmic, a Python that is
 * given. Any of them may be locked or missing; throws `processes-unknown` where all are.
 */
export async function listWindowsProcesses(
  system: System,
  { python }: Means,
): Promise<RunningProcess[]> {
  const ask = (command: Command) => answerOf(system, command);
  return (
    processesOfRows(parsePowershellListing(await ask(powershell(system, powershellListing)))) ??
    processesOfRows(parseWmicListing(await ask(wmic(system, ...wmicListing)))) ??
    (python === undefined ? null : await processesByPython(system, python)) ??
    (await namesWithoutPython(system)) ??
    fail('processes-unknown')
  );
}

/**
 * tasklist knows names alone. That is an answer only where no Python runs in any program: what
 * runs it cannot tell.
 */
async function namesWithoutPython(system: System): Promise<RunningProcess[] | null> {
  const program = windowsProgram(system, 'tasklist.exe');
  const output = await answerOf(system, { program, arguments: ['/fo', 'csv', '/nh'] });
  const rows = parseTasklist(output);
  if (rows.length === 0 || rows.some(({ name }) => /^(py|pypy)/i.test(name))) return null;
  const pythons = await pidsRunningPython(system);
  if (pythons === null || pythons.length > 0) return null;
  return rows.map(({ name, pid }) => ({
    ...{ pid, parentPid: null, executable: null },
    arguments: [name],
    workingFolder: null,
  }));
}

async function answerOf(system: System, command: Command): Promise<string> {
  const result = await system
    .run(command, { timeLimit, okExitCodes: 'any' })
    .catch(ifUnanswered(null));
  return result?.stdout ?? '';
}
