import path from 'node:path';
import type { Environment, EnvironmentKind } from '../../../shared/install.ts';
import { missingPython } from '../knowledge/missing-python.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { findExecutable, pythonProgram, usualExecutable } from './environment-executable.ts';
import { healthOf } from './environment-health.ts';
import { identify, isBase } from './environment-identity.ts';
import { idOf } from './identity.ts';
import { storePackageRoot } from './store-package.ts';

/**
 * The environment of a folder or of a python program, told from files alone. null: neither.
 * A broken one is answered with its problem, not left out.
 */
export async function environmentAt(system: System, location: string): Promise<Environment | null> {
  // Listing comes first because what follows needs the listing of a folder anyway.
  const entries = await system.files.list(location).catch(ifUnanswered(null));
  if (entries) return environmentOfFolder(system, location);
  const link = await system.files.linkInfo(location);
  if (!link) return null;
  if (link.kind === 'folder') return environmentOfFolder(system, location);
  // A Store alias or a program in a closed folder may be listed but not looked into.
  const info = await system.files.info(location).catch(ifUnanswered(link));
  if (info?.kind === 'folder') return environmentOfFolder(system, location);
  if (!pythonProgram.test(path.basename(location))) return null;
  return environmentOfProgram(system, location);
}

async function environmentOfFolder(system: System, root: string): Promise<Environment | null> {
  const executable = await findExecutable(system, root);
  const identity = await identify(system, root, executable);
  if (identity === null) return null;
  // Without a program it is an environment only if it was made to be a Python one.
  if (executable === null && !identity.madeForPython) return null;
  return {
    id: await environmentId(system, root, executable, identity.kind),
    executable: executable ?? usualExecutable(system, root, identity.kind),
    version: identity.version,
    kind: identity.kind,
    environmentRoot: root,
    problems: await healthOf(system, root, executable, identity.pyvenv),
  };
}

async function environmentOfProgram(system: System, executable: string): Promise<Environment> {
  const packaged = await storePackageRoot(system, executable);
  const nearest = packaged ?? rootOfExecutable(executable);
  const own = await identify(system, nearest, executable);
  const inside = own !== null && !isBase(own.kind);
  const real = inside || system.platform === 'win32' ? null : await realOf(system, executable);
  // A link in ~/.local/bin leads to a Python elsewhere: its packages are there, not in ~/.local.
  const root = real === null ? nearest : rootOfExecutable(real);
  const identity = root === nearest ? own : await identify(system, root, real ?? executable);
  const kind = identity?.kind ?? 'system';
  return {
    id: await environmentId(system, root, executable, kind),
    executable,
    version: identity?.version ?? null,
    kind,
    environmentRoot: root,
    problems: await healthOf(system, root, executable, identity?.pyvenv ?? null),
  };
}

function rootOfExecutable(executable: string): string {
  const folder = path.dirname(executable);
  return /^(bin|scripts)$/i.test(path.basename(folder)) ? path.dirname(folder) : folder;
}

/**
 * One id for one thing: that is the folder; but several Pythons of the system may share one
 * (/usr), so there it is the program, whichever of its names it was found by. Windows
 * paths are not resolved: that breaks the junctions that Scoop works with. Only short names
 * (C:\PROGRA~1) are, to be told to be the long ones.
 */
async function environmentId(
  system: System,
  root: string,
  executable: string | null,
  kind: EnvironmentKind,
): Promise<string> {
  const thing = kind === 'system' && executable !== null ? executable : root;
  const resolve = system.platform !== 'win32' || /~\d/.test(thing);
  const real = resolve ? await realOf(system, thing) : null;
  return idOf(system, 'python', real ?? thing);
}

function realOf(system: System, location: string): Promise<string | null> {
  return system.files.realPath(location).catch(ifUnanswered(null));
}

/** False for a Windows program on another system and the other way round, and for dead links. */
export function isRunnable(system: System, environment: Environment): boolean {
  const windowsProgram = environment.executable.toLowerCase().endsWith('.exe');
  if (windowsProgram !== (system.platform === 'win32')) return false;
  // A moved environment works: only its scripts, which we never call, name the old place.
  return missingPython(environment.problems) === null;
}
