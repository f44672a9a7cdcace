import path from 'node:path';
import { fail } from '../../../shared/problem.ts';
import { launcherName } from '../launch/launchers.ts';
import type { FileInfo, System } from '../machine/system.ts';
import { environmentAt } from '../pythons/environment-at.ts';
import { pythonProgram } from '../pythons/environment-executable.ts';
import { isBase } from '../pythons/environment-identity.ts';
import { locateAt } from './locate.ts';

/** What stands at a path that a person named. `info` is null for a link that leads nowhere. */
export type NamedPlace = { location: string; info: FileInfo | null };

/**
 * The place that a person named. Throws `not-found`. Quotes around it are taken off where nothing
 * is called so: Windows copies paths with them, and the last backslash of "C:\ComfyUI\" keeps the
 * closing one (Microsoft's C argument rules).
 */
export async function namedPlace(system: System, text: string): Promise<NamedPlace> {
  const bare = text.replace(/^\s*["']|["']\s*$/g, '');
  for (const name of new Set([text, bare])) {
    const location = path.resolve(name);
    const info = await system.files.info(location);
    if (info ?? (await system.files.linkInfo(location))) return { location, info };
  }
  return fail('not-found', { params: { target: text } });
}

/** What people name or drop when they mean the install beside it. */
export function isStartScript(file: string): boolean {
  return launcherName.test(file) || path.basename(file) === 'main.py';
}

/**
 * The folder to search for a folder, a start script or a Python program that a person named.
 * Throws `not-found`, and `not-an-environment` for any other file.
 */
export async function folderToSearch(system: System, text: string): Promise<string> {
  const { location, info } = await namedPlace(system, text);
  if (info?.kind === 'folder') return location;
  if (isStartScript(location)) return path.dirname(location);
  if (pythonProgram.test(path.basename(location))) return folderOfProgram(system, location);
  return fail('not-an-environment', { params: { target: text } });
}

/** The install around an environment's Python, else the environment itself. */
async function folderOfProgram(system: System, program: string): Promise<string> {
  const environment = await environmentAt(system, program);
  // A Python of the system shares its root with everything else: /usr.
  if (!environment || isBase(environment.kind)) return path.dirname(program);
  const root = environment.environmentRoot;
  const around = path.dirname(root);
  return (await locateAt(system, around)) ? around : root;
}
