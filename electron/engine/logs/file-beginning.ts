import * as z from 'zod';
import { derived, liveRows } from '../knowledge/live-tables.ts';

export const holdsSchema = z.enum(['text', 'zip', 'other']);
/** What a file holds, as far as its first bytes tell. */
export type Holds = z.infer<typeof holdsSchema>;

const rowSchema = z.object({
  kind: holdsSchema,
  hex: z.hex().transform((digits) => Buffer.from(digits, 'hex')),
  source: z.string().min(1),
});
const rows = liveRows('file-beginnings', rowSchema);
const longestRow = derived(() => Math.max(...rows.map(({ hex }) => hex.length)));

/** Takes a file in pieces of any size, until enough of it has come. */
export function createBeginningReader() {
  const longest = longestRow();
  let beginning = Buffer.alloc(0);
  return {
    push(piece: Uint8Array): void {
      if (beginning.length >= longest) return;
      const wanted = piece.subarray(0, longest - beginning.length);
      beginning = Buffer.concat([beginning, wanted]);
    },
    holds(): Holds {
      const row = rows.find(({ hex }) => beginning.subarray(0, hex.length).equals(hex));
      return row?.kind ?? 'text';
    },
  };
}
