import * as z from 'zod';
import { shippedTables, type TableName, type Tables } from './shipped-tables.ts';

/**
 * The one door to the tables that decide. They are checked when the program starts, so that a slip in
 * a row is found in every test and not in a user's repair, and again when renewed ones take their place
 * (`useTables`). What is made of a table follows: lists are filled again where they stand, everything
 * else is a function that is asked.
 */
type Check = (tables: Tables) => () => void;
const checks: Check[] = [];
const refills: (() => void)[] = [];
let counting: Tables = shippedTables;
let generation = 0;

/** The content of one table, as it counts now. */
export function liveTable<S extends z.ZodType>(name: TableName, schema: S): () => z.output<S> {
  let value = schema.parse(shippedTables[name]);
  checks.push((tables) => {
    const next = schema.parse(tables[name]);
    return () => void (value = next);
  });
  return () => value;
}

/** The rows of one table or of several together: an array that is filled again when they are renewed. */
export function liveRows<S extends z.ZodType>(
  names: TableName | readonly TableName[],
  row: S,
): readonly z.output<S>[] {
  const schema = z.object({ rows: z.array(row) });
  const tables = [names].flat().map((name) => liveTable(name, schema));
  return liveList(() => tables.flatMap((table) => table().rows));
}

/** A list that is made of tables, in an order or with a choice of its own; filled again as they are. */
export function liveList<T>(make: () => readonly T[]): readonly T[] {
  const list = [...make()];
  refills.push(() => void list.splice(0, list.length, ...make()));
  return list;
}

/** Anything else that is made of tables, once for as long as they count. */
export function derived<T>(make: () => T): () => T {
  let made = { generation, value: make() };
  return () => {
    if (made.generation !== generation) made = { generation, value: make() };
    return made.value;
  };
}

/**
 * Checks tables by the schemas of all that read them, and puts them in the place of those that counted;
 * throws zod's error, and nothing has changed, where one does not fit.
 */
export function useTables(tables: Tables): void {
  if (tables === counting) return;
  const takeOver = checks.map((check) => check(tables));
  for (const each of takeOver) each();
  counting = tables;
  generation += 1;
  for (const refill of refills) refill();
}
