import path from 'node:path';
import type { Means, System } from './system.ts';
import { modulesByPython } from './toolhelp.ts';
import { ifUnanswered } from './unanswered.ts';
import { parseTasklist } from './windows-listings.ts';
import { powershell, windowsProgram } from './windows-program.ts';

/** Milliseconds for each of the questions: a busy virus scanner makes them slow. */
const timeLimit = 15_000;
const foldersVariable = 'ATTENTION_DOCTOR_FOLDERS';
const whole = 'that was all';

/**
 * Windows: the processes that have loaded a library from below this folder. tasklist says
 * quickly who runs any Python at all, in whatever program; only those are asked for the paths, by
 * PowerShell, else through a Python that is given. null: none of them answers, nothing is known.
 */
export async function pidsWithModulesBelow(
  system: System,
  folder: string,
  { python }: Means = {},
): Promise<ReadonlySet<number> | null> {
  const pythons = await pidsRunningPython(system);
  if (pythons?.length === 0) return new Set();
  const real = await system.files.realPath(folder).catch(ifUnanswered(null));
  const folders = [...new Set([folder, real ?? folder])].map((each) => each + path.sep);
  // Where tasklist is silent all are asked.
  const asked = pythons ?? [];
  const found =
    (await modulesByPowershell(system, asked, folders)) ??
    (python === undefined ? null : await modulesByPython(system, python, asked, folders));
  return found && new Set(found);
}

async function modulesByPowershell(
  system: System,
  pids: readonly number[],
  folders: readonly string[],
): Promise<number[] | null> {
  // As a variable, so that no path is ever part of a script; no path holds a |.
  const environment = { [foldersVariable]: folders.join('|') };
  const result = await system
    .run(powershell(system, script(pids)), { timeLimit, environment, okExitCodes: 'any' })
    .catch(ifUnanswered(null));
  const lines = (result?.stdout ?? '').split(/\r?\n/).map((line) => line.trim());
  // Silence is no answer: a PowerShell that may not run says nothing, too.
  return lines.includes(whole) ? lines.filter((line) => /^\d+$/.test(line)).map(Number) : null;
}

/** Prints the numbers of those that have a module below one of the folders. */
function script(pids: readonly number[]): string {
  const these = pids.length === 0 ? '' : `-Id ${pids.join(',')} `;
  return [
    `$folders = $env:${foldersVariable}.Split('|')`,
    `Get-Process ${these}-ErrorAction SilentlyContinue | ForEach-Object {`,
    '$id = $_.Id; foreach ($module in $_.Modules) { foreach ($folder in $folders) {',
    "if ($module.FileName.StartsWith($folder, 'OrdinalIgnoreCase')) { $id } } } }",
    `'${whole}'`,
  ].join('\n');
}

/** The programs that have loaded a Python; null where tasklist does not answer. */
export async function pidsRunningPython(system: System): Promise<number[] | null> {
  const program = windowsProgram(system, 'tasklist.exe');
  const tasklist = { program, arguments: ['/m', 'python3*.dll', '/fo', 'csv', '/nh'] };
  const result = await system.run(tasklist, { timeLimit }).catch(ifUnanswered(null));
  // That none is found it says in a sentence of some language; nothing at all is no answer.
  const said = `${result?.stdout ?? ''}\n${result?.stderr ?? ''}`;
  return said.trim() === '' ? null : parseTasklist(said).map(({ pid }) => pid);
}
