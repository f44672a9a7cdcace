import { readFile } from 'node:fs/promises';
import { isAlive } from './end-process-tree.ts';
import { readStat } from './process-list.ts';
import type { Command, Means, System } from './system.ts';
import { startByPython } from './toolhelp.ts';
import { ifUnanswered } from './unanswered.ts';
import { fromCimTime } from './windows-listings.ts';
import { powershell, wmic } from './windows-program.ts';
import { fromFileTime } from './windows-rows.ts';

const timeLimit = 15_000;

/** When a process started, in the machine's own words: see System.startedAt. */
export async function startedAt(
  system: System,
  pid: number,
  means: Means = {},
): Promise<string | null> {
  if (!Number.isSafeInteger(pid) || pid < 1 || !isAlive(pid)) return null;
  switch (system.platform) {
    case 'linux':
      return ticksSinceBoot(pid);
    case 'darwin':
      return secondByPs(system, pid);
    case 'win32':
      return millisecondOnWindows(system, pid, means);
  }
}

/** A computer counts the ticks anew each time it starts, so which start it was belongs to them. */
async function ticksSinceBoot(pid: number): Promise<string | null> {
  const [boot, stat] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(ifUnanswered(null)),
    readStat(pid).catch(ifUnanswered(null)),
  ]);
  // A zombie has ended; only nobody has asked how.
  if (boot === null || stat === null || /[ZX]/.test(stat.state)) return null;
  return `${boot.trim()} ${stat.started}`;
}

async function secondByPs(system: System, pid: number): Promise<string | null> {
  const ps = { program: '/bin/ps', arguments: ['-o', 'lstart=', '-p', String(pid)] };
  // In one language and time zone: it is compared with what another start of us noted.
  return wordOf(await output(system, ps, { LC_ALL: 'C', TZ: 'UTC' }));
}

/** By whatever means answers first: each of them tells the same millisecond. */
async function millisecondOnWindows(
  system: System,
  pid: number,
  { python }: Means,
): Promise<string | null> {
  const ask = (command: Command) => output(system, command);
  const script = `(Get-Process -Id ${pid} -ErrorAction Stop).StartTime.ToFileTimeUtc()`;
  const where = ['process', 'where', `ProcessId=${pid}`, 'get', 'CreationDate', '/value'];
  const started =
    fromFileTime((await ask(powershell(system, script))).trim()) ??
    fromCimTime(/^CreationDate=(.*)$/m.exec(await ask(wmic(system, ...where)))?.[1] ?? '') ??
    (python === undefined ? null : await startByPython(system, python, pid));
  return started === null ? null : String(started);
}

async function output(
  system: System,
  command: Command,
  environment: Record<string, string> = {},
): Promise<string> {
  const asked = await system
    .run(command, { timeLimit, okExitCodes: 'any', environment })
    .catch(ifUnanswered(null));
  return asked?.stdout ?? '';
}

function wordOf(text: string): string | null {
  const word = text.trim().replace(/\s+/g, ' ');
  return word === '' ? null : word;
}
