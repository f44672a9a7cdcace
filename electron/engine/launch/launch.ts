import path from 'node:path';
import type { Facts } from '../../../shared/facts.ts';
import type { Launcher } from '../../../shared/install.ts';
import { avoidsGpu } from '../knowledge/launch-flags.ts';
import { usualLauncherRows } from '../knowledge/tables.ts';
import type { RunningProcess } from '../machine/system.ts';
import type { FlagPlace } from './edit-launcher.ts';
import { flagsOfProcess } from './running-comfyui.ts';

type Comfyui = NonNullable<Facts['comfyui']>;
export type Launch = Required<Pick<Comfyui, 'flags' | 'flagsFrom' | 'otherLaunchers'>>;

/**
 * The flags that ComfyUI is started with: those of the process that runs now, else those of
 * the usual start script. An install has several scripts (every portable build brings
 * run_cpu.bat along), and no ComfyUI is ever started with the flags of all of them.
 */
export function launchOf(
  launchers: readonly Launcher[],
  running: RunningProcess | null = null,
): Launch {
  const flags = running && flagsOfProcess(running);
  if (running && flags) {
    const flagsFrom = { kind: 'process', pid: running.pid } as const;
    return { flags, flagsFrom, otherLaunchers: [...launchers] };
  }
  const usual = usualLauncher(launchers);
  return {
    flags: usual?.flags ?? [],
    flagsFrom: usual ? { kind: 'launcher', ...placeOf(usual) } : null,
    otherLaunchers: launchers.filter((each) => each !== usual),
  };
}

/**
 * Where the flags are to be changed, so that the next start has them: the place that they come
 * from; while it runs the one that gives just these, else the usual one. null: none is known.
 */
export function placeToEdit({
  flags,
  flagsFrom,
  otherLaunchers = [],
}: Pick<Comfyui, 'flags' | 'flagsFrom' | 'otherLaunchers'>): FlagPlace | null {
  if (flagsFrom?.kind === 'launcher') return placeOf(flagsFrom);
  const words = (each: readonly string[]): string => [...each].sort().join('\n');
  const starter = otherLaunchers.find((each) => words(each.flags) === words(flags));
  const launcher = starter ?? usualLauncher(otherLaunchers);
  return launcher && placeOf(launcher);
}

function placeOf({ path: file, settings }: FlagPlace): FlagPlace {
  return settings ? { path: file, settings } : { path: file };
}

/** The script for everyday use. One for the processor is it only where there is no other. */
function usualLauncher(launchers: readonly Launcher[]): Launcher | null {
  const onGpu = launchers.filter((each) => !avoidsGpu(each.flags));
  const [usual] = (onGpu.length > 0 ? onGpu : [...launchers]).sort(
    (a, b) => rankOf(a.path) - rankOf(b.path),
  );
  return usual ?? null;
}

function rankOf(file: string): number {
  // By either separator: a Windows tree may be looked at from another system.
  const name = path.win32.basename(file).toLowerCase();
  const rank = usualLauncherRows.findIndex((row) => row.names.includes(name));
  return rank === -1 ? usualLauncherRows.length : rank;
}
