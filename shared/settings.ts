import * as z from 'zod';
import { languageSchema } from './languages.ts';

/** The way out of a company or school, as pip takes it: `http://proxy.example:8080`. */
export const proxySchema = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s/]+\/?$/i);

/** Gibibytes that the saved states of one environment may take; the newest is always kept. */
export const savedSpaces = [1, 5, 10, 20, 50, 100] as const;
export const usualSavedSpace = 20;

/** What the user has set; what is left out stays as it is. */
export const settingsSchema = z.object({
  /** null: as the system says. */
  language: languageSchema.nullable(),
  theme: z.enum(['light', 'dark', 'system']),
  /** The id of a mirror to download from; none: as pip is set. */
  mirror: z.string().max(40).nullable().optional(),
  /** null: as pip and the system are set. */
  proxy: proxySchema.nullable().optional(),
  savedSpace: z.number().int().min(1).max(10_000).optional(),
  /** Nothing is asked of the network. */
  offline: z.boolean().optional(),
  /** Whether a newer version may be asked for at the start: off unless somebody wants it. */
  checkForUpdates: z.boolean().optional(),
});
export type Settings = z.infer<typeof settingsSchema>;
