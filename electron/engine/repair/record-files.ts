import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import type { System } from '../system.ts';
import { normaliseName } from '../inspection/distributions.ts';
import { parseRecord } from '../inspection/record.ts';

/**
 * Every file that belongs to an installed distribution, as absolute paths: its RECORD, its
 * metadata folder, and the compiled files beside its sources that pip removes with them.
 */
export async function filesOfDistribution(
  system: System,
  distribution: Distribution,
): Promise<string[]> {
  const folder = path.dirname(distribution.location);
  const record = await system.files.readText(path.join(distribution.location, 'RECORD'));
  const named =
    record === null
      ? await filesBelow(
          system,
          path.join(folder, normaliseName(distribution.name).replaceAll('-', '_')),
        )
      : parseRecord(record).map((entry) => path.resolve(folder, ...entry.split('/')));
  const own = await filesBelow(system, distribution.location);
  return [...new Set([...named, ...own, ...(await compiledBeside(system, named))])];
}

async function compiledBeside(system: System, files: readonly string[]): Promise<string[]> {
  const folders = new Set(
    files.filter((file) => file.endsWith('.py')).map((file) => path.dirname(file)),
  );
  const all = await Promise.all(
    [...folders].map(async (folder) => {
      const cache = path.join(folder, '__pycache__');
      return ((await system.files.list(cache)) ?? []).map((entry) => path.join(cache, entry.name));
    }),
  );
  const stems = new Set(
    files.filter((file) => file.endsWith('.py')).map((file) => file.slice(0, -'.py'.length)),
  );
  return all.flat().filter((file) => {
    const stem = path.basename(file).split('.')[0] ?? '';
    return stems.has(path.join(path.dirname(path.dirname(file)), stem));
  });
}

async function filesBelow(system: System, folder: string): Promise<string[]> {
  const entries = (await system.files.list(folder)) ?? [];
  const all = await Promise.all(
    entries.map((entry) => {
      const location = path.join(folder, entry.name);
      return entry.kind === 'folder' ? filesBelow(system, location) : Promise.resolve([location]);
    }),
  );
  return all.flat();
}
