import path from 'node:path';
import type { Distribution } from '../../../shared/facts.ts';
import { attentionPackages } from '../knowledge/attention-packages.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { parseRecord } from '../packages/record.ts';

export type MissingFiles = { name: string; files: string[] };

/**
 * Compiled files of the attention packages that their RECORD names and that are not there: a
 * virus scanner took them away, or an installation was cut off. Python files are not looked
 * for: they are many, and nobody deletes them one by one.
 */
export async function readMissingFiles(
  system: System,
  distributions: readonly Distribution[],
): Promise<MissingFiles[]> {
  const ours = distributions.filter(
    (each) => each.hasRecord && attentionPackages.includes(each.name),
  );
  const found = await Promise.all(
    ours.map(async ({ name, location }) => ({ name, files: await missingOf(system, location) })),
  );
  return found.filter((each) => each.files.length > 0);
}

async function missingOf(system: System, location: string): Promise<string[]> {
  const text = await system.files.readText(path.join(location, 'RECORD')).catch(ifUnanswered(null));
  const compiled = parseRecord(text ?? '').filter((entry) => /\.(so|pyd)$/i.test(entry));
  const looked = await Promise.all(
    compiled.map(async (entry) => {
      const file = path.join(path.dirname(location), ...entry.split(/[\\/]/));
      // What may not be looked at is not known to be gone.
      const info = await system.files.info(file).catch(ifUnanswered(undefined));
      return info === null ? [entry] : [];
    }),
  );
  return looked.flat();
}
