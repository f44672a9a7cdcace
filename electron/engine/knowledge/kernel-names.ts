import * as z from 'zod';
import { kernelBackendSchema, type KernelBackend } from '../../../shared/kernel-backends.ts';
import { liveTable } from './live-tables.ts';

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

const pattern = z.string().transform((text) => new RegExp(text, 'i'));
const table = liveTable(
  'kernel-names',
  z.object({
    rows: z.array(z.object({ pattern, family: familySchema, source: z.string() })),
    intended: z.record(kernelBackendSchema, z.array(familySchema)),
  }),
);

/** What a kernel's name tells; null: a name that no row knows. */
export function kernelFamily(name: string): KernelFamily | null {
  return table().rows.find((each) => each.pattern.test(name))?.family ?? null;
}

/** The kernels that this attention may end in. */
export function intendedFamilies(backend: KernelBackend): readonly KernelFamily[] {
  return table().intended[backend];
}
