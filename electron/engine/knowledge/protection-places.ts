import * as z from 'zod';
import table from './protection-places.json' with { type: 'json' };

const { rows } = z
  .object({
    rows: z.array(
      z.object({
        from: z.enum(['userDir', 'customNodes']),
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
