import path from 'node:path';
import type { Environment } from '../../../shared/install.ts';
import { ProblemError, type Problem } from '../../../shared/problem.ts';
import { missingPython } from '../knowledge/missing-python.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { PyvenvConfig } from './pyvenv-config.ts';

/** What is wrong with an environment, as far as files tell. */
export async function healthOf(
  system: System,
  root: string,
  executable: string | null,
  pyvenv: PyvenvConfig | null,
): Promise<Problem[]> {
  if (executable === null) return [{ code: 'python-absent', params: { root } }];
  const dead = await deadReason(system, executable, pyvenv);
  if (dead) return [dead];
  const old = pyvenv && (await oldPlace(system, root, executable, pyvenv));
  return old === null ? [] : [{ code: 'environment-moved', params: { root, old } }];
}

/** Throws the Problem that says how the Python of this environment is gone. */
export function requireStartable({ problems }: Pick<Environment, 'problems'>): void {
  const gone = missingPython(problems);
  if (gone) throw new ProblemError(gone);
}

async function deadReason(
  system: System,
  executable: string,
  pyvenv: PyvenvConfig | null,
): Promise<Problem | null> {
  const home = ownPath(pyvenv?.home ?? null);
  const there = await exists(system, executable);
  if (!there || (await needsHome(system, executable))) {
    if (home !== null && !(await exists(system, home))) {
      return { code: 'base-python-missing', params: { executable, home } };
    }
  }
  if (!there) return { code: 'interpreter-missing', params: { executable } };
  if (home === null || system.platform !== 'win32') return null;
  const programs = [path.join(home, 'python.exe'), ownPath(pyvenv?.executable ?? null)];
  for (const program of programs) {
    if (program !== null && (await exists(system, program))) return null;
  }
  return { code: 'base-python-missing', params: { executable, home } };
}

/**
 * A venv's python.exe on Windows is only a launcher for the Python in `home`, and a copy
 * elsewhere finds its standard library there; a link has shown already whether it leads on.
 */
async function needsHome(system: System, executable: string): Promise<boolean> {
  if (system.platform === 'win32') return true;
  const info = await system.files.linkInfo(executable).catch(ifUnanswered(null));
  return info?.kind === 'file' && !executable.toLowerCase().endsWith('.exe');
}

/** The folder where it was made, if that is another one than where it is. */
async function oldPlace(
  system: System,
  root: string,
  executable: string,
  pyvenv: PyvenvConfig,
): Promise<string | null> {
  const made = pyvenv.madeAt ?? (await folderOfActivate(system, executable));
  const old = ownPath(made);
  if (old === null || same(system, old, root)) return null;
  const [one, other] = await Promise.all([real(system, old), real(system, root)]);
  return one !== null && other !== null && same(system, one, other) ? null : old;
}

/** Older venvs, virtualenv and uv name their folder in the script that switches them on. */
async function folderOfActivate(system: System, executable: string): Promise<string | null> {
  const script = path.join(path.dirname(executable), 'activate');
  const text = await system.files.readText(script).catch(ifUnanswered(null));
  const match = text && /^\s*(?:export )?VIRTUAL_ENV=(['"]?)(.+)\1\s*$/m.exec(text);
  // A script that works its folder out by itself (uv --relocatable, MSYS) names none.
  return match?.[2] && !/[$`]/.test(match[2]) ? match[2] : null;
}

/** Paths of another system say nothing here (a Windows disk that is mounted on Linux). */
function ownPath(location: string | null): string | null {
  if (location === null) return null;
  const windowsPath = /^([a-z]:[\\/]|\\\\)/i.test(location);
  const own = path.sep === '\\' ? windowsPath : location.startsWith('/');
  return own ? location : null;
}

function same(system: System, one: string, other: string): boolean {
  const [a, b] = [path.resolve(one), path.resolve(other)];
  return system.platform === 'win32' ? a.toLowerCase() === b.toLowerCase() : a === b;
}

function real(system: System, location: string): Promise<string | null> {
  return system.files.realPath(location).catch(ifUnanswered(null));
}

/** What may not be looked at is not missing: macOS denies whole folders, Windows Store aliases. */
async function exists(system: System, location: string): Promise<boolean> {
  // Asked already when the program was looked for; only a link may lead to nothing.
  const own = await system.files.linkInfo(location).catch(ifUnanswered(null));
  if (own && own.kind !== 'link') return true;
  return (await system.files.info(location).catch(ifUnanswered(undefined))) !== null;
}
