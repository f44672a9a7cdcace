import * as z from 'zod';
import { changeSchema } from './change.ts';
import { goalSchema } from './goal.ts';
import { messageRefSchema } from './messages/message-ref.ts';
import { problemSchema } from './problem.ts';

const confidences = ['certain', 'likely', 'possible'] as const;

/** Who changed something, as far as traces show it. */
export const culpritSchema = z.object({
  /** A custom node's folder, or a program. */
  name: z.string(),
  confidence: z.enum(confidences),
  evidence: z.array(messageRefSchema),
});
export type Culprit = z.infer<typeof culpritSchema>;

/** From one version to another, as people read them: "2.9.1+cu128", "2.9.1 (CPU)". */
export const tracedChangeSchema = changeSchema.extend({
  /** null: it is not known. */
  by: culpritSchema.nullable(),
  /** Where several fit alike: all of them, and none of them is the culprit. */
  candidates: z.array(culpritSchema).optional(),
});
export type TracedChange = z.infer<typeof tracedChangeSchema>;

/** `installed`: nobody looked at the time; the files that are there say so. */
const historyKinds = [
  'look',
  'verify',
  'benchmark',
  'fix',
  'undo',
  'rollback',
  'protect',
  'installed',
] as const;

/** What was proved: `works` and `works-cpu` were computed, `fits` was loaded. */
export const provedSchema = z.enum(['works', 'works-cpu', 'fits']);
export type Proved = z.infer<typeof provedSchema>;

export const historyEntrySchema = z.object({
  /** ISO 8601, UTC. */
  at: z.string(),
  kind: z.enum(historyKinds),
  /** In the words of what was done: "fixed", "failed". */
  outcome: z.string(),
  proved: provedSchema.nullable(),
  changes: z.array(tracedChangeSchema),
  /** Of all changes alike, else null. */
  by: culpritSchema.nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** The one button: a saved state that holds what was proved, else a plan. */
const wayToRestoreSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), snapshotId: z.string() }),
  z.object({ kind: z.literal('plan'), goal: goalSchema }),
]);

/** What became of what was proved. */
export const sinceProvedSchema = z.object({
  /** When it was last proved; null: never, as far as we know. */
  lastGood: z.string().nullable(),
  /** What stands as proved, and is compared with; null: nothing does. */
  proved: provedSchema.nullable(),
  /** What is not as it was proved. */
  drift: z.array(tracedChangeSchema),
  restore: wayToRestoreSchema.nullable(),
  /** Why the history is not whole. */
  problem: problemSchema.nullable(),
});
export type SinceProved = z.infer<typeof sinceProvedSchema>;

/** Newest first. */
export const historySchema = sinceProvedSchema.extend({
  targetId: z.string(),
  entries: z.array(historyEntrySchema),
});
export type History = z.infer<typeof historySchema>;
