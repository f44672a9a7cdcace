import { ipcMain, type BrowserWindow } from 'electron';
import { methods, type Handlers } from '../../../shared/contract.ts';
import type { OperationEvent } from '../../../shared/operation.ts';
import { fail, type Result } from '../../../shared/problem.ts';
import { problemToTell } from '../../engine/redaction/door.ts';
import type { Engine } from '../../engine/engine.ts';
import { dispatch } from '../dispatch.ts';
import { assertTrusted } from './trusted-sender.ts';

/** What answers the page: an engine, or none where it could not start. */
export type Connection = { handlers: Handlers; engine: Engine | null };

/** Answers the calls of our page. The connection may come later than the first call. */
export function answerCalls(window: BrowserWindow, connection: Promise<Connection>): void {
  for (const method of methods) {
    ipcMain.handle(`attention-doctor:${method}`, async (event, params: unknown) => {
      assertTrusted(event, window);
      const { handlers, engine } = await connection;
      return dispatch(handlers, method, params, (thrown) => engine?.noteMistake(thrown));
    });
  }
}

/** Gives a folder that was dropped on the window an id, as the folder dialog does. */
export function answerDrops(window: BrowserWindow, engine: Promise<Engine>): void {
  ipcMain.handle('attention-doctor:folder-of-drop', async (event, location: unknown) => {
    assertTrusted(event, window);
    return resultOf(async () => {
      if (typeof location !== 'string' || location === '')
        fail('not-found', { params: { target: '?' } });
      return { folderId: (await engine).registerFolder(location) };
    });
  });
}

async function resultOf<T>(act: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (thrown) {
    return { ok: false, problem: problemToTell(thrown) };
  }
}

/** Hands one event of the engine to the page. */
export function sendEvent(window: BrowserWindow, event: OperationEvent): void {
  if (!window.isDestroyed()) window.webContents.send('attention-doctor:event', event);
}
