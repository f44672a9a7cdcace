import { writeFileSync } from 'node:fs';
import { fromRoot } from '../paths.mjs';
import { digestOf, editionPlace, readEdition, readTables } from './tables.mjs';

/** Whether a table changed since the day of the edition was written. */
export function isEditionStale() {
  return readEdition().digest !== digestOf(readTables());
}

/** Gives the tables as they are a day. @param {string} date */
export function writeEdition(date) {
  const edition = { ...readEdition(), date, digest: digestOf(readTables()) };
  writeFileSync(fromRoot(editionPlace), `${JSON.stringify(edition, null, 2)}\n`);
}
