import { join } from 'node:path';
import { createNodeSystem } from '../../../electron/engine/node-system.ts';
import type { System } from '../../../electron/engine/system.ts';

/** A machine whose / is a folder of this one, as a container sees its own file system. */
export function systemWithRoot(root: string, own: Partial<System> = {}): System {
  const node = createNodeSystem();
  const at = (file: string): string => join(root, file);
  const files: System['files'] = {
    ...node.files,
    list: async (folder) => node.files.list(at(folder)),
    readText: async (file) => node.files.readText(at(file)),
    readBytes: async (file) => node.files.readBytes(at(file)),
    info: async (file) => node.files.info(at(file)),
    linkInfo: async (file) => node.files.linkInfo(at(file)),
    realPath: async (file) => {
      const real = await node.files.realPath(at(file));
      return real === null ? null : real.slice(root.length) || '/';
    },
  };
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
