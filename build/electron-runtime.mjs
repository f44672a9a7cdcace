import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';

/** Where the program lies in a folder of the Electron runtime. */
const programs = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
  linux: 'electron',
};

/** @typedef {{ program: string, folder: string, version: string }} ElectronRuntime */

/**
 * The Electron runtime that is here already, or null. `ELECTRON_OVERRIDE_DIST_PATH` is the
 * variable that the electron package itself honours.
 * @returns {ElectronRuntime | null}
 */
export function findElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return inFolder(override ? path.resolve(override) : fromRoot('node_modules/electron/dist'));
}

/**
 * As findElectron, and if there is none, lets the electron package download its own.
 * @param {number} timeLimit milliseconds
 */
export async function findOrDownloadElectron(timeLimit) {
  const here = findElectron();
  const installer = fromRoot('node_modules/electron/install.js');
  if (here || process.env['ELECTRON_OVERRIDE_DIST_PATH'] || !existsSync(installer)) return here;
  await runNode([installer], { stdio: 'ignore', timeLimit });
  return findElectron();
}

/**
 * @param {string} folder
 * @returns {ElectronRuntime | null}
 */
function inFolder(folder) {
  const name =
    process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  const program = path.join(folder, programs[name]);
  const versionFile = path.join(folder, 'version');
  if (!existsSync(program) || !existsSync(versionFile)) return null;
  return { program, folder, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') };
}

/** Chromium's sandbox cannot be used by root on Linux. */
export function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** A window needs a screen: always there on Windows and macOS, said by the environment on Linux. */
export function hasDisplay(environment = process.env) {
  if (process.platform !== 'linux') return true;
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}
