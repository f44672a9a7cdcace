import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { codeOf } from '../../engine/machine/read-file.ts';

/** Where our own page lives. A host of its own makes it one origin, apart from everything else. */
export const appScheme = 'app';
export const appHost = 'attention-doctor';
export const appOrigin = `${appScheme}://${appHost}`;

export type Sender = { url: string; isMainFrame: boolean; isOurWindow: boolean };

/** Why this sender may not call the engine, or null where it may. */
export function distrust(sender: Sender): string | null {
  if (!sender.isOurWindow) return 'the call does not come from the window of Attention Doctor';
  if (!sender.isMainFrame) return 'the call comes from a frame inside of the page';
  if (!isOurAddress(sender.url)) return `the call comes from ${sender.url.slice(0, 200)}`;
  return null;
}

/** True for an address of our own page. Parsed, because a prefix can be faked (app://attention-doctor.example). */
export function isOurAddress(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return protocol === `${appScheme}:` && host === appHost && !username && !password;
  } catch (thrown) {
    // Not an address at all: certainly not ours.
    if (codeOf(thrown) === 'ERR_INVALID_URL') return false;
    throw thrown;
  }
}

/** Throws unless the call comes from the main frame of our page in our window. */
export function assertTrusted(event: IpcMainInvokeEvent, window: BrowserWindow): void {
  const frame = event.senderFrame;
  const reason = distrust({
    url: frame?.url ?? '',
    isMainFrame: frame !== null && frame.parent === null,
    isOurWindow: !window.isDestroyed() && event.sender === window.webContents,
  });
  if (reason) throw new Error(`refused: ${reason}`);
}
