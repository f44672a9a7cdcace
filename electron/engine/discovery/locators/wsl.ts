import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { windowsProgram } from '../../machine/windows-program.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { entriesOf, hasFolder } from '../recognition/config-file.ts';
import { innerEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { isKeptAside } from '../recognition/look-alike.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { launchersIn } from '../recognition/portable-build.ts';
import { isSourceRoot } from '../recognition/source-root.ts';

const distributionsKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss';
const share = /^[\\/]{2}wsl(?:\.localhost|\$)[\\/]([^\\/]+)/i;
/** The disk of a WSL 1 distribution is an ordinary folder. */
const oldDisk = /[\\/](?:LocalState|lxss)[\\/]rootfs[\\/]/i;
const nameOfInterest = /comfy|stable|diffusion|^ai$/i;

/**
 * A ComfyUI inside a WSL distribution, seen from Windows. Its Python only works in there. A
 * distribution that does not run is left alone: looking into it would start it.
 * Source: microsoft/python-environment-tools crates/pet-conda/src/environment_locations.rs and
 * public code that reads CurrentVersion\Lxss.
 */
export const wsl: Locator = {
  kind: 'wsl',
  marks: ['main.py'],
  async recognise(system, view) {
    const distribution = share.exec(view.folder)?.[1];
    if (distribution === undefined && !oldDisk.test(view.folder)) return [];
    if (!isSourceRoot(view.entries)) return [];
    const name = path.basename(view.folder);
    const located = await makeInstall(system, {
      kind: 'wsl',
      name: distribution === undefined ? name : `${name} (${distribution})`,
      sourceRoot: view.folder,
      environment: await innerEnvironment(system, view),
      launchers: await launchersIn(system, [view.folder]),
    });
    return [located];
  },
  async places(system) {
    const roots = await readableRoots(system);
    return (await Promise.all(roots.map((root) => foldersOfInterest(system, root)))).flat();
  },
};

async function readableRoots(system: System): Promise<string[]> {
  const keys = await system.registry(distributionsKey).catch(ifUnanswered([]));
  const found: string[] = [];
  const withOwnKernel: string[] = [];
  for (const { values } of keys) {
    const { DistributionName: name, BasePath: base } = values;
    if (name === undefined || base === undefined) continue;
    const disk = path.join(base.replace(/^\\\\\?\\/, ''), 'rootfs');
    if (await hasFolder(system, disk)) found.push(disk);
    else withOwnKernel.push(name);
  }
  if (withOwnKernel.length === 0) return found;
  const running = await runningDistributions(system);
  const open = withOwnKernel.filter((name) => running.has(name.toLowerCase()));
  return [...found, ...open.map((name) => `\\\\wsl.localhost\\${name}`)];
}

/** Asking for the list starts nothing; opening \\wsl.localhost\<name> would. */
async function runningDistributions(system: System): Promise<Set<string>> {
  const program = windowsProgram(system, 'wsl.exe');
  const command = { program, arguments: ['--list', '--running', '--quiet'] };
  // Without WSL_UTF8 it writes UTF-16.
  const options = {
    timeLimit: 3000,
    okExitCodes: 'any' as const,
    environment: { WSL_UTF8: '1' },
  };
  const result = await system.run(command, options).catch(ifUnanswered(null));
  const lines = (result?.stdout ?? '').replaceAll('\0', '').split(/\r?\n/);
  return new Set(lines.map((line) => line.trim().toLowerCase()).filter((line) => line !== ''));
}

/** The usual two levels below a home: each look goes through a network file system. */
async function foldersOfInterest(system: System, root: string): Promise<string[]> {
  const users = (await foldersIn(system, path.join(root, 'home'))).map(({ folder }) => folder);
  const found: string[] = [];
  for (const home of [...users, path.join(root, 'root'), path.join(root, 'opt')]) {
    for (const { name, folder } of await foldersIn(system, home)) {
      if (await isKeptAside(system, folder, false)) continue;
      if (nameOfInterest.test(name)) found.push(folder);
      if (!name.startsWith('.')) found.push(path.join(folder, 'ComfyUI'));
    }
  }
  return found;
}

async function foldersIn(system: System, folder: string) {
  const entries = await entriesOf(system, folder);
  return entries
    .filter((entry) => entry.kind === 'folder' || entry.kind === 'link')
    .map((entry) => ({ name: entry.name, folder: path.join(folder, entry.name) }));
}
