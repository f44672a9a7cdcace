import path from 'node:path';
import { remoteFileSystemRows } from '../knowledge/program-tables.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { isBelow } from './below.ts';
import { mountOf, type Mount } from './mounts.ts';

/** The disk that something lies on. `name`: the folder or share that people know it by. */
export type Disk = {
  kind: 'fixed' | 'removable' | 'network' | 'unknown';
  name: string;
  /** Owner and permission bits say something. */
  modesKept: boolean;
};

/** Where desktops and people mount what they plug in. Source: udisks(8), FHS 3.0 /media, /mnt. */
const pluggedIn = ['/media', '/run/media', '/mnt'];

/** The disk of a real path, by what files tell: on Windows that is only whether it is a share. */
export async function diskOf(
  system: System,
  mounts: readonly Mount[],
  location: string,
): Promise<Disk> {
  if (system.platform === 'win32') return windowsDisk(location);
  if (system.platform === 'darwin') return macDisk(location);
  const mount = mountOf(mounts, location);
  if (!mount) return { kind: 'unknown', name: '/', modesKept: true };
  const { folder: name, type } = mount;
  // What the whole system runs from is its own, also where it came over a network.
  if (name === '/') return { kind: 'fixed', name, modesKept: true };
  const remote = remoteFileSystemRows.find((row) => row.types.includes(type));
  if (remote) return { kind: 'network', name, modesKept: remote.modes === 'kept' };
  const kind = await deviceKind(system, mount.source);
  const guess = pluggedIn.some((place) => isBelow('linux', name, place)) ? 'removable' : 'unknown';
  return { kind: kind ?? guess, name, modesKept: true };
}

/** `realPath` of Windows turns a mapped drive letter into the share behind it. */
function windowsDisk(location: string): Disk {
  const share = /^\\\\(?!\?\\[a-z]:|\.\\)(?:\?\\UNC\\)?([^\\]+\\[^\\]+)/i.exec(location);
  return share
    ? { kind: 'network', name: `\\\\${share[1] ?? ''}`, modesKept: false }
    : { kind: 'unknown', name: path.win32.parse(location).root, modesKept: false };
}

/** All disks but the system's own are there, and no file says which of them can be taken off. */
function macDisk(location: string): Disk {
  const volume = /^\/Volumes\/[^/]+/.exec(location);
  return volume
    ? { kind: 'removable', name: volume[0], modesKept: true }
    : { kind: 'fixed', name: '/', modesKept: true };
}

/**
 * Whether the device behind a mount can be taken off; null where no file tells. Source: kernel.org
 * ABI/stable/sysfs-block: `removable`; a disk on USB says 0 there, but its path goes over the bus.
 */
async function deviceKind(system: System, source: string): Promise<'fixed' | 'removable' | null> {
  if (!source.startsWith('/dev/')) return null;
  const device = (await realOf(system, source)) ?? source;
  const place = await realOf(system, `/sys/class/block/${path.posix.basename(device)}`);
  if (place === null) return null;
  const below = await slavesOf(system, place);
  const answers = await Promise.all([place, ...below].map((each) => isRemovable(system, each)));
  return answers.includes(true) ? 'removable' : 'fixed';
}

/** What an encrypted or a joined disk is made of. */
async function slavesOf(system: System, place: string): Promise<string[]> {
  const entries = (await system.files.list(`${place}/slaves`).catch(ifUnanswered(null))) ?? [];
  const real = entries.map((entry) => realOf(system, `${place}/slaves/${entry.name}`));
  return (await Promise.all(real)).filter((each) => each !== null);
}

async function isRemovable(system: System, place: string): Promise<boolean> {
  if (/\/usb\d+\//.test(place)) return true;
  // A partition has no such file of its own: that of the disk around it counts.
  for (const folder of [place, path.posix.dirname(place)]) {
    const text = await system.files.readText(`${folder}/removable`).catch(ifUnanswered(null));
    if (text !== null) return text.trim() === '1';
  }
  return false;
}

function realOf(system: System, location: string): Promise<string | null> {
  return system.files.realPath(location).catch(ifUnanswered(null));
}
