import { ipcMain, type BrowserWindow } from 'electron';
import { methods, type Handlers } from '../../../shared/contract.ts';
import type { OperationEvent } from '../../../shared/operation.ts';
import { dispatch } from '../dispatch.ts';
import { assertTrusted } from './trusted-sender.ts';

/** Answers the calls of our page. `handlers` may come later than the first call. */
export function answerCalls(window: BrowserWindow, handlers: Promise<Handlers>): void {
  for (const method of methods) {
    ipcMain.handle(`attention-doctor:${method}`, async (event, params: unknown) => {
      assertTrusted(event, window);
      return dispatch(await handlers, method, params);
    });
  }
}

/** Hands one event of the engine to the page. */
export function sendEvent(window: BrowserWindow, event: OperationEvent): void {
  if (!window.isDestroyed()) window.webContents.send('attention-doctor:event', event);
}
