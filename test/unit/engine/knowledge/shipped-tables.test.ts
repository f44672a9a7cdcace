import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { digestOf, readTables, tableNames } from '../../../../build/knowledge/tables.mjs';
import * as edition from '../../../../electron/engine/knowledge/edition.ts';
import { shippedTables } from '../../../../electron/engine/knowledge/shipped-tables.ts';

const folder = join(import.meta.dirname, '../../../../electron/engine/knowledge');
/** They decide what may be started, written or believed, so they come with the app alone. */
const fixed = [
  'administrator-groups',
  'file-systems',
  'program-places',
  'launch-settings',
  'protection-places',
  'release-feed',
  'signing-keys',
  'edition',
];

it('are all tables but those that decide what may be done', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length).replaceAll('\\', '/'));
  expect([...Object.keys(shippedTables), ...fixed].sort()).toEqual(files.sort());
});

it('are read through one door', () => {
  const readers = readdirSync(join(folder, '..'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => {
      const text = readFileSync(join(folder, '..', name), 'utf8');
      const tables = text.matchAll(/from '[^']*?(?:knowledge\/|\.\/)([\w/-]+)\.json'/g);
      return [...tables].some(([, table]) => Object.hasOwn(shippedTables, table ?? ''));
    });
  expect(readers.map((name) => name.replaceAll('\\', '/'))).toEqual([
    'knowledge/shipped-tables.ts',
  ]);
});

it('are the same for the app and for the program that signs them', () => {
  expect(tableNames().sort()).toEqual([...edition.tableNames].sort());
  expect(digestOf(readTables())).toBe(digestOf(shippedTables));
});

it('have a source in every row', () => {
  const without = Object.entries(shippedTables).flatMap(([name, table]) =>
    Object.entries(table).flatMap(([list, rows]) =>
      Array.isArray(rows)
        ? rows.filter((row) => !('source' in Object(row))).map(() => `${name}: ${list}`)
        : [],
    ),
  );
  expect(without).toEqual([]);
});
