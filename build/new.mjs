/**
 * npm run new -- cause NAME [STAGE] | kind NAME | message ID TABLE | language TAG: makes the files that a new one
 * needs, with the questions in them where the answers belong, and names them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newCause, stages } from './new/cause.mjs';
import { newKind } from './new/kind.mjs';
import { isLanguageTag, newLanguage } from './new/language.mjs';
import { newMessage } from './new/message.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';
import { say } from './say.mjs';
import { writeSignatureIds } from './signature-ids.mjs';

const [what, name = '', where = 'acceleration'] = process.argv.slice(2);
const read = (/** @type {string} */ file) => readFileSync(fromRoot(file), 'utf8');
const isWord = /^[a-z][a-z0-9_]*$/.test(name);

/** The changed files; null where the words are not understood. */
function filesFor() {
  if (what === 'cause' && isWord && stages.includes(where)) return newCause(read, name, where);
  if (what === 'kind' && isWord) return newKind(read, name);
  if (what === 'language' && isLanguageTag(name)) {
    const subjects = readdirSync(fromRoot('shared/messages/en'));
    return newLanguage(read, name, subjects, (file) => existsSync(fromRoot(file)));
  }
  const table = `electron/engine/knowledge/signatures/${where}.json`;
  const isId = /^[A-Z][A-Z0-9_]+$/.test(name);
  return what === 'message' && isId && existsSync(fromRoot(table))
    ? newMessage(read, name, where)
    : null;
}

/** @param {string} wanted */
function isThere(wanted) {
  const places = ['shared/install.ts', 'shared/taxonomy.ts', 'shared/signature-ids.ts'];
  return places.some((place) => read(place).includes(`'${wanted}'`));
}

const files = filesFor();
if (!files) {
  say(`npm run new -- cause some_name [${stages.join(' | ')}]`);
  say('npm run new -- kind some_name');
  say('npm run new -- language TAG (as BCP 47 writes it: ja, zh-TW)');
  say('npm run new -- message SOME_ID TABLE (a file of electron/engine/knowledge/signatures)');
  process.exitCode = 2;
} else if (what !== 'language' && isThere(name)) {
  say(`there is a ${what} ${name} already`);
  process.exitCode = 2;
} else {
  for (const { file, text } of files) {
    mkdirSync(path.dirname(fromRoot(file)), { recursive: true });
    writeFileSync(fromRoot(file), text);
  }
  if (what === 'message') writeSignatureIds();
  const written = files.map(({ file }) => file);
  await runNode([
    fromRoot('node_modules/prettier/bin/prettier.cjs'),
    '--write',
    '--log-level',
    'warn',
    ...written,
  ]);
  for (const file of written) say(file);
  say('Answer each QUESTION in them; CONTRIBUTING.md says what else it takes.');
}
