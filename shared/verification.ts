import * as z from 'zod';
import { kernelBackendSchema } from './kernel-backends.ts';
import { messageRefSchema } from './messages/message-ref.ts';
import { commandSchema } from './prescription.ts';
import { problemSchema } from './problem.ts';
import { workflowRunSchema } from './workflow-run.ts';

/** The first four look at packages; from `runs` on something is computed. */
export const rungIds = [
  'attribute',
  'extension',
  'metadata',
  'operators',
  'runs',
  'kernel',
  'triton',
  'comfyui',
] as const;
const outcomeSchema = z.enum(['pass', 'fail', 'skipped', 'unknown']);

export const rungSchema = z.object({
  /** 0 is the check that every guide gives; each further rung proves more. */
  rung: z.number().int(),
  id: z.enum(rungIds),
  outcome: outcomeSchema,
  evidence: messageRefSchema,
  /** Operators, backends and kernels: a table beside the sentence. */
  details: z.array(
    z.object({
      name: z.string(),
      ok: z.boolean(),
      /** In the words of the program itself. */
      why: z.string().optional(),
    }),
  ),
  problem: problemSchema.nullable(),
});
export type Rung = z.infer<typeof rungSchema>;

/** One attention that was computed with, in a process of its own. */
export const backendRunSchema = z.object({
  id: kernelBackendSchema,
  outcome: outcomeSchema,
  evidence: messageRefSchema,
  version: z.string().nullable(),
  /** "cuda" (ROCm too), "xpu", "mps" or "cpu"; null where nothing was started. */
  device: z.string().nullable(),
  dtype: z.string().nullable(),
  /** "2x8x1024x64": batch, heads, tokens, head size. */
  shape: z.string().nullable(),
  /** Of the norm, against attention written out in a wider format. */
  relativeError: z.number().nullable(),
  /** The profiler's name of what took longest. */
  kernel: z.string().nullable(),
  problem: problemSchema.nullable(),
});
export type BackendRun = z.infer<typeof backendRunSchema>;

const backends = [
  'pytorch',
  'xformers',
  'flash',
  'sage',
  'comfy_kitchen',
  'split',
  'sub_quad',
] as const;
export const backendSchema = z.enum(backends);
export type Backend = z.infer<typeof backendSchema>;

const recommendationSchema = z.object({
  backend: backendSchema,
  /** The launch flag that selects it; null where none is needed. */
  flag: z.string().nullable(),
  /** Times faster than PyTorch's own attention; null where it was not measured. */
  speedup: z.number().nullable(),
  basis: messageRefSchema,
});
export type Recommendation = z.infer<typeof recommendationSchema>;

/** One attention timed at one piece of work. */
export const measurementSchema = z.object({
  backend: kernelBackendSchema,
  /** "sdxl-1024", and what people would call it: "sdxl". */
  work: z.string(),
  kind: z.enum(['sd15', 'sdxl', 'flux', 'qwen-image', 'video', 'vae']),
  shape: z.string(),
  dtype: z.string(),
  medianMs: z.number(),
  /** The quartiles. */
  lowMs: z.number(),
  highMs: z.number(),
  /** Beside the inputs. */
  peakMiB: z.number(),
  relativeError: z.number().nullable(),
  kernel: z.string().nullable(),
});
export type Measurement = z.infer<typeof measurementSchema>;

export const verificationSchema = z.object({
  targetId: z.string(),
  rungs: z.array(rungSchema),
  backends: z.array(backendRunSchema),
  recommended: recommendationSchema,
  benchmark: z.array(measurementSchema),
  /** Why nothing, or not everything, was timed; null where all was, or nobody asked. */
  benchmarkNote: messageRefSchema.nullable(),
  /** What starts this ComfyUI with what is recommended; null where no command does. */
  launch: commandSchema.nullable().optional(),
  /** A workflow of the user's, where one was given. */
  workflow: workflowRunSchema.nullable().optional(),
  /** Why it did not run. */
  workflowProblem: problemSchema.nullable().optional(),
  elapsedMs: z.number(),
});
export type Verification = z.infer<typeof verificationSchema>;
