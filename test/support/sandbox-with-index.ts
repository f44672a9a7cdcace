import { afterAll } from 'vitest';
import { makeSandbox, type Sandbox } from './command-line.ts';
import { startIndex } from './index-server.ts';

/** One sandbox for all tests of a file, with an index to install from that ends after them. */
export async function sandboxWithIndex(): Promise<Sandbox> {
  const index = await startIndex();
  afterAll(() => index.close());
  return makeSandbox(index);
}
