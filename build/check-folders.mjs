/**
 * Part of npm run check: the types of each FOLDER, and the lint of one that ships. Both ask one
 * program, so that each type is found out once; and only files that changed since they were last
 * right, or that import what changed, are looked at.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashesOfClosures, hashOf } from './closures.mjs';
import { fromRoot, root } from './paths.mjs';
import { say } from './say.mjs';
import { belowRoot, filesNamed } from './source-files.mjs';
import { configOf, programOf, wrongTypes } from './types-of-folder.mjs';

const shipped = ['shared', 'electron', 'renderer'];
const cache = fromRoot('node_modules/.cache');

/** What counts for every file: how it is checked, and what is declared for all. */
const general = filesNamed(
  /^package-lock\.json$|^eslint\.config\.mjs$|(?:^|\/)tsconfig[\w.]*\.json$|\.d\.ts$|^build\/(?:closures|[\w-]*folders?|lint-[\w-]*)\.mjs$/,
);
const stamp = hashOf([process.version, ...general.map(({ text }) => text)].join('\n'));
const hashes = hashesOfClosures(filesNamed(/\.(?:tsx?|mjs|cjs|json)$/));

for (const folder of process.argv.slice(2)) {
  const remembered = path.join(cache, `checked-${folder}.json`);
  /** @type {Record<string, string>} */
  const known = existsSync(remembered) ? JSON.parse(readFileSync(remembered, 'utf8')) : {};
  const config = configOf(folder);
  const files = config.fileNames.map(belowRoot);
  const keyOf = (/** @type {string} */ file) => hashOf(`${stamp} ${hashes.get(file) ?? file}`);
  const changed = files.filter((file) => known[file] !== keyOf(file));
  const wrong = changed.length === 0 ? [] : await wrongIn(folder, programOf(config), changed);
  const right = files.filter((file) => !wrong.includes(file));
  mkdirSync(cache, { recursive: true });
  const keys = Object.fromEntries(right.map((file) => [file, keyOf(file)]));
  writeFileSync(remembered, JSON.stringify(keys));
  say(`${folder}: looked at ${changed.length} of ${files.length} files`);
  if (wrong.length > 0) process.exitCode = 1;
}

/**
 * Says what is wrong with these files, and answers with those that have something.
 * @param {string} folder
 * @param {import('typescript').Program} program
 * @param {readonly string[]} files
 * @returns {Promise<string[]>}
 */
async function wrongIn(folder, program, files) {
  const types = wrongTypes(program, files);
  if (types.text) say(types.text);
  if (!shipped.includes(folder)) return types.files;
  const { ESLint } = await import('eslint');
  const parserOptions = { programs: [program] };
  const lint = new ESLint({ cwd: root, overrideConfig: { languageOptions: { parserOptions } } });
  const results = await lint.lintFiles([...files]);
  const formatter = await lint.loadFormatter('stylish');
  const text = await formatter.format(results);
  if (text.trim()) say(text.trim());
  const noted = results.filter(({ messages }) => messages.length > 0);
  return [...types.files, ...noted.map(({ filePath }) => belowRoot(filePath))];
}
