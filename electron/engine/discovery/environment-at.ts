import path from 'node:path';
import type { Problem } from '../../../shared/problem.ts';
import type { Environment, EnvironmentKind } from '../../../shared/install.ts';
import type { System } from '../system.ts';
import { idOf } from './identity.ts';
import { parsePyvenvConfig } from './pyvenv-config.ts';

/** Where an environment keeps its python, by any system's layout (a Windows disk may be mounted here). */
const executablePlaces = [
  ['Scripts', 'python.exe'],
  ['bin', 'python.exe'],
  ['python.exe'],
  ['bin', 'python'],
  ['bin', 'python3'],
];
const pythonName = /^python(\d+(\.\d+)*t?)?(\.exe)?$/i;

/**
 * The environment of a folder or of a python program, told from files alone. null: neither.
 * A broken one is answered with its problem, not left out.
 */
export async function environmentAt(system: System, location: string): Promise<Environment | null> {
  const info = await system.files.info(location);
  if (info?.kind === 'folder') return environmentOfFolder(system, location);
  if (!pythonName.test(path.basename(location))) return null;
  const link = await system.files.linkInfo(location);
  if (!link) return null;
  return environmentOfFolder(system, rootOfExecutable(location), location);
}

function rootOfExecutable(executable: string): string {
  const folder = path.dirname(executable);
  return /^(bin|scripts)$/i.test(path.basename(folder)) ? path.dirname(folder) : folder;
}

async function environmentOfFolder(
  system: System,
  root: string,
  given?: string,
): Promise<Environment | null> {
  const executable = given ?? (await findExecutable(system, root));
  const identity = await identify(system, root);
  if (executable === null) return null;
  if (identity === null && given === undefined) return null;
  const kind = identity?.kind ?? 'system';
  return {
    id: idOf(system, 'python', kind === 'system' ? executable : root),
    executable,
    version: identity?.version ?? null,
    kind,
    environmentRoot: root,
    problems: await problemsOf(system, executable, identity?.home ?? null),
  };
}

async function findExecutable(system: System, root: string): Promise<string | null> {
  for (const place of executablePlaces) {
    const candidate = path.join(root, ...place);
    // Not info(): a dangling link is an environment too, a broken one.
    const info = await system.files.linkInfo(candidate);
    if (info && info.kind !== 'folder') return candidate;
  }
  return null;
}

type Identity = { kind: EnvironmentKind; version: string | null; home: string | null };

/** Version by file, in the order pyvenv.cfg, conda-meta, folder and file names: never by starting it. */
async function identify(system: System, root: string): Promise<Identity | null> {
  const config = await system.files.readText(path.join(root, 'pyvenv.cfg'));
  if (config !== null) {
    const { home, version, uv, virtualenv } = parsePyvenvConfig(config);
    return { kind: uv ? 'uv' : virtualenv ? 'virtualenv' : 'venv', version, home };
  }
  const conda = await system.files.list(path.join(root, 'conda-meta'));
  if (conda) {
    const record = conda.map((entry) => /^python-(\d+\.\d+\.\d+)-/.exec(entry.name)?.[1]);
    return {
      kind: 'conda',
      version: record.find((each) => each !== undefined) ?? null,
      home: null,
    };
  }
  const entries = (await system.files.list(root)) ?? [];
  const pth = entries.map((entry) => /^python(\d)(\d+)\._pth$/i.exec(entry.name)).find(Boolean);
  if (pth) return { kind: 'embedded', version: `${pth[1] ?? ''}.${pth[2] ?? ''}`, home: null };
  const library = (await system.files.list(path.join(root, 'lib'))) ?? [];
  const minor = library.map((entry) => /^python(\d+\.\d+)$/.exec(entry.name)?.[1]).filter(isText);
  const dll = entries.map((entry) => /^python(\d)(\d+)\.dll$/i.exec(entry.name)).find(Boolean);
  if (dll) return { kind: 'system', version: `${dll[1] ?? ''}.${dll[2] ?? ''}`, home: null };
  // Several versions may share /usr/lib: then the folder does not tell which one `python` is.
  return minor.length > 0
    ? { kind: 'system', version: minor.length === 1 ? (minor[0] ?? null) : null, home: null }
    : null;
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}

async function problemsOf(
  system: System,
  executable: string,
  home: string | null,
): Promise<Problem[]> {
  if ((await system.files.info(executable)) === null) {
    return [{ code: 'interpreter-missing', params: { executable } }];
  }
  // A venv's python.exe on Windows is only a launcher for the Python in `home`.
  const launcher = system.platform === 'win32' && executable.toLowerCase().endsWith('.exe');
  if (launcher && home !== null && (await system.files.info(home)) === null) {
    return [{ code: 'interpreter-missing', params: { executable: home } }];
  }
  return [];
}

/** False for a Windows program on another system and the other way round, and for dead links. */
export function isRunnable(system: System, environment: Environment): boolean {
  const windowsProgram = environment.executable.toLowerCase().endsWith('.exe');
  if (windowsProgram !== (system.platform === 'win32')) return false;
  return environment.problems.length === 0;
}
