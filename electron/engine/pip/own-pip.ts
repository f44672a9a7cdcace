import { satisfies } from '../knowledge/versions.ts';
import path from 'node:path';
import { valid } from '@renovatebot/pep440';
import * as z from 'zod';
import type { Environment } from '../../../shared/install.ts';
import type { Command, System } from '../machine/system.ts';
import { pythonCommand } from '../pythons/python-command.ts';
import { unpackedPip } from './packed-pips.ts';
import table from './own-pips.json' with { type: 'json' };

const { rows } = z
  .object({
    rows: z.array(
      z.object({
        version: z.string(),
        file: z.string(),
        sha256: z.string(),
        pythons: z.string(),
        source: z.string(),
      }),
    ),
  })
  .parse(table);
export type OwnPip = (typeof rows)[number];
export const ownPips: readonly OwnPip[] = rows;

/** Which of the pips that we bring along drives a Python; null where none does, or its version is not known. */
export function ownPipFor(python: string | null): OwnPip | null {
  if (python === null || valid(python) === null) return null;
  return rows.find((row) => satisfies(python, row.pythons, { prereleases: true })) ?? null;
}

/**
 * The folder of the pip that we bring along for this environment, from which Python imports it;
 * null where there is none. The build has unpacked it from the wheel of the table; a package carries all
 * of them in one file.
 */
export async function ownPipFolder(
  system: Pick<System, 'files' | 'broughtFolder' | 'compiledFolder'>,
  environment: Pick<Environment, 'version'>,
): Promise<string | null> {
  const row = ownPipFor(environment.version);
  if (!row || system.broughtFolder === undefined) return null;
  const folder = path.join(system.broughtFolder, 'pip', row.version);
  const start = path.join(folder, 'start', 'pip');
  if ((await system.files.info(start))?.kind === 'file') return folder;
  return unpackedPip(system, row.version);
}

const keepCompiled = '-X';

/**
 * A command in which Python keeps what it compiles in our state folder, since that is most of the
 * time that a call of our pip takes; in the environment nothing is written.
 */
export function keepingCompiled(system: Pick<System, 'compiledFolder'>, command: Command): Command {
  if (system.compiledFolder === undefined) return command;
  const keep = [keepCompiled, `pycache_prefix=${system.compiledFolder}`];
  return {
    ...command,
    arguments: [...keep, ...command.arguments.filter((word) => word !== '-B')],
  };
}

/** Variables that go with such a command. */
export function pipVariables(command: Command): Record<string, string | undefined> {
  return command.arguments[0] === keepCompiled ? { PYTHONDONTWRITEBYTECODE: undefined } : {};
}

/**
 * pip for this environment: ours, else the environment's own (`-m pip`; pip.exe has a path baked
 * in that is often wrong). Ours is begun by `assets/pip/start.py`, which says why.
 */
export async function pipCommand(
  system: Pick<System, 'files' | 'broughtFolder' | 'compiledFolder'>,
  environment: Environment,
  words: readonly string[],
): Promise<Command> {
  const folder = await ownPipFolder(system, environment);
  if (folder === null) return pythonCommand(environment, ['-m', 'pip', ...words]);
  const start = [path.join(folder, 'start', 'pip'), ...tellingNumbers(words)];
  return keepingCompiled(system, pythonCommand(environment, start));
}

/** Ours tells its numbers (since 24.1), one line each, where another pip can only be silent. */
function tellingNumbers(words: readonly string[]): string[] {
  const isOfBar = (at: number): boolean => words[at - 1] === '--progress-bar';
  const fetches = words[0] === 'download' || words.includes('--dry-run');
  return words.map((word, at) => (fetches && isOfBar(at) && word === 'off' ? 'raw' : word));
}
