/**
 * Writes the JSON Schemas of what the command line prints, made from the contract, into schemas/. With
 * --check (npm run check) it only says whether they are stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { importBundled } from './import-bundled.mjs';
import { fromRoot } from './paths.mjs';
import { say } from './say.mjs';

const folder = fromRoot('schemas');

/**
 * The texts of the files, by their names.
 * @returns {Promise<Map<string, string>>}
 */
async function wanted() {
  const { jsonSchemas } = await importBundled(
    "export { jsonSchemas } from './electron/hosts/cli/schemas/json-schemas.ts';",
    'out/json-schemas.mjs',
  );
  /** @type {Record<string, object>} */
  const schemas = jsonSchemas({ closed: false });
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 1)}\n`]),
  );
}

const files = await wanted();
const there = existsSync(folder) ? readdirSync(folder) : [];
if (process.argv.includes('--check')) {
  const stale = [
    ...there.filter((name) => !files.has(name)),
    ...[...files].flatMap(([name, text]) =>
      there.includes(name) && readFileSync(`${folder}/${name}`, 'utf8') === text ? [] : [name],
    ),
  ];
  if (stale.length === 0) say('schemas: as in the contract');
  else {
    say(`schemas/ is not what the contract says (${stale.join(', ')}): run npm run schemas`);
    process.exitCode = 1;
  }
} else {
  for (const name of there) if (!files.has(name)) rmSync(`${folder}/${name}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(`${folder}/${name}`, text);
}
