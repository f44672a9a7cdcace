import { join } from 'node:path';
import { createNodeSystem } from '../../../electron/engine/machine/node-system.ts';
import type { System } from '../../../electron/engine/machine/system.ts';

/** Files that lie elsewhere than they say: `at` leads to them, `shown` names what was reached. */
export function shiftedFiles(
  at: (file: string) => string,
  shown: (file: string) => string,
): System['files'] {
  const { files } = createNodeSystem();
  return {
    ...files,
    list: async (folder) => files.list(at(folder)),
    readText: async (file) => files.readText(at(file)),
    readBytes: async (file) => files.readBytes(at(file)),
    openFile: async (file) => files.openFile(at(file)),
    info: async (file) => files.info(at(file)),
    linkInfo: async (file) => files.linkInfo(at(file)),
    realPath: async (file) => {
      const real = await files.realPath(at(file));
      return real === null ? null : shown(real);
    },
  };
}

/** A machine whose / is a folder of this one, as a container sees its own file system. */
export function systemWithRoot(root: string, own: Partial<System> = {}): System {
  const node = createNodeSystem();
  const files = shiftedFiles(
    (file) => join(root, file),
    (real) => real.slice(root.length) || '/',
  );
  return {
    ...node,
    platform: 'linux',
    homeFolder: '/root',
    environment: {},
    processes: async () => [],
    ...own,
    files,
  };
}
