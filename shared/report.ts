import * as z from 'zod';
import { planSchema, changeSchema } from './plan.ts';
import { diagnosisSchema } from './finding.ts';
import { rungSchema, verificationSchema } from './verification.ts';
import { problemSchema } from './problem.ts';
import { bundleFileSchema } from './bundle-file.ts';

export const snapshotSchema = z.object({
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  reason: z.string(),
  bytes: z.number(),
  changes: z.array(changeSchema),
  /** Set when this snapshot was put back. */
  restoredAt: z.string().nullable(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** A saved state of any install on this machine, as the undo history lists it. */
export const savedStateSchema = snapshotSchema.extend({
  /** What it can be put back for; null where nothing lies there any more. */
  targetId: z.string().nullable(),
  /** The folder of the Python environment that it belongs to. */
  root: z.string(),
  /** interrupted: nobody works on it, and it is neither done nor undone. */
  state: z.enum(['kept', 'restored', 'interrupted']),
  /** It was over before the app was started this time. */
  earlier: z.boolean(),
});
export type SavedState = z.infer<typeof savedStateSchema>;

const fixOutcomes = ['fixed', 'nothing-to-do', 'undone', 'cancelled', 'needs-attention'] as const;
export const fixResultSchema = z.object({
  outcome: z.enum(fixOutcomes),
  plan: planSchema,
  before: diagnosisSchema,
  after: diagnosisSchema.nullable(),
  verification: verificationSchema.nullable(),
  /** The ladder of `before`: of its computed rungs none was tried. */
  rungsBefore: z.array(rungSchema).optional(),
  changes: z.array(changeSchema),
  snapshotId: z.string().nullable(),
  /** Why it was undone. */
  problem: problemSchema.nullable(),
  log: z.array(z.string()),
  /** What an undo left because somebody else had put it there or changed it meanwhile: paths. */
  left: z.array(z.string()).optional(),
});
export type FixResult = z.infer<typeof fixResultSchema>;

export const rollbackResultSchema = z.object({
  /** forgotten: the saved states were let go of, and nothing was changed. */
  outcome: z.enum(['restored', 'forgotten', 'nothing-to-do', 'needs-attention']),
  restored: z.array(changeSchema),
  snapshotId: z.string().nullable(),
  /** What was left because it is somebody else's by now: paths. */
  left: z.array(z.string()).optional(),
  /** What later repairs brought that were let go of: it is no part of the way back. */
  stays: z.array(changeSchema).optional(),
});
export type RollbackResult = z.infer<typeof rollbackResultSchema>;

export const bundleSchema = z.object({
  bundleId: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  entries: z.array(z.object({ name: z.string(), bytes: z.number() })),
  /** How many times each kind of private text was replaced. */
  redactions: z.record(z.string(), z.number()),
  /** report.md, ready to paste into an issue. */
  markdown: z.string(),
  /** The beginning of every file, as it would be sent. */
  files: z.array(bundleFileSchema),
  /** What the user took out. */
  leftOut: z.array(z.string()),
});
export type Bundle = z.infer<typeof bundleSchema>;
