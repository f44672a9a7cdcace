import type { Writable } from 'node:stream';
import { visibleJson } from '../../../shared/visible-text.ts';
import type { Document } from './document.ts';
import { terminalText } from './painted-text.ts';

/** What was asked for could not be written: a full disk. Nothing that was done is undone by it. */
export class OutputError extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'OutputError';
  }
}

/**
 * The one door to standard output. Resolves once the text has left this process, so that it is whole
 * when the process ends. Throws an OutputError.
 */
export async function writeLines(stream: Writable, lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await write(stream, lines.map(terminalText).join('\n'));
}

/** The same answer as one JSON document. */
export async function writeDocument(stream: Writable, document: Document): Promise<void> {
  await write(stream, visibleJson(JSON.stringify(document, null, 2)));
}

/** What is said beside the answer, on standard error: nobody there to hear it is no failure. */
export async function writeNotes(stream: Writable, lines: readonly string[]): Promise<void> {
  await writeLines(stream, lines).catch((thrown: unknown) => {
    if (!(thrown instanceof OutputError)) throw thrown;
  });
}

/** Without a listener an error of the stream would end the process; each write tells its own. */
export function listenForErrors(stream: Writable): void {
  stream.on('error', () => undefined);
}

function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(`${text}\n`, (error) => {
      if (error && !readerLeft(error)) reject(new OutputError(error));
      else resolve();
    });
  });
}

/** A reader that went away (`| head`) is no failure of ours. */
function readerLeft(error: Error): boolean {
  const code = 'code' in error ? error.code : '';
  return code === 'EPIPE' || code === 'EOF' || code === 'ERR_STREAM_DESTROYED';
}
