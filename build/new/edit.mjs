/** Changes to the text of one file. Each throws where its place is not there any more. */

/** @typedef {{ file: string, text: string }} Written A file as it will be. */
/** @typedef {(file: string) => string} Read */

/**
 * Before the last line that ends the object, list or call of the whole file.
 * @param {string} text
 * @param {string} added
 * @param {RegExp} [end]
 */
export function beforeEnd(text, added, end = /^\}.*;\n?$/m) {
  const matches = [...text.matchAll(new RegExp(end.source, 'gm'))];
  const place = matches.at(-1)?.index;
  if (place === undefined) throw new Error(`no end ${end.source}`);
  return text.slice(0, place) + added + text.slice(place);
}

/**
 * After the last line that matches.
 * @param {string} text
 * @param {RegExp} line
 * @param {string} added
 */
export function afterLast(text, line, added) {
  const last = [...text.matchAll(new RegExp(line.source, 'gm'))].at(-1);
  if (!last) throw new Error(`no line ${line.source}`);
  const place = last.index + last[0].length + 1;
  return text.slice(0, place) + added + text.slice(place);
}

/** @param {string} name words with underscores */
export function camel(name) {
  return name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/** @param {string} name words with underscores */
export function dashed(name) {
  return name.replaceAll('_', '-');
}
