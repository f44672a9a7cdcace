import path from 'node:path';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { EnvironmentKind } from '../../../shared/install.ts';
import type { FolderEntry, System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { baseKind } from './base-kind.ts';
import { versionInHeader, versionInPath } from './python-version.ts';
import { parsePyvenvConfig, type PyvenvConfig } from './pyvenv-config.ts';

export type Identity = {
  kind: EnvironmentKind;
  version: string | null;
  /** Conda keeps R and Node.js in environments too, and ~/.local has a lib/python3.12. */
  madeForPython: boolean;
  pyvenv: PyvenvConfig | null;
};

/** Kinds that are a Python of their own, not an environment made for one purpose. */
export function isBase(kind: EnvironmentKind): boolean {
  return kindRows[kind].base;
}

/** Kind and version by files, in the order of python-environment-tools: never by starting it. */
export async function identify(
  system: System,
  root: string,
  executable: string | null,
): Promise<Identity | null> {
  // One that is there and cannot be read marks an environment as well as any other.
  const config = await system.files.readText(path.join(root, 'pyvenv.cfg')).catch(ifUnanswered(''));
  if (config !== null) {
    const pyvenv = parsePyvenvConfig(config);
    const kind = pyvenv.uv ? 'uv' : pyvenv.virtualenv ? 'virtualenv' : 'venv';
    const version = pyvenv.version ?? (await minorOfLibrary(system, root));
    return { kind, version, madeForPython: true, pyvenv };
  }
  const conda = await list(system, path.join(root, 'conda-meta'));
  if (conda) return identifyConda(system, root, conda);
  return identifyBase(system, root, executable);
}

async function identifyConda(
  system: System,
  root: string,
  records: readonly FolderEntry[],
): Promise<Identity> {
  const names = records.map((entry) => entry.name);
  const record = names.map((name) => /^python-(\d+\.\d+\.\d+\w*)-/.exec(name)?.[1]);
  const version = record.find((each) => each !== undefined) ?? null;
  return {
    kind: names.includes('pixi') ? 'pixi' : 'conda',
    version: version ?? (await minorOfLibrary(system, root)),
    madeForPython: version !== null || (await hasPackages(system, root)),
    pyvenv: null,
  };
}

async function identifyBase(
  system: System,
  root: string,
  executable: string | null,
): Promise<Identity | null> {
  const names = ((await list(system, root)) ?? []).map((entry) => entry.name);
  const rest = { madeForPython: false, pyvenv: null };
  const pth = names.map((name) => /^python(\d)(\d+)\._pth$/i.exec(name)).find(Boolean);
  if (pth)
    return {
      kind: 'embedded',
      version: `${pth[1] ?? ''}.${pth[2] ?? ''}`,
      ...rest,
      madeForPython: true,
    };
  const real = executable && (await system.files.realPath(executable).catch(ifUnanswered(null)));
  const kind = baseKind(system, root, real ?? executable);
  const dll = names.map((name) => /^python(\d)(\d+)\.dll$/i.exec(name)).find(Boolean);
  const library = dll
    ? `${dll[1] ?? ''}.${dll[2] ?? ''}`
    : await minorOfLibrary(system, root, real ?? executable);
  if (library === null && kind === 'system')
    return (await hasLibrary(system, root)) ? { kind, version: null, ...rest } : null;
  const version = (await versionInHeader(system, root, library)) ?? versionInPath(root) ?? library;
  return { kind, version, ...rest };
}

/** `3.12` by the program's own name, else by the only lib/python3.N that is there. */
async function minorOfLibrary(
  system: System,
  root: string,
  program: string | null = null,
): Promise<string | null> {
  const named = program && /^python(\d+\.\d+)/i.exec(path.basename(program))?.[1];
  if (named) return named;
  // Several versions may share /usr/lib: then the folder does not tell which one `python` is.
  const minors = await libraries(system, root);
  return minors.length === 1 ? (minors[0] ?? null) : null;
}

async function libraries(system: System, root: string): Promise<string[]> {
  const library = (await list(system, path.join(root, 'lib'))) ?? [];
  return library.flatMap((entry) => /^python(\d+\.\d+)$/.exec(entry.name)?.[1] ?? []);
}

async function hasLibrary(system: System, root: string): Promise<boolean> {
  return (await libraries(system, root)).length > 0;
}

async function hasPackages(system: System, root: string): Promise<boolean> {
  if (await hasLibrary(system, root)) return true;
  return (await list(system, path.join(root, 'Lib', 'site-packages'))) !== null;
}

/** A folder that may not be read tells nothing: it is not a reason to fail. */
function list(system: System, folder: string): Promise<FolderEntry[] | null> {
  return system.files.list(folder).catch(ifUnanswered(null));
}
