import { Worker } from 'node:worker_threads';
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
    endEvenIfStuck();
    app.quit();
  }
}

/** Milliseconds after which a window that is closed and a program that is not are too far apart. */
const patience = 15_000;

/**
 * Chromium was seen spinning for ever on its own way out, where no timer of the main thread runs any
 * more. By then the engine is closed and everything is kept, so nothing is lost by ending it.
 */
function endEvenIfStuck(): void {
  const lastWord = `setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${patience})`;
  new Worker(lastWord, { eval: true }).unref();
}
