import { constants, readFile as readWithCallback } from 'node:fs';
import { access, readdir, readlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { fail } from '../../../shared/problem.ts';
import { inBatches } from './in-batches.ts';
import { patiently } from './patience.ts';
import type { RunningProcess } from './system.ts';
import { ifUnanswered } from './unanswered.ts';

// Less than half the time of fs/promises for files as small as these.
const readFile = promisify(readWithCallback);
const patience = { timeLimit: 5000 };
/** Node takes 64 KiB for each file that does not say how long it is. */
const mostProcesses = 32;

/**
 * Linux: /proc. Processes that vanish or are not ours to read are left out. Throws
 * `processes-unknown` where there is no such folder.
 */
export async function readProcFolder(wanted?: RegExp): Promise<RunningProcess[]> {
  const names = await readdir('/proc').catch(ifUnanswered([]));
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  if (pids.length === 0) fail('processes-unknown');
  const all = await inBatches(
    pids,
    // The memory of a process that waits for a dead mount cannot be looked at before that answers.
    (pid) =>
      patiently(`/proc/${pid}`, patience, () => readProcess(pid, wanted)).catch(
        // It ended between the listing and the reading, or is not ours to read.
        ifUnanswered(null),
      ),
    { batch: mostProcesses },
  );
  return all.filter((each) => each !== null);
}

async function readProcess(pid: number, wanted?: RegExp): Promise<RunningProcess | null> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  if (wanted && !wanted.test(line.replaceAll('\0', ' '))) return null;
  const words = line.split('\0').filter((part) => part !== '');
  const { parentPid } = await readStat(pid);
  return {
    pid,
    parentPid,
    executable: await programOnSearchPath(pid, words[0] ?? ''),
    arguments: words,
    workingFolder: await readlink(`/proc/${pid}/cwd`).catch(ifUnanswered(null)),
  };
}

/** What /proc/PID/stat says; rejects where there is none. Source: proc(5). */
export async function readStat(
  pid: number,
): Promise<{ state: string; parentPid: number; started: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The program name in brackets may hold spaces and brackets: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = '', parent = ''] = fields;
  return { state, parentPid: Number(parent), started: fields[19] ?? '' };
}

/**
 * The Python that a bare name meant where it was started: with a venv switched on, only the
 * search path of the process tells, because /proc/PID/exe is the Python that the venv was made
 * from. null for other programs, and where it cannot be told. Source: proc(5).
 */
async function programOnSearchPath(pid: number, name: string): Promise<string | null> {
  if (!/^(python|pypy)[\w.]*$/i.test(name)) return null;
  const variables = await readFile(`/proc/${pid}/environ`, 'utf8').catch(ifUnanswered(''));
  const searched = variables.split('\0').find((each) => each.startsWith('PATH=')) ?? '';
  for (const folder of searched.slice('PATH='.length).split(':')) {
    if (!folder.startsWith('/')) continue;
    const program = path.posix.join(folder, name);
    const there = access(program, constants.X_OK).then(() => true);
    if (await there.catch(ifUnanswered(false))) return program;
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

/** Those that a question for `wanted` is about. */
export function matching(all: RunningProcess[], wanted?: RegExp): RunningProcess[] {
  if (!wanted) return all;
  return all.filter((each) => wanted.test([each.executable, ...each.arguments].join(' ')));
}
