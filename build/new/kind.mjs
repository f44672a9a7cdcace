import { afterLast, camel, dashed } from './edit.mjs';

/**
 * A new kind of install: its locator, and its name in both languages.
 * @param {import('./edit.mjs').Read} read
 * @param {string} name
 * @returns {import('./edit.mjs').Written[]}
 */
export function newKind(read, name) {
  const install = 'shared/install.ts';
  const locators = 'electron/engine/discovery/locators';
  const index = `${locators}/index.ts`;
  const listed = read(index).replace('\n  gitClone,\n', `\n  ${camel(name)},\n  gitClone,\n`);
  return [
    {
      file: install,
      text: afterLast(read(install), /^ {2}'systemd_or_supervisor',$/, `  '${name}',\n`),
    },
    { file: `${locators}/${dashed(name)}.ts`, text: locatorOf(name) },
    {
      file: index,
      text: afterLast(listed, /^import \{ \w+ \} .*$/, importOf(name)),
    },
    ...['en', 'zh-CN'].map((language) => {
      const file = `shared/messages/${language}/interface-names.ts`;
      const asked = language === 'en' ? 'what do people call it?' : '大家怎么称呼它？';
      const line = `  'ui.install-kind.${name}': 'QUESTION ${asked}',\n`;
      return { file, text: afterLast(read(file), /^ {2}'ui\.install-kind\..*$/, line) };
    }),
  ];
}

/** @param {string} name */
function importOf(name) {
  return `import { ${camel(name)} } from './${dashed(name)}.ts';\n`;
}

/** @param {string} name */
function locatorOf(name) {
  return `import { innerEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';

/**
 * QUESTION: what is it, and who lays it out so?
 * Source: QUESTION: which file of which project?
 */
export const ${camel(name)}: Locator = {
  kind: '${name}',
  marks: 'QUESTION: which lower-case names does every root have at least one of?',
  async recognise(system, view) {
    if (!view.hasFile('QUESTION: what has no other kind?')) return [];
    const environment = await innerEnvironment(system, view);
    // QUESTION: where are its data, its user folder and its launchers?
    return [
      await makeInstall(system, {
        kind: '${name}',
        name: 'QUESTION: what does the list call it?',
        sourceRoot: view.folder,
        environment,
        launchers: [],
      }),
    ];
  },
};
`;
}
