import * as z from 'zod';
import { messageRefSchema } from './messages/message-ref.ts';
import { problemSchema, type Problem } from './problem.ts';
import { foundSchema, glanceSchema } from './install.ts';
import { sinceProvedSchema } from './history.ts';
import { diagnosisSchema, findingSchema, type Finding } from './finding.ts';
import { logAnalysisSchema } from './log-analysis.ts';
import { planSchema } from './plan.ts';
import { comparisonSchema } from './comparison.ts';
import { protectionSchema } from './protection.ts';
import { trialResultSchema } from './trial.ts';
import { rungSchema, verificationSchema, type Rung } from './verification.ts';
import { bundleSchema, fixResultSchema, rollbackResultSchema, snapshotSchema } from './report.ts';
import { openedBundleSchema } from './bundle.ts';
import type { MessageRef } from './messages/message-ref.ts';

export const operationKinds = [
  'find',
  'diagnose',
  'plan',
  'fix',
  'trial',
  'verify',
  'rollback',
  'bundle',
  'log',
  'protect',
  'compare',
] as const;
export type OperationKind = (typeof operationKinds)[number];

/** The steps of each kind of operation, in order; titles are `step.<kind>.<id>` in shared/messages. */
export const operationSteps = {
  find: ['search', 'glance'],
  diagnose: ['inspect', 'probe', 'judge'],
  plan: ['inspect', 'probe', 'resolve'],
  fix: ['prepare', 'download', 'snapshot', 'install', 'verify', 'undo'],
  trial: ['prepare', 'download', 'build', 'verify'],
  verify: ['inspect', 'probe', 'runs', 'triton', 'comfyui', 'benchmark', 'workflow'],
  rollback: ['prepare', 'restore', 'verify'],
  bundle: ['collect', 'write'],
  log: ['read', 'judge'],
  protect: ['inspect', 'write'],
  compare: ['inspect'],
} as const satisfies Record<OperationKind, readonly string[]>;
export type StepId<K extends OperationKind = OperationKind> = (typeof operationSteps)[K][number];

/** What an operation leaves behind. */
export const operationResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('find'), found: foundSchema }),
  z.object({
    kind: z.literal('diagnose'),
    diagnosis: diagnosisSchema,
    snapshots: z.array(snapshotSchema),
  }),
  z.object({ kind: z.literal('plan'), plan: planSchema }),
  z.object({ kind: z.literal('fix'), fix: fixResultSchema, snapshots: z.array(snapshotSchema) }),
  z.object({ kind: z.literal('trial'), trial: trialResultSchema }),
  z.object({
    kind: z.literal('verify'),
    verification: verificationSchema,
    since: sinceProvedSchema.optional(),
  }),
  z.object({
    kind: z.literal('rollback'),
    rollback: rollbackResultSchema,
    diagnosis: diagnosisSchema.nullable(),
    snapshots: z.array(snapshotSchema),
  }),
  z.object({ kind: z.literal('bundle'), bundle: bundleSchema }),
  /** What was given to be read was a bundle. */
  z.object({ kind: z.literal('opened'), opened: openedBundleSchema }),
  z.object({ kind: z.literal('log'), analysis: logAnalysisSchema }),
  z.object({ kind: z.literal('protect'), protection: protectionSchema }),
  z.object({ kind: z.literal('compare'), comparison: comparisonSchema }),
]);
export type OperationResult = z.infer<typeof operationResultSchema>;

export const logLineSchema = z.object({
  stream: z.enum(['stdout', 'stderr', 'command']),
  text: z.string(),
});
export type LogLine = z.infer<typeof logLineSchema>;

export const stepOutcomeSchema = z.enum(['succeeded', 'failed', 'cancelled', 'skipped']);
export type StepOutcome = z.infer<typeof stepOutcomeSchema>;
export const operationOutcomeSchema = z.enum(['succeeded', 'failed', 'cancelled']);
export type OperationOutcome = z.infer<typeof operationOutcomeSchema>;

/** `seq` grows by one with every event of an engine; `at` is ISO 8601, UTC. */
const base = { operationId: z.string(), seq: z.number().int(), at: z.string() };

export const operationEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    ...base,
    kind: z.enum(operationKinds),
    targetId: z.string().nullable(),
    steps: z.array(z.string()),
  }),
  z.object({ type: z.literal('step-started'), ...base, step: z.string() }),
  z.object({
    type: z.literal('progress'),
    ...base,
    step: z.string(),
    /** 0 to 1, or null where the end is not known: never invented. */
    fraction: z.number().nullable(),
    /** Left out where nobody counts, null where it is counted and not known. */
    secondsLeft: z.number().nullable().optional(),
    note: messageRefSchema,
  }),
  z.object({ type: z.literal('log'), ...base, step: z.string(), lines: z.array(logLineSchema) }),
  z.object({ type: z.literal('finding'), ...base, finding: findingSchema }),
  /** What a search found, before anything of it was looked at. */
  z.object({ type: z.literal('found'), ...base, found: foundSchema }),
  /** What the files of one install tell. */
  z.object({ type: z.literal('glance'), ...base, of: z.string(), glance: glanceSchema }),
  /** A rung as it is climbed; told again where more is known of it. */
  z.object({ type: z.literal('rung'), ...base, rung: rungSchema }),
  /** A part broke by a mistake of our own; the operation goes on without it. */
  z.object({ type: z.literal('problem'), ...base, problem: problemSchema }),
  z.object({
    type: z.literal('step-ended'),
    ...base,
    step: z.string(),
    outcome: stepOutcomeSchema,
  }),
  z.object({
    type: z.literal('ended'),
    ...base,
    outcome: operationOutcomeSchema,
    problem: problemSchema.nullable(),
    result: operationResultSchema.nullable(),
  }),
]);
export type OperationEvent = z.infer<typeof operationEventSchema>;

export type StepState = {
  id: string;
  state: 'waiting' | 'running' | StepOutcome;
  fraction: number | null;
  /** As in the event. */
  secondsLeft?: number | null | undefined;
  note: MessageRef | null;
};

export type OperationState = {
  operationId: string;
  kind: OperationKind;
  targetId: string | null;
  startedAt: string;
  steps: StepState[];
  findings: Finding[];
  /** Of the ladder, as far as it was climbed. */
  rungs: Rung[];
  log: LogLine[];
  /** Lines dropped from the front of `log`. */
  logDropped: number;
  /** Set by a cancel request before the end arrives is the host's business; this is the end. */
  outcome: OperationOutcome | null;
  problem: Problem | null;
  /** Of the parts that broke on the way. */
  problems: Problem[];
  result: OperationResult | null;
};

export const operationStateSchema: z.ZodType<OperationState> = z.object({
  operationId: z.string(),
  kind: z.enum(operationKinds),
  targetId: z.string().nullable(),
  startedAt: z.string(),
  steps: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['waiting', 'running', 'succeeded', 'failed', 'cancelled', 'skipped']),
      fraction: z.number().nullable(),
      secondsLeft: z.number().nullable().optional(),
      note: messageRefSchema.nullable(),
    }),
  ),
  findings: z.array(findingSchema),
  rungs: z.array(rungSchema),
  log: z.array(logLineSchema),
  logDropped: z.number(),
  outcome: operationOutcomeSchema.nullable(),
  problem: problemSchema.nullable(),
  problems: z.array(problemSchema),
  result: operationResultSchema.nullable(),
});
