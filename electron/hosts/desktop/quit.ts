import { app, type BrowserWindow } from 'electron';
import { problemToTell } from '../../engine/redaction/door.ts';

/**
 * Leaves only after `close` has ended: a repair that runs is cancelled and undone first. The
 * window stays open meanwhile, so that its progress can be seen. `mayQuit` is asked once before.
 */
export function quitAfter(
  window: BrowserWindow,
  close: () => Promise<void>,
  mayQuit: () => Promise<boolean>,
): void {
  let state: 'open' | 'asking' | 'closing' | 'closed' = 'open';
  window.on('close', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    app.quit();
  });
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state !== 'open') return;
    state = 'asking';
    void closeThenQuit();
  });

  async function closeThenQuit(): Promise<void> {
    try {
      if (!(await mayQuit())) {
        state = 'open';
        return;
      }
      state = 'closing';
      await close();
    } catch (thrown) {
      process.stderr.write(`while closing: ${problemToTell(thrown).detail ?? ''}\n`);
    }
    state = 'closed';
    app.quit();
  }
}
