import type { IncomingMessage } from 'node:http';
import { parseJson } from '../../engine/machine/json-text.ts';
import { codeOf } from '../../engine/machine/read-file.ts';

const kibibyte = 1024;

/** Ids and choices are short; only the pieces of a log are long. */
export function longestBody(method: string): number {
  if (method === 'enter') return kibibyte;
  return (method === 'addToLog' ? 516 : 256) * kibibyte;
}

export type Body =
  | { kind: 'json'; value: unknown }
  | { kind: 'too-long' }
  | { kind: 'not-json' }
  /** The client went away before its end: nobody is there to be answered. */
  | { kind: 'left' };

/** The JSON of a call. A body that is too long is refused before it is read. */
export async function readBody(request: IncomingMessage, longest: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > longest) return { kind: 'too-long' };
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      const bytes: Uint8Array = Buffer.from(chunk);
      length += bytes.length;
      if (length > longest) return { kind: 'too-long' };
      chunks.push(bytes);
    }
  } catch (thrown) {
    if (codeOf(thrown) === 'ECONNRESET') return { kind: 'left' };
    throw thrown;
  }
  const value = parseJson(Buffer.concat(chunks).toString('utf8'));
  // Answered with a Problem by the caller.
  return value === undefined ? { kind: 'not-json' } : { kind: 'json', value };
}
