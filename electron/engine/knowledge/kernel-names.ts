import * as z from 'zod';
import type { KernelBackend } from '../../../shared/kernel-backends.ts';
import table from './kernel-names.json' with { type: 'json' };

const familySchema = z.enum([
  'cudnn',
  'torch-flash',
  'efficient',
  'kitchen',
  'splitk',
  'sage',
  'flash',
  'math',
]);
/** Whose kernel it is: "torch-flash" is PyTorch's own flash, "flash" that of flash-attn. */
export type KernelFamily = z.infer<typeof familySchema>;

const rows = z
  .array(z.object({ pattern: z.string(), family: familySchema, source: z.string() }))
  .parse(table.rows)
  .map((each) => ({ family: each.family, pattern: new RegExp(each.pattern, 'i') }));
const families = z.array(familySchema);

/** What a kernel's name tells; null: a name that no row knows. */
export function kernelFamily(name: string): KernelFamily | null {
  return rows.find((each) => each.pattern.test(name))?.family ?? null;
}

/** The kernels that this attention may end in. */
export function intendedFamilies(backend: KernelBackend): readonly KernelFamily[] {
  return families.parse(table.intended[backend]);
}
