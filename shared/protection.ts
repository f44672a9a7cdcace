import * as z from 'zod';
import { messageRefSchema } from './messages/message-ref.ts';
import { changeSchema } from './plan.ts';

/** What somebody's requirement would do to a guarded package at the next installation or update. */
export const threatSchema = z.object({
  /** Who asks: the folder of a custom node, ComfyUI, or the name of a package that is here. */
  source: z.string(),
  kind: z.enum(['node', 'comfyui', 'package']),
  /** Where it stands; null for a package, whose metadata says it. */
  file: z.string().nullable(),
  /** As it is written. */
  requirement: z.string(),
  /** `to`: a version or a range as it is asked for; null where the newest that fits would come. */
  would: changeSchema,
});
export type Threat = z.infer<typeof threatSchema>;

/** What must hold of a package: `===2.9.1`, `==2.9.1+cu128`, `>=2,<3`. */
export const guardSchema = z.object({ name: z.string(), specifier: z.string() });
export type Guard = z.infer<typeof guardSchema>;

/** A file and the lines that are put into it, or were. */
const protectedFileSchema = z.object({
  path: z.string(),
  lines: z.array(z.string()),
  /** It is not there yet, and goes when the protection goes. */
  isNew: z.boolean(),
});
export type ProtectedFile = z.infer<typeof protectedFileSchema>;

/**
 * off: none. on: as it should be. outdated: what is here, or the user's own constraints, are not what
 * was noted. broken: it was
 * interrupted, the folder was moved, or somebody changed what belongs to it. overruled: it is whole, but
 * a variable of pip outranks it.
 */
export const protectionStateSchema = z.enum(['off', 'on', 'outdated', 'broken', 'overruled']);
export type ProtectionState = z.infer<typeof protectionStateSchema>;

export const protectionSchema = z.object({
  outcome: z.enum(['planned', 'protected', 'unprotected', 'nothing-to-do']),
  targetId: z.string(),
  /** Hash of what would be written: what was reviewed is what is done. */
  planId: z.string(),
  state: protectionStateSchema,
  files: z.array(protectedFileSchema),
  guards: z.array(guardSchema),
  threats: z.array(threatSchema),
  /** Who would not be held back, in sentences. */
  uncovered: z.array(messageRefSchema),
  /** What was left where somebody else had changed it: paths. */
  left: z.array(z.string()),
});
export type Protection = z.infer<typeof protectionSchema>;
