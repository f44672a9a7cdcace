/**
 * The dependency rule again, as lint: the editor shows it while typing. check-layers.mjs is the
 * one that decides, this one is early.
 * @param {{ group: string[], message: string }} noDirectProcesses
 */
export function layerBlocks(noDirectProcesses) {
  const noElectron = {
    group: ['electron', 'electron/*'],
    message: 'Only electron/hosts/desktop knows Electron; everything else runs in plain Node.',
  };
  const oneDoor = {
    regex: 'shared/problem\\.ts$',
    importNames: ['toProblem'],
    message: 'Hosts tell problems without secrets: problemToTell of engine/redaction/door.ts.',
  };
  return [
    restricted(
      ['shared/**/*.ts'],
      [
        {
          regex: '^(?!\\.{1,2}/|zod$)',
          message: 'shared/ runs anywhere: it imports nothing but itself and zod.',
        },
        {
          group: ['**/electron/**', '**/renderer/**', '**/test/**', '**/build/**'],
          message: 'shared/ stands below everything else and imports none of it.',
        },
      ],
    ),
    restricted(
      ['electron/engine/**/*.ts'],
      [
        noElectron,
        {
          group: ['**/hosts/**', '**/renderer/**'],
          message: 'The engine knows neither the hosts nor the renderer: return data instead.',
        },
        noDirectProcesses,
      ],
      ['electron/engine/machine/node-system.ts'],
    ),
    restricted(
      ['electron/hosts/*.ts', 'electron/hosts/web/**/*.ts'],
      [
        noElectron,
        {
          group: ['**/desktop/**', '**/cli/**', '**/renderer/**'],
          message: 'Hosts do not import one another, and never the renderer.',
        },
        noDirectProcesses,
        oneDoor,
      ],
    ),
    restricted(
      ['electron/hosts/cli/**/*.ts'],
      [
        noElectron,
        {
          group: ['**/desktop/**', '**/renderer/**'],
          message: 'Of the other hosts the command line may only start the web host.',
        },
        noDirectProcesses,
        oneDoor,
      ],
    ),
    restricted(
      ['electron/hosts/desktop/**/*.ts'],
      [
        {
          group: ['**/web/**', '**/cli/**', '**/renderer/**'],
          message: 'Hosts do not import one another, and never the renderer.',
        },
        noDirectProcesses,
        oneDoor,
      ],
    ),
    restricted(
      ['renderer/**/*.{ts,tsx}'],
      [
        {
          group: ['node:*', 'electron', '**/electron/**'],
          message: 'The renderer reaches the engine only through the contract in shared/.',
        },
      ],
    ),
  ];
}

/**
 * @param {string[]} files
 * @param {object[]} patterns
 * @param {string[]} [ignores]
 */
function restricted(files, patterns, ignores = []) {
  /** @type {import('eslint').Linter.RuleEntry} */
  const rule = ['error', { patterns }];
  return { files, ignores, rules: { 'no-restricted-imports': rule } };
}
