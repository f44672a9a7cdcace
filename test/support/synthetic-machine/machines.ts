import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createNodeSystem } from '../../../electron/engine/machine/node-system.ts';
import type { Command, System } from '../../../electron/engine/machine/system.ts';
import { fail } from '../../../shared/problem.ts';
import { makeTemporaryFolder } from '../temporary-folders.ts';
import { addComfyCli, addDesktops, addPinokio, addStabilityMatrix } from './applications.ts';
import { shiftedFiles } from './as-root.ts';
import { createMachine, type Machine } from './builder.ts';
import { addClones, addServices } from './clones.ts';
import { addContainers, containerVariables } from './containers.ts';
import { addBrokenSettings, addDecoys, closedFolder } from './decoys.ts';
import { addKrita } from './krita.ts';
import { addRecorded } from './recorded.ts';
import { addSwarm } from './swarm.ts';
import { addAki, addRenamed, addWebuis, addWindowsPortables } from './windows-portables.ts';

export type SyntheticMachine = Machine & {
  system: System;
  /** Every folder that was listed. */
  listed: Set<string>;
  commands: Command[];
  /** What the fake Pythons wrote: who was started. */
  started: () => Promise<string | null>;
};

/** A Windows user's home with all that is installed there, in forward slashes. */
export async function makeWindowsMachine(): Promise<SyntheticMachine> {
  const [root, machine, trace] = await emptyMachine('windows');
  const { home } = machine;
  const local = join(home, 'AppData', 'Local');
  const folders = {
    settings: join(home, 'AppData', 'Roaming'),
    data: local,
    resources: join(local, 'Programs', 'ComfyUI', 'resources'),
    own: join(home, 'Documents'),
  };
  await addApplications(machine, folders);
  const disk = join(home, 'D drive');
  await addWindowsPortables(machine, disk);
  await addRenamed(machine, disk);
  await addAki(machine, disk);
  await addWebuis(machine, disk);
  await addSwarm(machine, join(disk, 'SwarmUI'), join(disk, 'clone', 'ComfyUI'));
  const { disks, share } = await addWsl(machine, root);
  await addDecoys(machine, join(home, 'decoys'), 500);
  await addBrokenSettings(machine, join(home, '.config'));
  const lxss = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss';
  const distributions = { Old: disks, 'Ubuntu-22.04': '\\\\?\\C:\\wsl', Stopped: 'C:\\stopped' };
  return watched(machine, trace, share, {
    platform: 'win32',
    environment: { APPDATA: folders.settings, LOCALAPPDATA: local, PATH: '' },
    registry: async (key) =>
      Object.entries(key === lxss ? distributions : {}).map(([name, base]) => ({
        path: `${lxss}\\{${name}}`,
        values: { DistributionName: name, BasePath: base },
      })),
  });
}

/** A Linux home (with macOS's places for applications) and what containers look like inside. */
export async function makeUnixMachine(): Promise<SyntheticMachine> {
  const [root, machine, trace] = await emptyMachine('unix');
  const { home } = machine;
  const support = join(home, 'Library', 'Application Support');
  const folders = {
    settings: join(home, '.config'),
    data: join(home, '.local', 'share'),
    resources: join(home, 'Applications', 'ComfyUI.app', 'Contents', 'Resources'),
    own: join(home, 'Documents'),
  };
  await addApplications(machine, folders);
  const disk = join(home, 'data');
  await addClones(machine, disk);
  await addServices(machine, disk);
  await addSwarm(machine, join(disk, "SwarmUI's"), join(disk, 'clone', 'ComfyUI'));
  await addContainers(machine, join(home, 'containers'));
  await addDecoys(machine, join(home, 'decoys'), 30_000);
  await addBrokenSettings(machine, support);
  return watched(machine, trace, null, {
    platform: 'linux',
    environment: { ...containerVariables, PATH: join(disk, 'system', 'bin') },
    temporaryFolder: root,
  });
}

async function emptyMachine(style: 'windows' | 'unix'): Promise<[string, Machine, string]> {
  const root = await makeTemporaryFolder('machine');
  const trace = join(root, 'started');
  return [root, createMachine(join(root, '美美 & "co"'), style, trace), trace];
}

async function addApplications(
  machine: Machine,
  folders: Parameters<typeof addDesktops>[1],
): Promise<void> {
  await addDesktops(machine, folders);
  await addStabilityMatrix(machine, folders);
  await addPinokio(machine, folders);
  await addComfyCli(machine, folders);
  await addKrita(machine, folders);
  await addRecorded(machine, folders);
}

/** A WSL 1 disk, a running WSL 2 distribution (seen only through its share), and one that would have to be booted. */
async function addWsl(machine: Machine, root: string): Promise<{ disks: string; share: string }> {
  const share = join(root, 'share');
  const disks = join(machine.home, 'AppData', 'Local', 'Packages', 'Ubuntu', 'LocalState');
  const unix = createMachine(machine.home, 'unix', join(root, 'started'));
  const old = await unix.source(join(disks, 'rootfs', 'home', 'mei', 'ComfyUI'));
  machine.expect({
    kind: 'wsl',
    sourceRoot: old,
    environmentRoot: await unix.venv(join(old, 'venv')),
  });
  const inside = ['Ubuntu-22.04', 'home', 'mei', 'ai', 'ComfyUI'];
  await unix.venv(join(await unix.source(join(share, ...inside)), '.venv'));
  await unix.source(join(share, 'Stopped', 'home', 'mei', 'ComfyUI'));
  return { disks, share };
}

/** The real file system behind the port, with every look and every start written down. */
function watched(
  machine: Machine,
  trace: string,
  share: string | null,
  own: Partial<System>,
): SyntheticMachine {
  const node = createNodeSystem();
  const listed = new Set<string>();
  const commands: Command[] = [];
  // The services are the machine's own; Linux has no \\wsl.localhost: it stands for a folder.
  const at = (file: string): string => {
    if (file.includes(`/decoys/${closedFolder}`))
      fail('permission-denied', { params: { path: file } });
    if (file.startsWith('/etc/')) return join(machine.home, '..', file);
    return share === null ? file : file.replace(/^.*\\\\wsl\.localhost\\/, `${share}/`);
  };
  const shown = (file: string): string =>
    share !== null && file.startsWith(`${share}/`)
      ? `\\\\wsl.localhost\\${file.slice(share.length + 1)}`
      : file;
  const shifted = shiftedFiles(at, shown);
  const files: System['files'] = {
    ...shifted,
    list: async (folder) => {
      listed.add(folder);
      return shifted.list(folder);
    },
  };
  const system: System = {
    ...node,
    homeFolder: machine.home,
    processes: async () => [],
    run: async (command) => {
      commands.push(command);
      return { exitCode: 0, stdout: 'Ubuntu-22.04\r\n', stderr: '' };
    },
    ...own,
    files,
  };
  const started = () => readFile(trace, 'utf8').catch(() => null);
  return { ...machine, system, listed, commands, started };
}
