import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inBatches } from './in-batches.ts';
import { patiently } from './patience.ts';
import type { RunningProcess, System } from './system.ts';
import { ifUnanswered } from './unanswered.ts';

/** A browser has some thousand libraries mapped: half a megabyte of text each. */
const mostMaps = 16;

/**
 * Which of these processes hold files of a folder: by the libraries that they have mapped
 * (Linux tells; on Windows they are given), else by the program that they were started from.
 */
export async function holdersAmong(
  platform: System['platform'],
  processes: readonly RunningProcess[],
  folder: string,
  loaded: ReadonlySet<number> = new Set(),
): Promise<RunningProcess[]> {
  const below = path.resolve(folder) + path.sep;
  const held = await inBatches(
    processes,
    async (each) =>
      startedFrom(platform, each, folder) ||
      loaded.has(each.pid) ||
      (platform === 'linux' && (await mapsBelow(each.pid, below))),
    { batch: mostMaps },
  );
  return processes.filter((_, index) => held[index]);
}

/** Whether a process was started with a program below this folder. */
export function startedFrom(
  platform: System['platform'],
  each: RunningProcess,
  folder: string,
): boolean {
  const below = path.resolve(folder) + path.sep;
  const program = each.executable ?? each.arguments[0] ?? '';
  if (!path.isAbsolute(program) && each.workingFolder === null) return false;
  const full = path.resolve(each.workingFolder ?? '', program);
  // Windows does not tell case apart.
  return platform === 'win32'
    ? full.toLowerCase().startsWith(below.toLowerCase())
    : full.startsWith(below);
}

async function mapsBelow(pid: number, below: string): Promise<boolean> {
  const file = `/proc/${pid}/maps`;
  const maps = await patiently(file, {}, () => readFile(file, 'utf8')).catch(
    ifUnanswered(''), // it ended, belongs to somebody else, or waits for a dead mount
  );
  return maps.includes(below);
}
