import path from 'node:path';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { entriesOf } from './recognition/config-file.ts';
import type { WalkLimits } from './walk.ts';

export type SearchPlace = { root: string; limits: WalkLimits };

/** How deep the folders that a user named are searched. */
export const rootLimits: WalkLimits = { depth: 6, folders: 40_000 };
/** Those that an application names are what it says, or right above it. */
export const placeLimits: WalkLimits = { depth: 2, folders: 2_000 };
/** As deep, but a disk full of other things must not take minutes: it is gone through by layers. */
const diskLimits: WalkLimits = { depth: 6, folders: 10_000 };

/** File systems at the other end of a network, which may not answer for minutes, or ever. */
const remote =
  /^(nfs\d?|cifs|smb\w*|9p|afs|ceph|glusterfs|davfs|drvfs|autofs|fuse\.(sshfs|rclone|davfs2?|s3fs|gvfsd-fuse|glusterfs))$/;

/** Where people keep a ComfyUI that nobody names: the home folder, the usual ones, each disk. */
export async function usualPlaces(system: System): Promise<SearchPlace[]> {
  const disks = await foldersOfDisks(system);
  return [
    { root: system.homeFolder, limits: rootLimits },
    ...disks.map((root) => ({ root, limits: diskLimits })),
  ];
}

async function foldersOfDisks(system: System): Promise<string[]> {
  if (system.platform === 'win32') return drives(system);
  const usual = ['/opt', '/workspace', '/srv'];
  if (system.platform === 'darwin') return [...usual, ...(await below(system, '/Volumes'))];
  const users = [...(await below(system, '/run/media')), ...(await below(system, '/media'))];
  const named = await Promise.all(users.map((folder) => below(system, folder)));
  // The innermost first: what was searched from there is not searched again from above.
  const mounted = [...named.flat(), ...users, ...(await below(system, '/mnt'))];
  const away = await remoteMounts(system);
  const isWindowsDisk = (folder: string): boolean =>
    'WSL_DISTRO_NAME' in system.environment && /^\/mnt\/[a-z]$/.test(folder);
  return [...usual, ...mounted.filter((each) => !away.has(each) && !isWindowsDisk(each))];
}

/** A link there leads to what is searched anyway: on macOS the system's own disk. */
async function below(system: System, folder: string): Promise<string[]> {
  return (await entriesOf(system, folder))
    .filter((entry) => entry.kind === 'folder')
    .map((entry) => path.posix.join(folder, entry.name));
}

/** Source: proc_pid_mounts(5), fstab(5): a blank in a name is written \040. */
async function remoteMounts(system: System): Promise<Set<string>> {
  const text = (await system.files.readText('/proc/self/mounts').catch(ifUnanswered(null))) ?? '';
  const mounts = text.split('\n').map((line) => line.split(' '));
  return new Set(
    mounts
      .filter(([, , type = '']) => remote.test(type))
      .map(([, folder = '']) =>
        folder.replaceAll(/\\(\d{3})/g, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 8)),
        ),
      ),
  );
}

/** All letters but those of network drives; what is not there is told at once. */
async function drives(system: System): Promise<string[]> {
  const network = await system.registry('HKCU\\Network').catch(ifUnanswered([]));
  const away = new Set(network.map((key) => path.win32.basename(key.path).toUpperCase()));
  const letters = [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => !away.has(letter));
  return letters.map((letter) => `${letter}:\\`);
}
