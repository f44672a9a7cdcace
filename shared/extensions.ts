import * as z from 'zod';

/**
 * Whether a compiled file would load beside what is installed, told from the files alone. `name` is
 * the library, the version or the function that is missing, or what kept us from knowing.
 */
export const extensionAnswerSchema = z.object({
  distribution: z.string(),
  /** Below site-packages, with `/`. */
  file: z.string(),
  answer: z.enum(['loads', 'cannot-load', 'unknown']),
  /** torch: what it needs does not load itself. driver: no graphics driver was found. */
  why: z.enum(['library', 'version', 'functions', 'unreadable', 'driver', 'torch']).optional(),
  name: z.string().optional(),
  /** The first of the missing functions, as they are written in the file, and how many there are. */
  names: z.array(z.string()).optional(),
  count: z.number().int().optional(),
});
export type ExtensionAnswer = z.infer<typeof extensionAnswerSchema>;

/** What a rule of the diagnosis or a live Python judges. */
const judged = [
  'torch',
  'xformers',
  'flash-attn',
  'sageattention',
  'triton',
  'triton-windows',
  'torchvision',
  'torchaudio',
];

/**
 * Packages beside attention with a compiled file that cannot load: "comfy-kitchen (libcudart.so.13)".
 * No cause of its own, since ComfyUI goes on without them; but worth a word.
 */
export function companionsThatCannotLoad(answers: readonly ExtensionAnswer[]): string[] {
  const found = answers
    .filter((each) => each.answer === 'cannot-load' && !judged.includes(each.distribution))
    .map(({ distribution, name }) => `${distribution}${name === undefined ? '' : ` (${name})`}`);
  return [...new Set(found)];
}
