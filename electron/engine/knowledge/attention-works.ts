import * as z from 'zod';
import { liveList, liveTable } from './live-tables.ts';

const dtypeSchema = z.enum(['fp16', 'bf16', 'fp32']);
const size = z.number().int().positive();
const inputs = { batch: size, heads: size, tokens: size, headSize: size };

const proofSchema = z.object({
  id: z.string(),
  device: z.enum(['cpu', 'gpu']),
  ...inputs,
  dtype: dtypeSchema,
  source: z.string(),
});
const workSchema = z.object({
  id: z.string(),
  kind: z.enum(['sd15', 'sdxl', 'flux', 'qwen-image', 'video', 'vae']),
  ...inputs,
  dtypes: z.array(dtypeSchema).min(1),
  source: z.string(),
});
export type WorkKind = z.infer<typeof workSchema>['kind'];

const table = liveTable(
  'attention-works',
  z.object({ proofs: z.array(proofSchema), works: z.array(workSchema) }),
);

/** One input that a backend is given: sizes as (batch, heads, tokens, head size). */
export type Case = Omit<z.infer<typeof proofSchema>, 'source'> & { timed?: true };

/** The inputs that are computed and compared, on a processor or on a graphics card. */
export const proofCases: readonly Case[] = liveList(() =>
  table().proofs.map(({ source: _source, ...each }) => each),
);

/** The inputs that are timed: every work in its usual number format first. */
export const timedCases: readonly Case[] = liveList(() =>
  [0, 1].flatMap((at) =>
    table().works.flatMap(({ id, batch, heads, tokens, headSize, dtypes }) => {
      const dtype = dtypes[at];
      if (dtype === undefined) return [];
      const sizes = { batch, heads, tokens, headSize };
      return [
        { id: `${id}-${dtype}`, device: 'gpu' as const, ...sizes, dtype, timed: true as const },
      ];
    }),
  ),
);

/** What a timed case is work for. */
export function workOf(caseId: string): { id: string; kind: WorkKind } | null {
  return (
    table().works.find((each) => each.dtypes.some((dtype) => `${each.id}-${dtype}` === caseId)) ??
    null
  );
}

/** "2x10x4096x64": batch, heads, tokens, head size. */
export function shapeOf(each: Pick<Case, 'batch' | 'heads' | 'tokens' | 'headSize'>): string {
  return [each.batch, each.heads, each.tokens, each.headSize].join('x');
}
