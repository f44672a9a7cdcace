import path from 'node:path';
import type { Install, Launcher } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { flagsOfScript, launcherName, readLauncher } from './launchers.ts';
import { readSettings } from './settings/read-settings.ts';

/** The install with the flags that its start scripts and settings have by now: they may have been edited since it was found. */
export async function withLaunchersNow(system: System, install: Install): Promise<Install> {
  const launchers = await Promise.all(
    install.launchers.map(async (launcher) => {
      const flags = await flagsNow(system, launcher);
      return flags === null ? launcher : { ...launcher, flags };
    }),
  );
  return { ...install, launchers };
}

async function flagsNow(system: System, launcher: Launcher): Promise<string[] | null> {
  const { path: file, settings } = launcher;
  if (settings) return readSettings(system, file, settings).catch(ifUnanswered(null));
  if (!launcherName.test(path.basename(file))) return null;
  const text = await readLauncher(system, file);
  return text === null ? null : flagsOfScript(file, text);
}
