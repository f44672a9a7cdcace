import { createHash } from 'node:crypto';
import { moduleOf } from './room-rules.mjs';

/**
 * A hash of each file together with all that it imports, directly or not: while it stays, nothing
 * that is said of the file by its types can change. Pure.
 * @param {readonly { file: string, text: string }[]} files
 * @returns {Map<string, string>}
 */
export function hashesOfClosures(files) {
  const texts = new Map(files.map(({ file, text }) => [file, hashOf(text)]));
  const imports = new Map(
    files.map(({ file, text }) => [file, moduleOf(file, text).imports.map(({ target }) => target)]),
  );
  return new Map(
    files.map(({ file }) => {
      const closure = [...closureOf(file, imports)].sort();
      return [file, hashOf(closure.map((each) => `${each} ${texts.get(each) ?? '?'}`).join('\n'))];
    }),
  );
}

/**
 * @param {string} file
 * @param {ReadonlyMap<string, readonly string[]>} imports
 */
function closureOf(file, imports) {
  const closure = new Set([file]);
  // What is added while it is walked is walked, too.
  for (const each of closure) for (const target of imports.get(each) ?? []) closure.add(target);
  return closure;
}

/** @param {string} text */
export function hashOf(text) {
  return createHash('sha256').update(text).digest('hex');
}
