import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { folderList } from '../../pythons/user-folders.ts';
import { programsInFolder } from './programs-in-folder.ts';
import type { PythonSource } from './source.ts';

/** python programs on PATH, each real program once. Shims and Store stubs are not programs. */
async function pythonsOnPath(system: System): Promise<string[]> {
  const found = new Map<string, string>();
  const folders = new Set<string>();
  for (const folder of folderList(system, 'PATH')) {
    if (isStub(system, folder) || !path.isAbsolute(folder)) continue;
    // /bin is /usr/bin on many systems. Not on Windows: there it would break Scoop's junctions.
    const real = system.platform === 'win32' ? folder.toLowerCase() : await realOf(system, folder);
    if (folders.has(real)) continue;
    folders.add(real);
    for (const program of await programsInFolder(system, folder)) {
      const key =
        system.platform === 'win32' ? program.toLowerCase() : await realOf(system, program);
      if (!found.has(key)) found.set(key, program);
    }
  }
  return [...found.values()];
}

export const searchPath: PythonSource = { name: 'search-path', find: pythonsOnPath };

async function realOf(system: System, location: string): Promise<string> {
  return (await system.files.realPath(location).catch(ifUnanswered(null))) ?? location;
}

/**
 * `…\WindowsApps\python.exe` opens the Store when Python is not installed; the shims of
 * pyenv, asdf, mise and Scoop are scripts; the Install Manager's `bin` has aliases; macOS's
 * /usr/bin/python3 asks for the developer tools; and from inside WSL, Windows programs are no
 * Pythons of this system (python-environment-tools leaves all of these out too).
 */
function isStub(system: System, folder: string): boolean {
  const plain = folder.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase();
  // A share whose server is away holds everything up for half a minute.
  if (plain.startsWith('//')) return true;
  if (plain.endsWith('/microsoft/windowsapps') || plain.endsWith('/shims')) return true;
  if (system.platform === 'win32') return /\/appdata\/local\/python\/bin$/.test(plain);
  if (system.platform === 'darwin') return plain === '/usr/bin';
  return 'WSL_DISTRO_NAME' in system.environment && /^\/mnt\/[a-z](\/|$)/.test(plain);
}
