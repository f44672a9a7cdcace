import type { Writable } from 'node:stream';

/** Resolves once the text has left this process, so that it is whole when the process ends. */
export async function writeLines(stream: Writable, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  await new Promise<void>((resolve) => {
    stream.write(`${lines.join('\n')}\n`, () => resolve());
  });
}

/** A reader that went away (`| head`) is no failure of ours. */
export function ignoreClosedPipe(stream: Writable): void {
  stream.on('error', () => undefined);
}
