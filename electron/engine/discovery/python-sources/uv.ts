import path from 'node:path';
import { entriesOf } from '../../machine/look.ts';
import { localAppData, roamingAppData, variable, xdgDataHome } from '../../pythons/user-folders.ts';
import type { PythonSource } from './source.ts';

/**
 * Pythons that uv installed. `cpython-3.12-…` is only a junction to the newest 3.12.x and
 * would be the same one twice. uv's tools are programs, not environments to repair.
 */
export const uv: PythonSource = {
  name: 'uv',
  async find(system) {
    const given = variable(system, 'UV_PYTHON_INSTALL_DIR');
    const usual =
      system.platform === 'win32'
        ? [
            path.join(roamingAppData(system), 'uv', 'python'),
            path.join(roamingAppData(system), 'uv', 'data', 'python'),
            path.join(localAppData(system), 'uv', 'python'),
          ]
        : [path.join(xdgDataHome(system), 'uv', 'python')];
    const folders = [...(given === null ? [] : [given]), ...usual];
    const found = folders.map(async (folder) =>
      (await entriesOf(system, folder))
        .filter((entry) => entry.kind === 'folder' && /^\w+-\d+\.\d+\.\d+/.test(entry.name))
        .map((entry) => path.join(folder, entry.name)),
    );
    return (await Promise.all(found)).flat();
  },
};
