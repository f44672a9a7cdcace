import * as z from 'zod';

/** Said instead of the id of a mirror: as pip is set on this machine. */
export const ownIndexes = 'none';

export const mirrorsSchema = z.object({
  mirrors: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      pypi: z.string(),
      /** null: PyTorch's wheels come from PyTorch's own index. */
      pytorch: z.string().nullable(),
      source: z.string(),
    }),
  ),
  /** Of the one that was tried; null where none was, or it did not answer. */
  milliseconds: z.number().nullable(),
});
export type MirrorsShown = z.infer<typeof mirrorsSchema>;
