/** @param {string} tag a language as BCP 47 writes it */
export function isLanguageTag(tag) {
  return /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/.test(tag) && tag !== 'en';
}

/**
 * The folder of a language: every file of the English one that is not there yet, each sentence a line
 * to be answered, and an index that joins them.
 * @param {import('./edit.mjs').Read} read
 * @param {string} tag
 * @param {readonly string[]} subjects file names of shared/messages/en
 * @param {(file: string) => boolean} isThere
 * @returns {import('./edit.mjs').Written[]}
 */
export function newLanguage(read, tag, subjects, isThere) {
  const folder = `shared/messages/${tag}`;
  const files = subjects.flatMap((name) => {
    const file = `${folder}/${name}`;
    const text = read(`shared/messages/en/${name}`);
    const list = /export const (\w+) = \{\n([\s\S]*?)\n\} as const;/.exec(text);
    // The one that joins others has no sentences of its own.
    if (!list || isThere(file) || /^\s*\.\.\./m.test(list[2] ?? '')) return [];
    return [{ file, name: list[1] ?? '', lines: list[2] ?? '' }];
  });
  const index = files.map(({ file, name }) => {
    return `import { ${name} } from './${file.slice(folder.length + 1)}';`;
  });
  const own = `${folder}/index.ts`;
  const before = isThere(own) ? (/= \{\n([\s\S]*)\n\};/.exec(read(own))?.[1] ?? '') : '';
  return [
    ...files.map(({ file, name, lines }) => ({ file, text: sheet(file, name, lines) })),
    {
      file: own,
      text: [
        `import type { MessageKey } from '../en.ts';`,
        ...index,
        '',
        '/** As far as it goes: offered once nothing is missing, with a row in shared/languages.ts. */',
        'export const words: Partial<Record<MessageKey, string>> = {',
        ...(before ? [before] : []),
        ...files.map(({ name }) => `  ...${name},`),
        '};',
        '',
      ].join('\n'),
    },
  ];
}

/**
 * @param {string} file
 * @param {string} name
 * @param {string} lines
 */
function sheet(file, name, lines) {
  const english = file.replace(/^shared\/messages\/[^/]+/, '../en');
  return [
    `import type { ${name} as english } from '${english}';`,
    '',
    '// Take a line out of its comment and write it in your language; names in {braces} stay.',
    `export const ${name}: Partial<Record<keyof typeof english, string>> = {`,
    ...lines.split('\n').map((line) => `  // ${line.trim()}`.trimEnd()),
    '};',
    '',
  ].join('\n');
}
