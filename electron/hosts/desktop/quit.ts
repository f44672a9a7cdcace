import { app, type BrowserWindow } from 'electron';
import { problemToTell } from '../../engine/redaction/door.ts';

/**
 * Leaves only after `close` has ended: a repair that runs is cancelled and undone first. The
 * window stays open meanwhile, so that its progress can be seen.
 */
export function quitAfter(window: BrowserWindow, close: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  window.on('close', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    app.quit();
  });
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void closeThenQuit();
  });

  async function closeThenQuit(): Promise<void> {
    try {
      await close();
    } catch (thrown) {
      process.stderr.write(`while closing: ${problemToTell(thrown).detail ?? ''}\n`);
    }
    state = 'closed';
    app.quit();
  }
}
