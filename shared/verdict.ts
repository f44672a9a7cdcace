import * as z from 'zod';

/** What a diagnosis comes to, in one word. */
const verdicts = [
  'healthy',
  'benign',
  'problem',
  'hardware_limit',
  'not_attention',
  'unknown',
] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;
