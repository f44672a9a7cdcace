import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fromRoot } from '../paths.mjs';

const folder = 'electron/engine/knowledge';
export const editionPlace = `${folder}/edition.json`;

/** @typedef {Record<string, unknown>} Row */
/** @typedef {{ schema: number, date: string, digest: string, address: string | null, source: string }} Edition */

/**
 * One table by its name.
 * @param {string} name
 * @returns {{ [list: string]: unknown } & { rows: Row[] }}
 */
export function readTable(name) {
  return JSON.parse(readFileSync(fromRoot(folder, `${name}.json`), 'utf8'));
}

/** Where a table lies, below the top of the checkout. @param {string} name */
export function placeOf(name) {
  return `${folder}/${name}.json`;
}

/** The names of the tables that are renewed: those that shipped-tables.ts imports. */
export function tableNames() {
  const text = readFileSync(fromRoot(folder, 'shipped-tables.ts'), 'utf8');
  return [...text.matchAll(/^import \w+ from '\.\/([\w/-]+)\.json'/gm)].map(
    ([, name]) => `${name}`,
  );
}

/** All of them, by name. @returns {Record<string, unknown>} */
export function readTables() {
  return Object.fromEntries(tableNames().map((name) => [name, readTable(name)]));
}

/** @returns {Edition} */
export function readEdition() {
  return JSON.parse(readFileSync(fromRoot(editionPlace), 'utf8'));
}

/** What the tables hold, as one short word. @param {Record<string, unknown>} tables */
export function digestOf(tables) {
  return createHash('sha256').update(JSON.stringify(tables)).digest('hex').slice(0, 16);
}
