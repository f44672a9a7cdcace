import path from 'node:path';
import type { Environment } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';

/** A `python3NN._pth` file: it replaces Python's whole search path (cpython Modules/getpath.py). */
export type PathConfiguration = {
  file: string;
  lines: string[];
  /** Without `import site`, `.pth` files and the user's own packages are ignored. */
  importsSite: boolean;
};

export async function readPathConfiguration(
  system: System,
  environment: Environment,
): Promise<PathConfiguration | null> {
  const folder = path.dirname(environment.executable);
  const entries = (await system.files.list(folder)) ?? [];
  const name = entries.find((entry) => /^python\d+\._pth$/i.test(entry.name))?.name;
  if (name === undefined) return null;
  const file = path.join(folder, name);
  const text = (await system.files.readText(file)) ?? '';
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { file, lines, importsSite: lines.includes('import site') };
}
