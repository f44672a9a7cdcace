import path from 'node:path';
import { satisfies, valid } from '@renovatebot/pep440';
import { z } from 'zod';
import type { Environment } from '../../../shared/install.ts';
import type { Command, System } from '../machine/system.ts';
import { pythonCommand } from '../pythons/python-command.ts';
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
 * The wheel file of the pip that we bring along for this environment; null where there is none.
 * A file that is not the one we know counts as none: it would run in the user's Python.
 */
export async function ownPipFile(
  system: Pick<System, 'files' | 'broughtFolder'>,
  environment: Pick<Environment, 'version'>,
): Promise<string | null> {
  const row = ownPipFor(environment.version);
  if (!row || system.broughtFolder === undefined) return null;
  const file = path.join(system.broughtFolder, 'pip', row.file);
  if ((await system.files.info(file))?.kind !== 'file') return null;
  return (await system.files.sha256(file)) === row.sha256 ? file : null;
}

/**
 * pip for this environment: ours, which runs from its wheel file, else the environment's own
 * (`-m pip`; pip.exe has a path baked in that is often wrong).
 */
export async function pipCommand(
  system: Pick<System, 'files' | 'broughtFolder'>,
  environment: Environment,
  words: readonly string[],
): Promise<Command> {
  const file = await ownPipFile(system, environment);
  const start = file === null ? ['-m', 'pip'] : [path.join(file, 'pip')];
  return pythonCommand(environment, [...start, ...words]);
}
