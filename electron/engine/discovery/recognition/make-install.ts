import path from 'node:path';
import type { Environment, Install, InstallKind, Launcher } from '../../../../shared/install.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { isRunnable } from '../../pythons/environment-at.ts';
import { idOf } from '../../pythons/identity.ts';
import { recordedLaunchers } from './desktop-v2-records.ts';
import type { Located } from './locator.ts';
import { movedFolders } from './moved-folders.ts';
import { comfyuiVersion } from './source-root.ts';

export type InstallParts = {
  kind: InstallKind;
  name: string;
  sourceRoot: string;
  /** Where models, input and output lie; else where the flags say, else the source folder. */
  dataRoot?: string;
  /** Else where the flags say, else `user` below the data folder. */
  userDir?: string;
  environment: Environment | null;
  launchers: Launcher[];
  /** What is wrong with the install itself; its Python's own troubles come behind. */
  problems?: Problem[];
};

/** Fills in what every kind has in common. */
export async function makeInstall(system: System, parts: InstallParts): Promise<Located> {
  const { environment, kind, sourceRoot } = parts;
  const fromRecord = kind === 'desktop_v2_standalone' || kind === 'desktop_v2_adopted_v1';
  const recorded = fromRecord ? [] : await recordedLaunchers(system, sourceRoot);
  const launchers = [...parts.launchers, ...recorded];
  const moved = await movedFolders(system, launchers);
  const dataRoot = parts.dataRoot ?? moved.data ?? sourceRoot;
  const version = await comfyuiVersion(system, sourceRoot).catch(ifUnanswered(null));
  return {
    environment,
    install: {
      id: idOf(system, 'install', sourceRoot),
      name: parts.name,
      kind,
      sourceRoot,
      dataRoot,
      userDir: parts.userDir ?? moved.user ?? path.join(dataRoot, 'user'),
      python: environment && installPythonOf(system, environment),
      comfyui: version === null ? null : { version },
      launchers,
      running: false,
      problems: [...(parts.problems ?? []), ...(environment?.problems ?? [])],
    },
  };
}

/** What an install says of the environment that it uses. */
export function installPythonOf(
  system: System,
  environment: Environment,
): NonNullable<Install['python']> {
  const { executable, version, environmentRoot } = environment;
  return { executable, version, environmentRoot, runnable: isRunnable(system, environment) };
}
