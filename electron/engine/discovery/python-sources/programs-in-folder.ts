import path from 'node:path';
import { entriesOf } from '../../machine/look.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { pythonProgram } from '../../pythons/environment-executable.ts';

/**
 * The python programs of a folder, each real program once (python, python3 and python3.12
 * are mostly one), by its plainest name. A link to nowhere is listed: it is a broken Python.
 */
export async function programsInFolder(system: System, folder: string): Promise<string[]> {
  const entries = await entriesOf(system, folder);
  const windows = system.platform === 'win32';
  const names = entries
    .filter((entry) => entry.kind !== 'folder' && pythonProgram.test(entry.name))
    .map((entry) => entry.name)
    .filter((name) => (windows ? /^python\.exe$/i.test(name) : !name.endsWith('.exe')))
    // Python 2 has no ComfyUI.
    .filter((name) => !/^python2/i.test(name))
    .sort((one, other) => one.length - other.length || one.localeCompare(other));
  const found = new Map<string, string>();
  for (const name of names) {
    const location = path.join(folder, name);
    const real = windows ? null : await system.files.realPath(location).catch(ifUnanswered(null));
    if (real !== null && /^python2/i.test(path.basename(real))) continue;
    const key = real ?? location;
    if (!found.has(key)) found.set(key, location);
  }
  return [...found.values()];
}
