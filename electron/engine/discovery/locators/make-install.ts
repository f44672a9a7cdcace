import path from 'node:path';
import type { Environment, InstallKind, Launcher } from '../../../../shared/install.ts';
import type { System } from '../../system.ts';
import { isRunnable } from '../environment-at.ts';
import { idOf } from '../identity.ts';
import { comfyuiVersion } from '../source-root.ts';
import type { Located } from './locator.ts';

export type InstallParts = {
  kind: InstallKind;
  name: string;
  sourceRoot: string;
  /** Where models, input and output lie; the source folder unless told otherwise. */
  dataRoot?: string;
  /** `user` below the data folder unless told otherwise. */
  userDir?: string;
  environment: Environment | null;
  launchers: Launcher[];
};

/** Fills in what every kind has in common. */
export async function makeInstall(system: System, parts: InstallParts): Promise<Located> {
  const { environment, sourceRoot } = parts;
  const dataRoot = parts.dataRoot ?? sourceRoot;
  const version = await comfyuiVersion(system, sourceRoot);
  return {
    environment,
    install: {
      id: idOf(system, 'install', sourceRoot),
      name: parts.name,
      kind: parts.kind,
      sourceRoot,
      dataRoot,
      userDir: parts.userDir ?? path.join(dataRoot, 'user'),
      python: environment && {
        executable: environment.executable,
        version: environment.version,
        environmentRoot: environment.environmentRoot,
        runnable: isRunnable(system, environment),
      },
      comfyui: version === null ? null : { version },
      launchers: parts.launchers,
      running: false,
      problems: environment?.problems ?? [],
    },
  };
}
