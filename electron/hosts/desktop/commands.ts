import { ipcMain, type BrowserWindow } from 'electron';
import type { HostCommand } from '../../../shared/host-command.ts';
import { assertTrusted } from './trusted-sender.ts';

export type Commands = { tell: (command: HostCommand) => void };

/** What the page is asked to do; kept until it listens, as after a start or a reload. */
export function createCommands(window: BrowserWindow): Commands {
  let waiting: HostCommand[] = [];
  let listens = false;
  const send = (command: HostCommand): void => {
    if (!window.isDestroyed()) window.webContents.send('attention-doctor:command', command);
  };
  // Another address of the same page is no navigation: it goes on listening.
  window.webContents.on('did-navigate', () => {
    listens = false;
  });
  ipcMain.handle('attention-doctor:listens', (event) => {
    assertTrusted(event, window);
    listens = true;
    waiting.forEach(send);
    waiting = [];
  });
  return {
    tell: (command) => {
      if (listens) send(command);
      else waiting.push(command);
    },
  };
}
