/**
 * What `npm run build` makes, from what, and into what. An output counts as fresh while it is
 * newer than all of its sources.
 */
const engineSources = [
  'shared',
  'electron/engine',
  'assets',
  'package.json',
  'package-lock.json',
  'build/node-bundles.mjs',
];

export const targets = {
  renderer: {
    sources: ['shared', 'renderer', 'package.json', 'package-lock.json', 'build/vite.config.mjs'],
    outputs: ['out/renderer/index.html'],
  },
  desktop: {
    sources: [...engineSources, 'electron/hosts'],
    outputs: ['out/desktop/main.cjs', 'out/desktop/preload.cjs'],
  },
  cli: {
    sources: [...engineSources, 'electron/hosts'],
    outputs: ['out/cli.js', 'out/package.json'],
  },
};

/** @typedef {keyof typeof targets} TargetName */

/** @type {TargetName[]} */
export const targetNames = ['renderer', 'desktop', 'cli'];
