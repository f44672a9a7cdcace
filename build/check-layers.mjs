/** Part of npm run check: fails with one sentence for every import that breaks the dependency rule. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot, root } from './paths.mjs';
import { say } from './say.mjs';
import { violationsIn } from './layer-rules.mjs';

const folders = ['shared', 'electron', 'renderer', 'test', 'build'];
const source = /\.(ts|tsx|mts|cts|mjs|cjs|js)$/;

const files = folders.flatMap((folder) =>
  readdirSync(fromRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && source.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name)),
);

const violations = files.flatMap((file) =>
  violationsIn(path.relative(root, file).split(path.sep).join('/'), readFileSync(file, 'utf8')),
);

for (const { file, line, sentence } of violations) say(`${file}:${line} ${sentence}`);
say(
  violations.length
    ? `layers: ${violations.length} violation(s) of the dependency rule`
    : `layers: ${files.length} files keep the dependency rule`,
);
process.exitCode = violations.length ? 1 : 0;
