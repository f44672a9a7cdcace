import * as z from 'zod';
import { signatureIdSchema } from '../../../shared/said.ts';
import { causes } from '../../../shared/taxonomy.ts';
import { liveRows } from './live-tables.ts';

/** A row that nobody could match would stop every log from being read. */
function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'i').source.length > 0;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return false;
    throw thrown;
  }
}

/**
 * One message that a program is known to print. `anchors` are lower-case ASCII strings: a
 * line without any of them is never looked at closer, which is what makes a log fast to read.
 */
const signatureSchema = z.object({
  /** An id that is missing here: `npm run signature-ids`. */
  id: signatureIdSchema,
  anchors: z.array(z.string().min(4)).min(1),
  /** JavaScript regular expression without flags, matched without regard to case; its named groups are what the message names. */
  pattern: z.string().refine(isExpression),
  /**
   * `cause`: speaks for the cause named, unless a rule knows better. `detail`: only rules
   * make something of it. `fact`: says what the machine has. `harmless`: never a fault by
   * itself. `trouble`: something failed that need not have to do with attention.
   */
  role: z.enum(['cause', 'detail', 'fact', 'harmless', 'trouble']),
  cause: z.enum(causes).optional(),
  /** How many are worth reading, where a log is full of them; all where left out. */
  enough: z.number().int().positive().optional(),
  printedBy: z.string(),
  versions: z.string(),
  meaning: z.string(),
  source: z.string(),
});
export type Signature = z.infer<typeof signatureSchema>;

const programTable = liveRows('signatures/programs', signatureSchema);

/** Whether a row only says whose machine it was printed on: a program, a place of Python. */
export function tellsOwner(id: string): boolean {
  return programTable.some((row) => row.id === id);
}

/** Every row of the tables in knowledge/signatures. A new message is a new row. */
export const signatures = liveRows(
  [
    'signatures/xformers',
    'signatures/pytorch',
    'signatures/devices',
    'signatures/triton',
    'signatures/attention-packages',
    'signatures/comfy-kitchen',
    'signatures/comfyui',
    'signatures/installation',
    'signatures/other-trouble',
    'signatures/facts',
    'signatures/programs',
    'signatures/attention-in-use',
    'signatures/hosted-machines',
  ],
  signatureSchema,
);
