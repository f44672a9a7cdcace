import path from 'node:path';
import { foldersIn, foldersInAll, isThere } from '../../machine/look.ts';
import type { System } from '../../machine/system.ts';
import type { PythonSource } from './source.ts';

const tools = '/Library/Developer/CommandLineTools';

/** The framework builds of python.org's installer. */
export const macosFramework: PythonSource = {
  name: 'macos-framework',
  async find(system) {
    if (system.platform !== 'darwin') return [];
    const shared = '/Library/Frameworks/Python.framework/Versions';
    return foldersInAll(system, [shared, path.join(system.homeFolder, shared)], /^\d+\.\d+t?$/);
  },
};

/**
 * Python 3 of Xcode and of the Command Line Tools. /usr/bin/python3 only leads there, and
 * asks to install the tools if they are missing: it is never listed itself.
 */
export const xcode: PythonSource = {
  name: 'xcode',
  async find(system) {
    if (system.platform !== 'darwin') return [];
    const applications = await foldersIn(system, '/Applications', /^Xcode.*\.app$/i);
    const developers = applications.map((each) => path.join(each, 'Contents', 'Developer'));
    const found = await Promise.all([tools, ...developers].map((each) => pythonOf(system, each)));
    return found.flat();
  },
};

async function pythonOf(system: System, developer: string): Promise<string[]> {
  if (!(await isThere(system, path.join(developer, 'usr', 'bin', 'python3')))) return [];
  const framework = path.join('Library', 'Frameworks', 'Python3.framework', 'Versions');
  return foldersIn(system, path.join(developer, framework), /^\d+\.\d+$/);
}
