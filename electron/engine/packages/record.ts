/** One row of a RECORD; hash and size are null where the row leaves them out. */
export type RecordRow = { path: string; sha256: string | null; bytes: number | null };

/** A RECORD: a CSV of path, hash and size (packaging.python.org, recording installed projects). */
export function parseRecordRows(text: string): RecordRow[] {
  return linesOf(text).map(({ path, rest }) => {
    const [hash = '', bytes = ''] = rest.split(',');
    return { path, sha256: hexOf(hash), bytes: /^\d+$/.test(bytes) ? Number(bytes) : null };
  });
}

/** The paths of a RECORD: quicker than its rows, of which torch alone has some ten thousand. */
export function parseRecord(text: string): string[] {
  return linesOf(text).map(({ path }) => path);
}

function linesOf(text: string): { path: string; rest: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (line === '') return [];
    const quoted = /^"((?:[^"]|"")*)"/.exec(line);
    const plain = line.split(',', 1)[0] ?? '';
    const path = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : plain;
    if (path === '') return [];
    return [{ path, rest: line.slice((quoted?.[0] ?? plain).length + 1) }];
  });
}

/** `sha256=` and the digest in the URL-safe base64 of PEP 376, without padding; null for others. */
function hexOf(hash: string): string | null {
  const digest = /^sha256=([A-Za-z0-9_-]{43})=?$/.exec(hash)?.[1];
  return digest === undefined ? null : Buffer.from(digest, 'base64url').toString('hex');
}
