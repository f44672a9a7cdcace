/**
 * Part of npm run check: fails with one sentence for every import that breaks the dependency rule,
 * leaves its room by a way that the engine does not have, or goes in a circle.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot, root } from './paths.mjs';
import { violationsIn } from './layer-rules.mjs';
import { moduleOf, roomViolationsIn } from './room-rules.mjs';
import { say } from './say.mjs';

const folders = ['shared', 'electron', 'renderer', 'test', 'build'];
const source = /\.(ts|tsx|mts|cts|mjs|cjs|js)$/;

const files = folders
  .flatMap((folder) => readdirSync(fromRoot(folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && source.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .map((file) => ({
    file: path.relative(root, file).split(path.sep).join('/'),
    text: readFileSync(file, 'utf8'),
  }));

const violations = [
  ...files.flatMap(({ file, text }) => violationsIn(file, text)),
  ...roomViolationsIn(files.map(({ file, text }) => moduleOf(file, text))),
];

for (const { file, line, sentence } of violations) say(`${file}:${line} ${sentence}`);
say(
  violations.length
    ? `layers: ${violations.length} violation(s)`
    : `layers: ${files.length} files keep the dependency rule and their rooms`,
);
process.exitCode = violations.length ? 1 : 0;
