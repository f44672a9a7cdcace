import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { environmentsOfSources } from '../../electron/engine/discovery/python-sources/index.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import type { Files, RegistryKey, System } from '../../electron/engine/machine/system.ts';
import { makeTemporaryFolder } from './temporary-folders.ts';

export type ShapedMachine = {
  system: System;
  /** Where a path of the machine really lies. */
  real: (path: string) => string;
  write: (path: string, text?: string) => Promise<void>;
  /** A link by a path of the machine. */
  link: (path: string, target: string) => Promise<void>;
};

/**
 * A machine of any system in a temporary folder: `/opt/homebrew` on it is a folder of its own.
 * The disk is real; what differs between systems (the port's platform, variables, home, the
 * registry) is given. Windows paths are written `/C/Users/mei`.
 */
export async function makeShapedMachine(parts: {
  platform: System['platform'];
  home?: string;
  environment?: Record<string, string>;
  registry?: RegistryKey[];
}): Promise<ShapedMachine> {
  const disk = await realpath(await makeTemporaryFolder('machine'));
  const node = createNodeSystem();
  const home =
    parts.home ??
    { win32: '/C/Users/mei', darwin: '/Users/mei', linux: '/home/mei' }[parts.platform];
  const real = (path: string): string => join(disk, path);

  async function write(path: string, text = ''): Promise<void> {
    await mkdir(dirname(real(path)), { recursive: true });
    await writeFile(real(path), text, { mode: 0o755 });
  }
  async function link(path: string, target: string): Promise<void> {
    await mkdir(dirname(real(path)), { recursive: true });
    await symlink(isAbsolute(target) ? real(target) : target, real(path));
  }
  return {
    real,
    write,
    link,
    system: {
      ...node,
      platform: parts.platform,
      homeFolder: home,
      environment: parts.environment ?? {},
      files: filesOn(disk, node.files),
      run: () => Promise.reject(new Error('Finding starts no program.')),
      registry: (key) =>
        Promise.resolve(
          (parts.registry ?? []).filter(({ path }) =>
            path.toLowerCase().startsWith(fullName(key).toLowerCase()),
          ),
        ),
    },
  };
}

function fullName(key: string): string {
  return key.replace(/^HKCU/, 'HKEY_CURRENT_USER').replace(/^HKLM/, 'HKEY_LOCAL_MACHINE');
}

/** Reading only: to find things is to read. */
function filesOn(disk: string, files: Files): Files {
  const on = (path: string): string => join(disk, path);
  return {
    ...files,
    readText: (path) => files.readText(on(path)),
    readBytes: (path) => files.readBytes(on(path)),
    openFile: (path) => files.openFile(on(path)),
    list: (path) => files.list(on(path)),
    info: (path) => files.info(on(path)),
    linkInfo: (path) => files.linkInfo(on(path)),
    readLink: (path) => files.readLink(on(path)),
    async realPath(path) {
      const found = await files.realPath(on(path));
      return found === null ? null : join('/', relative(disk, found));
    },
  };
}

/** What all sources find on it: program, kind, version, codes of problems; sorted by program. */
export async function listedOn(
  machine: ShapedMachine,
): Promise<[string, string, string | null, string[]][]> {
  const found = await environmentsOfSources(machine.system);
  return found
    .map(({ executable, kind, version, problems }): [string, string, string | null, string[]] => [
      executable,
      kind,
      version,
      problems.map((problem) => problem.code),
    ])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
