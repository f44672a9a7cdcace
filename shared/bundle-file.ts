import * as z from 'zod';

/** A file of a bundle, for reading. */
export const bundleFileSchema = z.object({
  name: z.string(),
  /** Of the whole file. */
  bytes: z.number(),
  /** Its beginning; null where it holds no text. */
  text: z.string().nullable(),
  /** There is more than the beginning. */
  cut: z.boolean(),
});
export type BundleFile = z.infer<typeof bundleFileSchema>;
