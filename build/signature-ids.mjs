/**
 * Writes the ids of all message signatures as a type, so that a rule that names one that does
 * not exist does not compile. With --check (npm run check) it only says whether the file is stale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { say } from './say.mjs';

const tables = fromRoot('electron/engine/knowledge/signatures');
const place = 'shared/signature-ids.ts';
const widest = 98;

/**
 * The ids of all tables, each table's in its own order.
 * @returns {string[]}
 */
export function idsInTables() {
  return readdirSync(tables)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      /** @type {{ rows: { id: string }[] }} */
      const table = JSON.parse(readFileSync(`${tables}/${name}`, 'utf8'));
      return table.rows.map((row) => row.id);
    });
}

/**
 * The text of the file, as many ids a line as fit.
 * @param {readonly string[]} ids
 */
export function sourceOf(ids) {
  /** @type {string[]} */
  const lines = [];
  for (const id of [...ids].sort()) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} '${id}',`;
    if (last === undefined || longer.length > widest) lines.push(`  '${id}',`);
    else lines[lines.length - 1] = longer;
  }
  return [
    '/** Made from the tables in knowledge/signatures by `npm run signature-ids`: change those. */',
    'export const signatureIds = [',
    ...lines,
    '] as const;',
    'export type SignatureId = (typeof signatureIds)[number];',
    '',
  ].join('\n');
}

/** Writes the file anew. */
export function writeSignatureIds() {
  writeFileSync(fromRoot(place), sourceOf(idsInTables()));
}

if (process.argv[1]?.endsWith('signature-ids.mjs')) {
  if (!process.argv.includes('--check')) writeSignatureIds();
  else if (readFileSync(fromRoot(place), 'utf8') === sourceOf(idsInTables()))
    say('signature ids: as in the tables');
  else {
    say(`${place} is not what the tables say: run npm run signature-ids`);
    process.exitCode = 1;
  }
}
