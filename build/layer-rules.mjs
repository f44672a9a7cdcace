import path from 'node:path';
import ts from 'typescript';

/**
 * The dependency rule of ARCHITECTURE.md: shared <- electron/engine <- electron/hosts, and
 * shared <- renderer. Pure, so that the rule itself can be tested.
 */

/** @typedef {{ file: string, line: number, sentence: string }} Violation */
/** @typedef {'shared' | 'engine' | 'hosts' | 'desktop' | 'web' | 'cli' | 'renderer' | 'build' | 'test' | 'other'} Layer */

const longestFile = 250;

/** The folders each layer may import from. @type {Record<Layer, readonly Layer[]>} */
const allowed = {
  shared: ['shared'],
  engine: ['engine', 'shared'],
  hosts: ['hosts', 'engine', 'shared', 'other'],
  desktop: ['desktop', 'hosts', 'engine', 'shared'],
  web: ['web', 'hosts', 'engine', 'shared'],
  cli: ['cli', 'web', 'hosts', 'engine', 'shared'],
  renderer: ['renderer', 'shared'],
  build: ['build', 'other'],
  test: [
    'test',
    'shared',
    'engine',
    'hosts',
    'desktop',
    'web',
    'cli',
    'renderer',
    'build',
    'other',
  ],
  other: ['build', 'test', 'other'],
};

/** Why, in the words of the design. @type {Record<Layer, string>} */
const reasons = {
  shared: 'shared/ runs anywhere and imports nothing but itself and zod',
  engine:
    'electron/engine is the pure back end: it knows neither Electron, nor the hosts, nor the renderer',
  hosts: 'what all hosts use may not know one of them',
  desktop: 'hosts do not import one another, and never the renderer',
  web: 'hosts do not import one another, and never the renderer',
  cli: 'of the other hosts the command line may only start the web host',
  renderer: 'the renderer reaches the engine only through the contract in shared/',
  build: 'build scripts run before anything is compiled',
  test: 'tests may import everything',
  other: 'configuration stands outside of the program',
};

/**
 * @param {string} file path below the top of the checkout, with forward slashes
 * @returns {Layer}
 */
function layerOf(file) {
  const [top, second, third] = file.split('/');
  if (top === 'shared' || top === 'renderer' || top === 'build' || top === 'test') return top;
  if (top !== 'electron') return 'other';
  if (second === 'engine') return 'engine';
  if (second !== 'hosts') return 'other';
  return third === 'desktop' || third === 'web' || third === 'cli' ? third : 'hosts';
}

/**
 * Everything in one file that breaks the rule.
 * @param {string} file path below the top of the checkout, with forward slashes
 * @param {string} text
 * @returns {Violation[]}
 */
export function violationsIn(file, text) {
  const layer = layerOf(file);
  /** @type {Violation[]} */
  const violations = [];
  for (const imported of ts.preProcessFile(text, true, true).importedFiles) {
    const sentence = imported.fileName.startsWith('.')
      ? aboutFile(layer, path.posix.join(path.posix.dirname(file), imported.fileName))
      : aboutPackage(file, layer, imported.fileName);
    const line = text.slice(0, imported.pos).split('\n').length;
    if (sentence) violations.push({ file, line, sentence });
  }
  const lines = text.split('\n').length - 1;
  if (lines > longestFile) {
    const sentence = `has ${lines} lines: split it, a file does one thing in at most ${longestFile}`;
    violations.push({ file, line: longestFile, sentence });
  }
  return violations;
}

/**
 * @param {Layer} layer
 * @param {string} target
 */
function aboutFile(layer, target) {
  if (allowed[layer].includes(layerOf(target))) return null;
  return `imports ${target}: ${reasons[layer]}`;
}

/**
 * @param {string} file
 * @param {Layer} layer
 * @param {string} name
 */
function aboutPackage(file, layer, name) {
  const bare = name.replace(/^node:/, '');
  if (layer === 'build' || layer === 'test' || layer === 'other') return null;
  if (layer === 'shared') return name === 'zod' ? null : `imports ${name}: ${reasons.shared}`;
  if (name === 'electron' && layer !== 'desktop') {
    return `imports electron: only electron/hosts/desktop may, so that everything else runs in plain Node`;
  }
  if (layer === 'renderer' && name.startsWith('node:')) {
    return `imports ${name}: the renderer runs in a browser`;
  }
  if (
    bare === 'child_process' ||
    (name === 'execa' && !file.endsWith('engine/machine/node-system.ts'))
  ) {
    return `imports ${name}: programs are run through System.run (electron/engine/machine/node-system.ts), never directly`;
  }
  return null;
}
