import * as z from 'zod';
import table from '../knowledge/file-beginnings.json' with { type: 'json' };

export const holdsSchema = z.enum(['text', 'zip', 'other']);
/** What a file holds, as far as its first bytes tell. */
export type Holds = z.infer<typeof holdsSchema>;

const rows = table.rows.map(({ kind, hex }) => ({
  kind: holdsSchema.parse(kind),
  bytes: Buffer.from(hex, 'hex'),
}));
const longest = Math.max(...rows.map(({ bytes }) => bytes.length));

/** Takes a file in pieces of any size, until enough of it has come. */
export function createBeginningReader() {
  let beginning = Buffer.alloc(0);
  return {
    push(piece: Uint8Array): void {
      if (beginning.length >= longest) return;
      const wanted = piece.subarray(0, longest - beginning.length);
      beginning = Buffer.concat([beginning, wanted]);
    },
    holds(): Holds {
      const row = rows.find(({ bytes }) => beginning.subarray(0, bytes.length).equals(bytes));
      return row?.kind ?? 'text';
    },
  };
}
