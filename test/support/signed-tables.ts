import { newKeys, signTables } from '../../build/knowledge/sign.mjs';
import { shippedDate, tablesSchema } from '../../electron/engine/knowledge/edition.ts';
import { shippedTables } from '../../electron/engine/knowledge/shipped-tables.ts';

const ours = newKeys();
const anothers = newKeys();
/** The public part of the pair that these tests sign with. */
export const testKeys = [ours.publicKey];

type Content = { schema?: number; date?: string; tables?: Record<string, unknown> };

/** A day on which tables may be that are newer than the shipped ones. */
export const laterDay = '2099-01-01';

/** A signed file of the shipped tables, but for what a test says. */
export function signedTables(content: Content = {}, by: 'us' | 'another' = 'us'): string {
  const { schema = tablesSchema, date = laterDay, tables = {} } = content;
  const all = { ...shippedTables, ...tables };
  return signTables({ schema, date, tables: all }, (by === 'us' ? ours : anothers).privateKey);
}

/** xFormers' table with one more release, for the torch of a test. */
export function withNewXformers(version: string, torch: string): Record<string, unknown> {
  const table = shippedTables['xformers-releases'];
  const last = table.rows.at(-1);
  const row = { ...last, version, builtForTorch: torch, torchRequirement: `==${torch}` };
  return { 'xformers-releases': { ...table, rows: [...table.rows, row] } };
}

export { shippedDate };
