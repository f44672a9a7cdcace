/**
 * Part of npm run check: fails with one sentence for every import that breaks the dependency rule,
 * leaves its room by a way that the engine does not have, or goes in a circle.
 */
import { violationsIn } from './layer-rules.mjs';
import { moduleOf, roomViolationsIn } from './room-rules.mjs';
import { say } from './say.mjs';
import { filesNamed } from './source-files.mjs';

const files = filesNamed(/^[^/]+\/.*\.(ts|tsx|mts|cts|mjs|cjs|js)$/);

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
