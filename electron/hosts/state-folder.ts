import path from 'node:path';
import type { Platform } from '../../shared/facts.ts';

export type StateFolderSource = {
  platform: Platform;
  environment: Readonly<Record<string, string | undefined>>;
  homeFolder: string;
};

/**
 * Where journals, saved states, settings and logs live: ATTENTION_DOCTOR_HOME, or the place that
 * the platform has for such things. All hosts share it, so a repair begun in the window can be
 * undone from the command line.
 */
export function stateFolder({ platform, environment, homeFolder }: StateFolderSource): string {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const chosen = environment['ATTENTION_DOCTOR_HOME'];
  if (chosen) return paths.resolve(chosen);
  switch (platform) {
    case 'win32':
      // Local, not Roaming: saved packages are large and fit one machine only.
      return paths.join(
        environment['LOCALAPPDATA'] || paths.join(homeFolder, 'AppData', 'Local'),
        'AttentionDoctor',
      );
    case 'darwin':
      return paths.join(homeFolder, 'Library', 'Application Support', 'Attention Doctor');
    case 'linux':
      return paths.join(linuxDataFolder(environment, homeFolder), 'attention-doctor');
  }
}

/** The XDG rules say that a relative path in the variable is to be ignored. */
function linuxDataFolder(environment: StateFolderSource['environment'], homeFolder: string) {
  const data = environment['XDG_DATA_HOME'];
  return data && path.posix.isAbsolute(data)
    ? data
    : path.posix.join(homeFolder, '.local', 'share');
}
