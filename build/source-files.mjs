import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot, root } from './paths.mjs';

const folders = ['shared', 'electron', 'renderer', 'test', 'build', 'docs', 'schemas'];

/** Every file of ours, below the top of the checkout and with forward slashes; builds are not among them. */
export function pathsOfFiles() {
  const loose = readdirSync(root, { withFileTypes: true });
  const inFolders = folders.flatMap((folder) =>
    readdirSync(fromRoot(folder), { recursive: true, withFileTypes: true }),
  );
  return [...loose, ...inFolders]
    .filter((entry) => entry.isFile())
    .map((entry) => belowRoot(path.join(entry.parentPath, entry.name)));
}

/**
 * A path below the top of the checkout, with forward slashes.
 * @param {string} file
 */
export function belowRoot(file) {
  return path.relative(root, file).split(path.sep).join('/');
}

/**
 * Those of them whose name matches, with what they say.
 * @param {RegExp} name
 */
export function filesNamed(name) {
  return pathsOfFiles()
    .filter((file) => name.test(file))
    .map((file) => ({ file, text: readFileSync(fromRoot(file), 'utf8') }));
}
