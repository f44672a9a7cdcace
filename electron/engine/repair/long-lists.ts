import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';

/** Bytes that are read, and letters that are written, at once. */
const pieceBytes = 512 * 1024;
/** Some 300 bytes for each file of a repair, of which there may be tens of thousands. */
export const longReading = { limit: 256 * 1024 * 1024, timeLimit: 120_000 };

/** Keeps an element of a list; false where it is none. */
export type Taker = (element: unknown) => boolean;

/**
 * Lists as one JSON document with a line for each element, in pieces: neither who writes nor who
 * reads it has to hold all of the text, which is larger than what it says.
 */
export function* piecesOf(
  lists: Readonly<Record<string, Iterable<unknown>>>,
): Generator<string, void> {
  let piece = '{';
  for (const [name, list] of Object.entries(lists)) {
    if (piece !== '{') piece += '],';
    piece += `${JSON.stringify(name)}:[`;
    let between = '\n';
    for (const each of list) {
      piece += between + JSON.stringify(each);
      between = ',\n';
      if (piece.length < pieceBytes) continue;
      yield piece;
      piece = '';
    }
    piece += '\n';
  }
  yield `${piece}]}\n`;
}

/**
 * Reads such a document, and any other JSON object of lists. Answers the names of its lists;
 * null where it is damaged or not there, or where a taker refuses an element.
 */
export async function readLists(
  system: System,
  file: string,
  takers: Readonly<Record<string, Taker>>,
): Promise<ReadonlySet<string> | null> {
  const opened = await system.files.openFile(file, longReading);
  if (!opened) return null;
  const reader = createReader(takers);
  try {
    let rest: Uint8Array = new Uint8Array();
    for (let at = 0; at < opened.bytes;) {
      const piece = await opened.read(at, pieceBytes);
      if (piece.length === 0) return null;
      at += piece.length;
      const text = Buffer.concat([rest, piece]);
      const end = text.lastIndexOf('\n') + 1;
      rest = text.subarray(end);
      // Of an earlier version: all in one line.
      if (end === 0) return await readWhole(system, file, takers);
      if (!reader.lines(text.toString('utf8', 0, end))) return null;
    }
    return rest.length > 0 ? await readWhole(system, file, takers) : reader.names();
  } finally {
    await opened.close();
  }
}

function createReader(takers: Readonly<Record<string, Taker>>) {
  const names = new Set<string>();
  let take: Taker | null = null;
  let ended = false;
  function line(text: string): boolean {
    if (ended) return false;
    const name = /^(?:\{|\],)"(\w+)":\[$/.exec(text)?.[1];
    if (name !== undefined) {
      if (text.startsWith('{') === names.size > 0 || names.has(name)) return false;
      names.add(name);
      // What a later version knows besides is nothing to this one.
      take = takers[name] ?? (() => true);
      return true;
    }
    ended = text === ']}';
    if (ended) return names.size > 0;
    const element = parseJson(text.endsWith(',') ? text.slice(0, -1) : text);
    return element !== undefined && take?.(element) === true;
  }
  return {
    /** False: it is damaged. */
    lines: (text: string) => text.slice(0, -1).split('\n').every(line),
    names: () => (ended ? names : null),
  };
}

async function readWhole(
  system: System,
  file: string,
  takers: Readonly<Record<string, Taker>>,
): Promise<ReadonlySet<string> | null> {
  const value = parseJson((await system.files.readText(file, longReading)) ?? '');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  for (const [name, list] of Object.entries(value)) {
    const take = takers[name];
    if (take && !(Array.isArray(list) && list.every((each) => take(each)))) return null;
  }
  return new Set(Object.keys(value));
}
