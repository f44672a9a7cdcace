import path from 'node:path';
import type { Install } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import { flagsOfScript, launcherName, readLauncher } from './launchers.ts';

/** The install with the flags that its start scripts have by now: they may have been edited since it was found. */
export async function withLaunchersNow(system: System, install: Install): Promise<Install> {
  const launchers = await Promise.all(
    install.launchers.map(async (launcher) => {
      const name = path.basename(launcher.path);
      if (!launcherName.test(name)) return launcher;
      const text = await readLauncher(system, launcher.path);
      const flags = text === null ? null : flagsOfScript(launcher.path, text);
      return flags === null ? launcher : { ...launcher, flags };
    }),
  );
  return { ...install, launchers };
}
