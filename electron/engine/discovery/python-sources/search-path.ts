import path from 'node:path';
import type { System } from '../../system.ts';

/** python programs on PATH, each real program once. Shims and Store stubs are not programs. */
export async function pythonsOnPath(system: System): Promise<string[]> {
  const separator = system.platform === 'win32' ? ';' : ':';
  const folders = (system.environment.PATH ?? system.environment.Path ?? '').split(separator);
  const names = system.platform === 'win32' ? ['python.exe'] : ['python3', 'python'];
  const seen = new Set<string>();
  const found: string[] = [];
  for (const folder of folders) {
    if (folder === '' || isStub(folder)) continue;
    for (const name of names) {
      const candidate = path.join(folder, name);
      const real = await system.files.realPath(candidate).catch(() => null);
      if (real === null || seen.has(real)) continue;
      seen.add(real);
      found.push(candidate);
    }
  }
  return found;
}

/**
 * `…\\WindowsApps\\python.exe` opens the Store when Python is not installed, and pyenv's
 * shims are scripts: neither is an interpreter (python-environment-tools leaves them out too).
 */
function isStub(folder: string): boolean {
  return /[\\/]Microsoft[\\/]WindowsApps[\\/]?$/i.test(folder) || /[\\/]shims[\\/]?$/i.test(folder);
}
