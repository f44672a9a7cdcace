import { accessSync, constants, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The full path of the first of these programs that is on PATH or given as a path, or null.
 * @param {readonly (string | undefined)[]} names
 */
export function findProgram(names) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  for (const name of names) {
    if (!name) continue;
    const places = path.isAbsolute(name)
      ? [name]
      : folders.map((folder) => path.join(folder, name));
    const found = places.find(isExecutable);
    if (found) return found;
  }
  return null;
}

/** npm's own script, which this Node can start: the one that started us, else the one on PATH. */
export function findNpm() {
  const starter = process.env['npm_execpath'];
  if (starter && /npm-cli\.c?js$/.test(starter)) return starter;
  const program = findProgram(['npm']);
  if (!program) throw new Error('npm was not found on PATH');
  return realpathSync(program);
}

/** A Chromium for the browser tests; `CHROMIUM_PATH` comes first. */
export function findChromium() {
  return findProgram([
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
