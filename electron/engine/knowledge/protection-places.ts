import * as z from 'zod';
import table from './protection-places.json' with { type: 'json' };

const { rows } = z
  .object({
    rows: z.array(
      z.object({
        from: z.enum(['userDir', 'customNodes', 'package']),
        folder: z.string(),
        file: z.string(),
        takes: z.enum(['names', 'downgrade', 'overrides']),
        mustExist: z.boolean(),
        keptInMemory: z.boolean(),
        source: z.string().min(1),
      }),
    ),
  })
  .parse(table);

/** Where ComfyUI-Manager reads what it must leave alone. */
export const managerPlaces: readonly (typeof rows)[number][] = rows;

/** The constraints that are ours alone, in the environment's own folder. */
export const constraintsName = 'attention-doctor-constraints.txt';

/**
 * Every file that a protection is ever written into, by its name: a record that names another one was
 * not written by us (pip.pypa.io/en/stable/topics/configuration, docs.astral.sh/uv/concepts/configuration-files).
 */
export const protectedFileNames: ReadonlySet<string> = new Set([
  constraintsName,
  'pip.conf',
  'pip.ini',
  'uv.toml',
  ...rows.map(({ file }) => file),
]);
