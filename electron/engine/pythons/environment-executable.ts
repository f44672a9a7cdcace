import path from 'node:path';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { EnvironmentKind } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

/** The names that a python program goes by: python, python3.12, python3.13t.exe. */
export const pythonProgram = /^python(\d+(\.\d+)*t?)?(\.exe)?$/i;

/** Where an environment keeps its python (a Windows disk may be mounted on any system). */
const windowsPlaces = [['Scripts', 'python.exe'], ['bin', 'python.exe'], ['python.exe']];
const unixPlaces = [
  ['bin', 'python'],
  ['bin', 'python3'],
];

/** The python program of an environment folder; null if it has none. */
export async function findExecutable(system: System, root: string): Promise<string | null> {
  const windows = system.platform === 'win32';
  const places = windows ? [...windowsPlaces, ...unixPlaces] : [...unixPlaces, ...windowsPlaces];
  for (const place of places) {
    const candidate = path.join(root, ...place);
    // Not info(): a dangling link is an environment too, a broken one.
    const info = await system.files.linkInfo(candidate).catch(ifUnanswered(null));
    if (info && info.kind !== 'folder') return candidate;
  }
  return versionedProgram(system, root);
}

/** `make altinstall` leaves nothing but python3.12, a Store package python3.12.exe. */
async function versionedProgram(system: System, root: string): Promise<string | null> {
  for (const folder of [path.join(root, 'bin'), root]) {
    const entries = (await system.files.list(folder).catch(ifUnanswered(null))) ?? [];
    const entry = entries.find(({ name, kind }) => kind !== 'folder' && pythonProgram.test(name));
    if (entry) return path.join(folder, entry.name);
  }
  return null;
}

/** Where the missing python of this environment would be. */
export function usualExecutable(system: System, root: string, kind: EnvironmentKind): string {
  const { program } = kindRows[kind];
  if (program === 'always-root') return path.join(root, 'python.exe');
  if (system.platform !== 'win32') return path.join(root, 'bin', 'python');
  return program === 'root'
    ? path.join(root, 'python.exe')
    : path.join(root, 'Scripts', 'python.exe');
}
