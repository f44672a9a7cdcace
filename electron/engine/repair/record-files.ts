import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import type { System } from '../machine/system.ts';
import { normaliseName } from '../packages/distributions.ts';
import { parseRecord } from '../packages/record.ts';

/**
 * Every file that belongs to an installed distribution, as absolute paths: what its RECORD names,
 * its metadata folder, and the compiled files beside its sources that pip removes with them.
 */
export async function filesOfDistribution(
  system: System,
  distribution: Distribution,
  named: readonly string[],
): Promise<string[]> {
  const own = await filesBelow(system, distribution.location);
  return [...new Set([...named, ...own, ...(await compiledBeside(system, named))])];
}

/** What its RECORD names; without one, what stands in the folder of its name. */
export async function recordedFiles(
  system: System,
  { name, location }: Distribution,
): Promise<string[]> {
  const folder = path.dirname(location);
  const record = await system.files.readText(path.join(location, 'RECORD'));
  return record === null
    ? filesBelow(system, path.join(folder, normaliseName(name).replaceAll('-', '_')))
    : parseRecord(record).map((entry) => path.resolve(folder, entry));
}

/** As Python names what it compiles, and what it was still writing (importlib, `_write_atomic`). */
const isCompiled = /\.py[co](\.\d+)?$/;

/** `module.cpython-311.pyc` in the `__pycache__` beside each source. */
export async function compiledBeside(system: System, files: readonly string[]): Promise<string[]> {
  const sources = files.filter((file) => file.endsWith('.py'));
  const stems = new Set(sources.map((file) => file.slice(0, -'.py'.length)));
  const all = await Promise.all(
    [...new Set(sources.map((file) => path.dirname(file)))].map(async (folder) => {
      const cache = path.join(folder, '__pycache__');
      const names = ((await system.files.list(cache)) ?? []).map((entry) => entry.name);
      return names
        .filter(
          (name) => isCompiled.test(name) && stems.has(path.join(folder, name.split('.')[0] ?? '')),
        )
        .map((name) => path.join(cache, name));
    }),
  );
  return all.flat();
}

/** All files below a folder, links not followed. */
export async function filesBelow(system: System, folder: string): Promise<string[]> {
  const entries = (await system.files.list(folder)) ?? [];
  const all = await Promise.all(
    entries.map((entry) => {
      const location = path.join(folder, entry.name);
      return entry.kind === 'folder' ? filesBelow(system, location) : Promise.resolve([location]);
    }),
  );
  return all.flat();
}

/** A folder and all folders below it, outermost first, links not followed. */
export async function foldersBelow(system: System, folder: string): Promise<string[]> {
  const entries = (await system.files.list(folder)) ?? [];
  const inner = entries.filter(({ kind }) => kind === 'folder');
  const all = await Promise.all(
    inner.map(({ name }) => foldersBelow(system, path.join(folder, name))),
  );
  return [folder, ...all.flat()];
}
