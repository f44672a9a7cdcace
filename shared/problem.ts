import * as z from 'zod';
import {
  messageParamsSchema,
  messageRefSchema,
  type MessageParams,
} from './messages/message-ref.ts';

export { type MessageParams };

/**
 * Expected failures, by name. A Problem is about what we could not do; what is wrong with
 * the user's machine is a Finding. Each code has a sentence and a hint in shared/messages
 * (`problem.<code>` and `problem.<code>.hint`).
 */
export const problemCodes = [
  'invalid-request',
  'not-found',
  'not-an-environment',
  'python-unknown',
  'interpreter-missing',
  'base-python-missing',
  'python-absent',
  'consent-needed',
  'environment-moved',
  'install-unfinished',
  'interpreter-crashed',
  'interpreter-unreadable',
  'timed-out',
  'python-silent',
  'download-stalled',
  'download-broken',
  'index-refuses',
  'index-is-page',
  'install-endless',
  'kernel-failed',
  'kernel-crashed',
  'comfyui-ended',
  'workflow-unreadable',
  'workflow-not-api',
  'workflow-no-comfyui',
  'workflow-failed',
  'pip-missing',
  'pip-too-old',
  'pip-failed',
  'index-unreachable',
  'offline',
  'settings-damaged',
  'settings-misread',
  'no-matching-wheel',
  'torch-too-old',
  'not-pinned',
  'would-break-packages',
  'wheel-unfit',
  'would-not-load',
  'torch-missing',
  'build-tools-missing',
  'build-failed',
  'no-start-script',
  'script-not-editable',
  'busy',
  'environment-locked',
  'comfyui-running',
  'python-in-use',
  'owner-running',
  'processes-unknown',
  'externally-managed',
  'read-only',
  'disk-full',
  'mirror-unknown',
  'plan-unknown',
  'plan-outdated',
  'snapshot-unknown',
  'snapshot-damaged',
  'changed-since',
  'environment-replaced',
  'verification-failed',
  'trial-failed',
  'interrupted-repair',
  'never-proved',
  'history-damaged',
  'history-newer',
  'history-unwritten',
  'undo-failed',
  'undone-in-part',
  'protection-unfinished',
  'outside-environment',
  'belongs-to-others',
  'record-missing',
  'archive-unreadable',
  'index-changed',
  'installed-elsewhere',
  'lock-elsewhere',
  'cancelled',
  'command-missing',
  'command-failed',
  'permission-denied',
  'output-unwritable',
  'output-exists',
  'not-as-proved',
  'protection-unreadable',
  'protection-not-possible',
  'protection-contradicted',
  'bundle-unknown',
  'bundle-missing',
  'bundle-damaged',
  'bundle-foreign',
  'bundle-newer',
  'not-a-text',
  'log-unknown',
  'log-empty',
  'not-a-file',
  'input-unreadable',
  'file-too-large',
  'no-ordinary-file',
  'facts-unreadable',
  'facts-wrong-type',
  'not-offered-here',
  'fatal-start',
  'not-let-in',
  'connection-lost',
  'tables-no-address',
  'tables-address',
  'tables-unreachable',
  'tables-refused',
  'tables-elsewhere',
  'tables-too-large',
  'tables-damaged',
  'tables-unsigned',
  'tables-older',
  'tables-newer',
  'tables-unfit',
  'tables-set-aside',
  'part-broken',
  'unexpected',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What is not even begun: something stands in the way, and nothing was changed. */
const refusals: readonly ProblemCode[] = [
  'busy',
  'environment-locked',
  'comfyui-running',
  'python-in-use',
  'owner-running',
  'processes-unknown',
  'externally-managed',
  'read-only',
  'plan-outdated',
  'index-changed',
  'changed-since',
  'environment-replaced',
  'outside-environment',
  'belongs-to-others',
  'record-missing',
  'lock-elsewhere',
  'consent-needed',
  'would-not-load',
  'never-proved',
  'output-exists',
  'not-as-proved',
  'protection-not-possible',
  'offline',
  'protection-contradicted',
  'tables-elsewhere',
  'tables-too-large',
  'tables-damaged',
  'tables-unsigned',
  'tables-older',
  'tables-newer',
  'tables-unfit',
];

export function isRefusal(code: ProblemCode): boolean {
  return refusals.includes(code);
}

export const problemSchema = z.object({
  code: z.enum(problemCodes),
  /** Fills the placeholders of the sentence `problem.<code>`. */
  params: messageParamsSchema.optional(),
  /** Sentences of their own that fill the placeholder `{reasons}`. */
  reasons: z.array(messageRefSchema).optional(),
  /** What the failing program said last, unchanged except for colour codes. */
  detail: z.string().optional(),
  /** The argument array of the program that failed. */
  command: z.array(z.string()).optional(),
  exitCode: z.number().int().nullable().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Thrown inside the engine; hosts turn it into a Result at the boundary. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.code, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export function fail(code: ProblemCode, rest: Omit<Problem, 'code'> = {}): never {
  throw new ProblemError({ code, ...rest });
}

/** Anything thrown becomes a Problem; what is not expected keeps its stack in `detail`. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { code: 'unexpected', detail };
}

/** A mistake of our own in one part of an operation, which went on without that part. */
export function brokenPart(part: string, thrown: unknown): Problem {
  return { ...toProblem(thrown), code: 'part-broken', params: { part } };
}

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };
