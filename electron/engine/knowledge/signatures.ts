import * as z from 'zod';
import { signatureIds } from '../../../shared/signature-ids.ts';
import { causes } from '../../../shared/taxonomy.ts';
import attentionInUse from './signatures/attention-in-use.json' with { type: 'json' };
import attentionPackages from './signatures/attention-packages.json' with { type: 'json' };
import comfyKitchen from './signatures/comfy-kitchen.json' with { type: 'json' };
import comfyui from './signatures/comfyui.json' with { type: 'json' };
import devices from './signatures/devices.json' with { type: 'json' };
import facts from './signatures/facts.json' with { type: 'json' };
import hostedMachines from './signatures/hosted-machines.json' with { type: 'json' };
import installation from './signatures/installation.json' with { type: 'json' };
import otherTrouble from './signatures/other-trouble.json' with { type: 'json' };
import programs from './signatures/programs.json' with { type: 'json' };
import pytorch from './signatures/pytorch.json' with { type: 'json' };
import triton from './signatures/triton.json' with { type: 'json' };
import xformers from './signatures/xformers.json' with { type: 'json' };

/**
 * One message that a program is known to print. `anchors` are lower-case ASCII strings: a
 * line without any of them is never looked at closer, which is what makes a log fast to read.
 */
const signatureSchema = z.object({
  /** An id that is missing here: `npm run signature-ids`. */
  id: z.enum(signatureIds),
  anchors: z.array(z.string().min(4)).min(1),
  /** JavaScript regular expression without flags, matched without regard to case; its named groups are what the message names. */
  pattern: z.string(),
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

const tables = [
  xformers,
  pytorch,
  devices,
  triton,
  attentionPackages,
  comfyKitchen,
  comfyui,
  installation,
  otherTrouble,
  facts,
  programs,
  attentionInUse,
  hostedMachines,
];

/** Whether a row only says whose machine it was printed on: a program, a place of Python. */
export function tellsOwner(id: string): boolean {
  return programs.rows.some((row) => row.id === id);
}

/** Every row of the tables in knowledge/signatures. A new message is a new row. */
export const signatures: readonly Signature[] = tables.flatMap((table) =>
  z.array(signatureSchema).parse(table.rows),
);
