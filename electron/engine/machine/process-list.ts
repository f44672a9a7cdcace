import { constants, readFile as readWithCallback } from 'node:fs';
import { access, readdir, readlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { RunningProcess } from '../system.ts';

// Less than half the time of fs/promises for files as small as these.
const readFile = promisify(readWithCallback);

/** Linux: /proc. Processes that vanish or are not ours to read are left out. */
export async function readProcFolder(wanted?: RegExp): Promise<RunningProcess[]> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map((pid) => readProcess(pid, wanted)));
  return all.filter((each) => each !== null);
}

async function readProcess(pid: number, wanted?: RegExp): Promise<RunningProcess | null> {
  try {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    if (wanted && !wanted.test(line.replaceAll('\0', ' '))) return null;
    const words = line.split('\0').filter((part) => part !== '');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The program name in brackets may hold spaces and brackets: count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      pid,
      parentPid: Number(fields[1]),
      executable: await programOnSearchPath(pid, words[0] ?? ''),
      arguments: words,
      workingFolder: await readlink(`/proc/${pid}/cwd`).catch(() => null),
    };
  } catch {
    return null; // ended between the listing and the reading
  }
}

/**
 * The Python that a bare name meant where it was started: with a venv switched on, only the
 * search path of the process tells, because /proc/PID/exe is the Python that the venv was made
 * from. null for other programs, and where it cannot be told. Source: proc(5).
 */
async function programOnSearchPath(pid: number, name: string): Promise<string | null> {
  if (!/^(python|pypy)[\w.]*$/i.test(name)) return null;
  const variables = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
  const searched = variables.split('\0').find((each) => each.startsWith('PATH=')) ?? '';
  for (const folder of searched.slice('PATH='.length).split(':')) {
    if (!folder.startsWith('/')) continue;
    const program = path.posix.join(folder, name);
    const there = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (there) return program;
  }
  return null;
}

/** macOS: the output of `ps -axo pid=,ppid=,command=`. */
export function parsePs(output: string): RunningProcess[] {
  return output.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    if (!match) return [];
    const [, pid, parent, command = ''] = match;
    return [
      {
        pid: Number(pid),
        parentPid: Number(parent),
        executable: null,
        arguments: command.split(' '),
        workingFolder: null,
      },
    ];
  });
}

/** The PowerShell that lists processes on Windows as JSON (wmic is gone from Windows 11). */
export const windowsListing =
  'Get-CimInstance Win32_Process | Select-Object ProcessId,ParentProcessId,ExecutablePath,CommandLine | ConvertTo-Json -Compress';

export function parseWindowsListing(output: string): RunningProcess[] {
  const parsed: unknown = JSON.parse(output);
  const rows: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return rows.flatMap((row) => {
    if (typeof row !== 'object' || row === null || !('ProcessId' in row)) return [];
    const parent = 'ParentProcessId' in row ? Number(row.ParentProcessId) : null;
    const line = textAt(row, 'CommandLine') ?? '';
    return [
      {
        pid: Number(row.ProcessId),
        parentPid: parent,
        executable: textAt(row, 'ExecutablePath'),
        arguments: splitCommandLine(line),
        workingFolder: null,
      },
    ];
  });
}

function textAt(row: object, name: string): string | null {
  const value: unknown = Object.entries(row).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : null;
}

/** Windows quoting, as far as paths need it: double quotes hold spaces together. */
export function splitCommandLine(line: string): string[] {
  const parts = line.match(/"[^"]*"|[^\s"]+/g) ?? [];
  return parts.map((part) => part.replaceAll('"', ''));
}

/** Those that a question for `wanted` is about. */
export function matching(all: RunningProcess[], wanted?: RegExp): RunningProcess[] {
  if (!wanted) return all;
  return all.filter((each) => wanted.test([each.executable, ...each.arguments].join(' ')));
}
