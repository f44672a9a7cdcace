/** Part of npm run check: fails with one sentence for every file or test that is cited and is not there. */
import { endsOf, missingFilesIn } from './cited-files.mjs';
import { untestedClaimsIn } from './cited-tests.mjs';
import { say } from './say.mjs';
import { filesNamed, pathsOfFiles } from './source-files.mjs';

const ends = endsOf(pathsOfFiles());
const files = filesNamed(/^(?!package).*\.(tsx?|mjs|cjs|md|jsonc?)$/);
const texts = new Map(files.map(({ file, text }) => [file, text]));
const documents = files.filter(({ file }) => file.endsWith('.md'));
const violations = [
  ...files.flatMap(({ file, text }) => missingFilesIn(file, text, ends)),
  ...documents.flatMap(({ file, text }) =>
    untestedClaimsIn(file, text, (name) => texts.get(name) ?? null),
  ),
];

for (const { file, line, sentence } of violations) say(`${file}:${line} ${sentence}`);
say(
  violations.length
    ? `citations: ${violations.length} violation(s)`
    : `citations: what ${files.length} files cite is there`,
);
process.exitCode = violations.length ? 1 : 0;
