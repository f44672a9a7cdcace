/**
 * npm run knowledge: what the tables say, compared with its sources. Without a word it reads the sources and
 * lists what is new and what no longer holds; see `usage` for the rest.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compareWithSources } from './knowledge/compare.mjs';
import { isEditionStale, writeEdition } from './knowledge/edition.mjs';
import { newKeys, signTables } from './knowledge/sign.mjs';
import { readEdition, readTables } from './knowledge/tables.mjs';
import { say } from './say.mjs';

const usage = `npm run knowledge                       compare the rows with their sources; 1 where one no longer holds
npm run knowledge -- --write            put what is new and certain into the tables as well
npm run knowledge -- --report FILE.md   keep what was found as a page, too
npm run knowledge -- date [DAY]         give the tables as they are a day (today)
npm run knowledge -- date --check       whether a table changed since that was done
npm run knowledge -- sign FILE          sign them; the key is a PEM in ATTENTION_DOCTOR_SIGNING_KEY, or in the
                                        file that ATTENTION_DOCTOR_SIGNING_KEY_FILE names
npm run knowledge -- key FILE.pem       make a new key pair: the private part into FILE.pem, the public one shown`;

const [command, ...words] = process.argv.slice(2);
process.exitCode = await run();

async function run() {
  switch (command) {
    case undefined:
    case '--write':
    case '--report':
      return compareWithSources(process.argv.slice(2));
    case 'date':
      return dateCommand();
    case 'sign':
      return signCommand();
    case 'key':
      return keyCommand();
    default:
      say(usage);
      return command === '--help' ? 0 : 2;
  }
}

function dateCommand() {
  if (words.includes('--check')) {
    if (!isEditionStale()) return 0;
    say('electron/engine/knowledge/edition.json is older than a table: npm run knowledge -- date');
    return 1;
  }
  writeEdition(words[0] ?? new Date().toISOString().slice(0, 10));
  return 0;
}

function signCommand() {
  const [file] = words;
  const key = signingKey();
  if (file === undefined || key === null) {
    say(usage);
    return 2;
  }
  const { schema, date } = readEdition();
  const text = signTables({ schema, date, tables: readTables() }, key);
  writeFileSync(path.resolve(file), text);
  say(`${file}: tables of ${date}, ${Buffer.byteLength(text)} bytes`);
  return 0;
}

function signingKey() {
  const { ATTENTION_DOCTOR_SIGNING_KEY: key, ATTENTION_DOCTOR_SIGNING_KEY_FILE: file } =
    process.env;
  if (key) return key;
  return file ? readFileSync(file, 'utf8') : null;
}

function keyCommand() {
  const [file] = words;
  if (file === undefined) {
    say(usage);
    return 2;
  }
  const { privateKey, publicKey } = newKeys();
  writeFileSync(path.resolve(file), privateKey, { mode: 0o600, flag: 'wx' });
  say(
    `Keep ${file} out of every repository. A row for electron/engine/knowledge/signing-keys.json:\n${publicKey}`,
  );
  return 0;
}
