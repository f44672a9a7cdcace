import * as z from 'zod';
import { kernelBackendSchema } from './kernel-backends.ts';
import { problemSchema } from './problem.ts';

/** null: not a number. Relative to attention written out in a wider number format. */
const error = z.number().nullable();
const failure = { case: z.string().nullable(), text: z.string(), notes: z.array(z.string()) };

/** One line of a probe program: what was seen, in the order in which it was. */
export const kernelAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('device'),
    /** "cuda" (ROCm too), "xpu", "mps", "cpu". */
    device: z.string(),
    name: z.string().nullable(),
    /** The implementation that PyTorch's flash attention was switched to ("FA3"), since 2.11. */
    flash: z.string().nullable().optional(),
  }),
  z.object({ kind: z.literal('version'), version: z.string().nullable() }),
  z.object({ kind: z.literal('absent'), module: z.string() }),
  /** What is computed next: where a crash comes, it was this. */
  z.object({ kind: z.literal('begin'), case: z.string() }),
  z.object({
    kind: z.literal('case'),
    case: z.string(),
    finite: z.boolean(),
    relativeError: error,
    largestError: error,
    /** Milliseconds by CUDA events, and MiB beside the inputs; only of timed cases. */
    medianMs: z.number().optional(),
    lowMs: z.number().optional(),
    highMs: z.number().optional(),
    runs: z.number().optional(),
    peakMiB: z.number().optional(),
    /** Seconds until Triton had compiled and run its kernel. */
    compileSeconds: z.number().optional(),
  }),
  z.object({
    kind: z.literal('kernel'),
    case: z.string(),
    /** The longest first. */
    kernels: z.array(z.string()),
    /** PyTorch's own operators that have to do with attention. */
    operators: z.array(z.string()),
    text: z.string().optional(),
  }),
  z.object({ kind: z.literal('refused'), ...failure }),
  z.object({ kind: z.literal('failed'), ...failure }),
  /** Our own part of the program stumbled: it says nothing about the backend. */
  z.object({ kind: z.literal('broken'), ...failure }),
  z.object({ kind: z.literal('memory'), ...failure }),
  z.object({ kind: z.literal('late'), case: z.string() }),
  z.object({
    kind: z.literal('operators'),
    operators: z.array(z.object({ name: z.string(), reasons: z.array(z.string()) })),
    chosen: z.string().nullable(),
  }),
  z.object({ kind: z.literal('done') }),
]);
export type KernelAnswer = z.infer<typeof kernelAnswerSchema>;

/** How a probe's process ended; what it had told before counts all the same. */
export const endingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('exit'),
    exitCode: z.number(),
    signal: z.string().nullable(),
    /** The last lines of its error stream. */
    stderr: z.string(),
  }),
  z.object({ kind: z.literal('timed-out'), seconds: z.number(), stderr: z.string() }),
  z.object({ kind: z.literal('problem'), problem: problemSchema }),
]);
export type Ending = z.infer<typeof endingSchema>;

export const kernelReportSchema = z.object({
  backend: kernelBackendSchema,
  answers: z.array(kernelAnswerSchema),
  ending: endingSchema,
});
export type KernelReport = z.infer<typeof kernelReportSchema>;
/** Triton's own probe, which belongs to no attention. */
export type TritonReport = Omit<KernelReport, 'backend'>;
