import path from 'node:path';
import type { Environment } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { hasFile } from './config-file.ts';
import { firstEnvironment } from './environments.ts';
import { isPathHere, joinRelative } from './settings-folders.ts';
import { splitWords } from '../../launch/settings/words.ts';

/** How a script or a unit starts ComfyUI, as far as its text says. */
export type StartCommand = {
  /** The folder that it changes to, as written; null where it does not. */
  folder: string | null;
  /** The main.py, as written. */
  script: string;
  flags: string[];
  /** The program before main.py: a path, or a bare name for the search path. */
  python: string | null;
  /** The environment that was switched on before. */
  activated: string | null;
  condaName: string | null;
};

/** Batch's @, and the bash -c " around a unit's command. */
const beforeCommand = /^@|^\S*sh\s+-\w*c\s+["']?/;
const endOfFlags = /^(%\*|\$@|\$\*|&|\|\|?|\d?>.*)$/;

/** Reads shell and batch text well enough to see which Python starts main.py; null: none does. */
export function startCommandIn(text: string): StartCommand | null {
  const state: Pick<StartCommand, 'folder' | 'activated' | 'condaName'> = {
    folder: null,
    activated: null,
    condaName: null,
  };
  const joined = text.replace(/[\^\\]\r?\n/g, ' ');
  for (const line of joined.split(/\r?\n|&&|;/)) {
    const words = splitWords(line.trim().replace(beforeCommand, ''));
    const [first = '', ...others] = words;
    if (/^(#|::|rem$)/i.test(first)) continue;
    const command = commandOf(words, state.condaName);
    if (command) return { ...state, ...command };
    if (/^(cd|pushd)$/i.test(first)) state.folder = others.find((word) => word !== '/d') ?? null;
    const activate = words.find((word) => /[\\/]activate(\.bat|\.ps1|\.fish)?$/i.test(word));
    if (activate !== undefined) state.activated = activate;
    const conda = words.findIndex((word) => /^(conda|mamba|micromamba)$/i.test(word));
    if (conda !== -1 && words[conda + 1] === 'activate') state.condaName = words[conda + 2] ?? null;
  }
  return null;
}

/** The same for a command that is split into its words already. */
export function startCommandOf(words: readonly string[]): StartCommand | null {
  const [program = '', option = '', text] = words;
  if (/sh$/.test(program) && /^-\w*c$/.test(option) && text !== undefined)
    return startCommandIn(text);
  const command = commandOf(words, null);
  return command && { folder: null, activated: null, ...command };
}

function commandOf(words: readonly string[], condaName: string | null) {
  const script = words.findIndex((word) => /(^|[\\/])main\.py$/.test(word));
  if (script === -1) return null;
  const before = words.slice(0, script);
  const after = words.slice(script + 1);
  const end = after.findIndex((word) => endOfFlags.test(word));
  const named = before.findIndex((word) => /^(-n|--name|-p|--prefix)$/.test(word));
  const isCondaRun = before.includes('run') && named !== -1;
  const python = before.find((word) => /(^|[\\/])python[\d.]*(\.exe)?$/i.test(word)) ?? null;
  return {
    script: words[script] ?? 'main.py',
    flags: end === -1 ? after : after.slice(0, end),
    python,
    condaName: isCondaRun ? (before[named + 1] ?? null) : condaName,
  };
}

/** The environment that such a command uses. `folder`: where it starts. */
export async function environmentOfCommand(
  system: System,
  command: StartCommand,
  folder: string,
): Promise<Environment | null> {
  const { python, activated, condaName } = command;
  const given = python !== null && /[\\/]/.test(python) ? resolveWritten(folder, python) : null;
  if (given !== null) return firstEnvironment(system, [given]);
  const script = activated === null ? null : resolveWritten(folder, activated);
  if (script !== null) return firstEnvironment(system, [path.dirname(path.dirname(script))]);
  if (condaName !== null) return firstEnvironment(system, await condaPlaces(system, condaName));
  return python === null ? null : firstEnvironment(system, await onSearchPath(system, python));
}

/** A path in a script: its own folder by %~dp0 or $(dirname "$0"), or relative, or whole. */
export function resolveWritten(folder: string, written: string): string | null {
  const own = written
    .replace(
      /^%~dp0[\\/]?|^\$\(dirname [^)]*\)[\\/]?|^\$(?:PWD|\{PWD\})[\\/]?|^%cd%[\\/]?/i,
      '../locators/',
    )
    .replace(/^["']|["']$/g, '');
  if (/[%$]/.test(own) || /^~/.test(own)) return null;
  if (isPathHere(own)) return path.normalize(own);
  return /^([a-z]:|\\\\)/i.test(own) ? null : joinRelative(folder, own);
}

/** conda activate takes a name or a folder. */
async function condaPlaces(system: System, name: string): Promise<string[]> {
  if (isPathHere(name)) return [name];
  const homes = ['miniconda3', 'anaconda3', 'miniforge3', 'mambaforge', 'micromamba', '.conda'];
  const roots = homes.map((home) => path.join(system.homeFolder, home));
  return name === 'base' ? roots : roots.map((root) => path.join(root, 'envs', name));
}

async function onSearchPath(system: System, name: string): Promise<string[]> {
  const folders = (system.environment['PATH'] ?? '').split(path.delimiter).filter(isPathHere);
  for (const folder of folders) {
    // A stub of the Windows Store is no Python.
    if (/windowsapps$/i.test(folder)) continue;
    for (const program of [name, `${name}.exe`])
      if (await hasFile(system, folder, program)) return [path.join(folder, program)];
  }
  return [];
}
