import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { System } from '../../engine/machine/system.ts';

export type OpenedAddress = {
  /** What the opener is called with. */
  address: string;
  /** Takes the file away again; may be called more than once. */
  forget: () => Promise<void>;
};

/**
 * The address as a browser may be given it. Every user of a Linux or macOS machine can read the
 * words that a program was started with, and the first who opens a one-time address is let in: so
 * there it stands in a file that nobody else can read, and the file leads on.
 */
export async function addressForOpener(system: System, address: string): Promise<OpenedAddress> {
  if (system.platform === 'win32') return { address, forget: () => Promise.resolve() };
  const { files } = system;
  const folder = await files.makeTemporaryFolder('attention-doctor-open-');
  // A browser that is packed as a snap sees neither the temporary folder nor what is hidden.
  const seen = (await files.info('/snap')) === null ? folder : system.homeFolder;
  const file = path.join(seen, `attention-doctor-${randomUUID()}.html`);
  const forget = async (): Promise<void> => {
    await files.remove(file);
    await files.remove(folder);
  };
  try {
    await files.createExclusive(file, pageTo(address), 'private');
  } catch (thrown) {
    await forget();
    throw thrown;
  }
  return { address: pathToFileURL(file).href, forget };
}

/** In the words of HTML alone: a browser may forbid scripts in local files. */
function pageTo(address: string): string {
  return (
    '<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">' +
    `<meta http-equiv="refresh" content="0; url=${address}"><title>Attention Doctor</title>` +
    '</head><body></body></html>\n'
  );
}
