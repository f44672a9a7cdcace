import { app, dialog, type BrowserWindow, type RenderProcessGoneDetails } from 'electron';

export type CrashTold = { title: string; sentence: string };

/** Milliseconds: a page that is gone again so soon would only go on going. */
const tooSoon = 60_000;

/**
 * A mistake of ours in the main process ends the app, since nobody knows what of it still holds: it is
 * noted and said first. A promise that nobody minds is only noted.
 */
export function endOnMistake(note: (thrown: unknown) => void, told: () => CrashTold): void {
  process.on('uncaughtException', (thrown) => {
    note(thrown);
    const { title, sentence } = told();
    dialog.showErrorBox(title, sentence);
    app.exit(1);
  });
  process.on('unhandledRejection', note);
}

/** A page that is gone comes back: the engine lives here, and goes on with what it does. */
export function bringPageBack(
  window: BrowserWindow,
  note: (thrown: unknown) => void,
  now: () => number = Date.now,
): void {
  let last = -Infinity;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    note(new Error(sentenceOf(details)));
    if (now() - last > tooSoon) window.webContents.reload();
    last = now();
  });
}

function sentenceOf({ reason, exitCode }: RenderProcessGoneDetails): string {
  return `the page is gone: ${reason}, code ${exitCode}`;
}
