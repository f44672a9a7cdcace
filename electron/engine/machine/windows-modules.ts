import path from 'node:path';
import type { System } from '../system.ts';

/** Milliseconds for each of the two questions: a busy virus scanner makes them slow. */
const timeLimit = 15_000;
const foldersVariable = 'ATTENTION_DOCTOR_FOLDERS';

/**
 * Windows: the processes that have loaded a library from below this folder. tasklist says
 * quickly who runs any Python at all, in whatever program; only those are asked for the paths.
 * Where either fails nothing is known, and nobody is named.
 */
export async function pidsWithModulesBelow(
  system: System,
  folder: string,
): Promise<ReadonlySet<number>> {
  const pythons = await pidsRunningPython(system);
  if (pythons.length === 0) return new Set();
  const real = await system.files.realPath(folder).catch(() => null);
  const folders = [...new Set([folder, real ?? folder])].map((each) => each + path.sep);
  const powershell = { program: 'powershell.exe', arguments: [...quietly, script(pythons)] };
  // As a variable, so that no path is ever part of a script; no path holds a |.
  const environment = { [foldersVariable]: folders.join('|') };
  const result = await system
    .run(powershell, { timeLimit, environment, okExitCodes: 'any' })
    .catch(() => null);
  const lines = (result?.stdout ?? '').split(/\r?\n/).map((line) => line.trim());
  return new Set(lines.filter((line) => /^\d+$/.test(line)).map(Number));
}

const quietly = ['-NoProfile', '-NonInteractive', '-Command'];

/** Prints the numbers of those that have a module below one of the folders. */
function script(pids: readonly number[]): string {
  return [
    `$folders = $env:${foldersVariable}.Split('|')`,
    `Get-Process -Id ${pids.join(',')} -ErrorAction SilentlyContinue | ForEach-Object {`,
    '$id = $_.Id; foreach ($module in $_.Modules) { foreach ($folder in $folders) {',
    "if ($module.FileName.StartsWith($folder, 'OrdinalIgnoreCase')) { $id } } } }",
  ].join('\n');
}

async function pidsRunningPython(system: System): Promise<number[]> {
  const root = system.environment['SystemRoot'] ?? system.environment['SYSTEMROOT'];
  // By its full path: a tasklist.exe in the working folder or on PATH is not ours.
  const program = root === undefined ? 'tasklist.exe' : path.join(root, 'System32', 'tasklist.exe');
  const tasklist = { program, arguments: ['/m', 'python3*.dll', '/fo', 'csv', '/nh'] };
  const result = await system.run(tasklist, { timeLimit, okExitCodes: 'any' }).catch(() => null);
  return pidsInTasklist(result?.stdout ?? '');
}

/** `"python.exe","4711","python311.dll"`: what is no such row says in some language that none is. */
export function pidsInTasklist(output: string): number[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const pid = /^"[^"]*","(\d+)",/.exec(line)?.[1];
    return pid === undefined ? [] : [Number(pid)];
  });
}
