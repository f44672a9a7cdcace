import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './paths.mjs';

/**
 * The newest change below a file or folder, in milliseconds; 0 where nothing is there.
 * @param {string} place
 * @returns {number}
 */
function newestChange(place) {
  const info = statSync(place, { throwIfNoEntry: false });
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  // A folder's own time tells of removed and renamed files.
  return readdirSync(place).reduce(
    (newest, name) => Math.max(newest, newestChange(path.join(place, name))),
    info.mtimeMs,
  );
}

/**
 * True where an output is missing or older than one of its sources.
 * @param {{ sources: readonly string[], outputs: readonly string[] }} target
 */
export function isStale(target) {
  const written = target.outputs.map(
    (output) => statSync(fromRoot(output), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  const changed = target.sources.map((source) => newestChange(fromRoot(source)));
  return Math.min(...written) < Math.max(...changed);
}
