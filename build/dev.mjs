/**
 * npm run dev [-- --web]: starts the wizard and builds again whatever changes. A change of the
 * renderer shows after a reload of the window; a change of the Node side starts it anew.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { findElectron, hasDisplay, sandboxSwitches } from './electron-runtime.mjs';
import { fromRoot, root } from './paths.mjs';
import { say } from './say.mjs';

const electron = process.argv.includes('--web') || !hasDisplay() ? null : findElectron();
const target = electron ? 'desktop' : 'cli';
const program = electron ? electron.program : process.execPath;
const parameters = electron
  ? [...sandboxSwitches(), root]
  : [fromRoot('out/cli.js'), 'serve', '--no-open'];

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
let building = false;
let changedMeanwhile = false;
/** @type {NodeJS.Timeout | undefined} */
let settled;

function startAnew() {
  running?.removeAllListeners('exit');
  running?.kill();
  running = spawn(program, parameters, { cwd: root, stdio: 'inherit' });
  running.on('exit', (code) => process.exit(code ?? 0));
}

/** @param {boolean} nodeSide */
async function rebuild(nodeSide) {
  if (building) {
    changedMeanwhile = true;
    return;
  }
  building = true;
  try {
    await ensureBuilt(['renderer', target]);
    if (nodeSide || !running) startAnew();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  building = false;
  if (changedMeanwhile) {
    changedMeanwhile = false;
    await rebuild(true);
  }
}

await rebuild(true);
for (const folder of ['shared', 'electron', 'renderer']) {
  watch(fromRoot(folder), { recursive: true }, () => {
    clearTimeout(settled);
    settled = setTimeout(() => void rebuild(folder !== 'renderer'), 150);
  });
}
