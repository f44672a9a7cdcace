/** Paths in a RECORD: a CSV of path, hash and size (packaging.python.org, recording installed projects). */
export function parseRecord(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (line === '') return [];
    const quoted = /^"((?:[^"]|"")*)"/.exec(line)?.[1];
    const entry = quoted === undefined ? (line.split(',')[0] ?? '') : quoted.replaceAll('""', '"');
    return entry === '' ? [] : [entry];
  });
}
