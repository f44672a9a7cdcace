import * as z from 'zod';
import { daySchema, type TablesEdition } from '../../../shared/tables-edition.ts';
import edition from './edition.json' with { type: 'json' };
import { programRows } from './program-rows.ts';
import { shippedTables, type TableName, type Tables } from './shipped-tables.ts';
import signingKeys from './signing-keys.json' with { type: 'json' };
import { signatures } from './signatures.ts';
import { torchReleaseRows, xformersReleaseRows } from './tables.ts';
import { torchTrioRows } from './torch-trio.ts';

const { schema, date, address } = z
  .object({
    schema: z.number().int(),
    date: daySchema,
    digest: z.string(),
    address: z.url().nullable(),
    source: z.string(),
  })
  .parse(edition);
/** The version of what the tables look like: raised where an app before could not read them. */
export const tablesSchema = schema;
/** The day on which the shipped tables were last compared with their sources. */
export const shippedDate = date;
/** Where this app asks for newer ones unless the user names another place. */
export const usualAddress = address;

/** The public keys of which one must have signed renewed tables: SPKI, base64. */
export const shippedKeys: readonly string[] = z
  .array(z.object({ key: z.string(), since: daySchema, source: z.string().min(1) }))
  .parse(signingKeys.rows)
  .map(({ key }) => key);

export const tableNames = Object.keys(shippedTables).filter(isTableName);
function isTableName(name: string): name is TableName {
  return Object.hasOwn(shippedTables, name);
}

/** Whether these are all tables of this version, and no others. */
export function isComplete(tables: Readonly<Record<string, unknown>>): tables is Tables {
  const names = Object.keys(tables);
  return names.length === tableNames.length && names.every(isTableName);
}

/** How much stands in the tables that count. */
export function countTables(tables: Tables): TablesEdition['counts'] {
  const rows = Object.values(tables).map((table) => rowsIn(table));
  return {
    tables: rows.length,
    rows: rows.reduce((all, each) => all + each, 0),
    releases: xformersReleaseRows.length + torchTrioRows.length + torchReleaseRows.length,
    messages: signatures.length,
    programs: programRows.length,
  };
}

/** Of the few tables without `rows` each list counts. */
function rowsIn(table: unknown): number {
  const { data } = z.record(z.string(), z.unknown()).safeParse(table);
  const lists = Object.values(data ?? {}).filter((each) => Array.isArray(each));
  return lists.reduce((all, each) => all + each.length, 0);
}
