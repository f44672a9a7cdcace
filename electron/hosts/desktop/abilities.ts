import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import type { Language, MethodResult } from '../../../shared/contract.ts';
import type { Platform } from '../../../shared/facts.ts';
import { message, translate, type MessageKey } from '../../../shared/messages/index.ts';
import { fail } from '../../../shared/problem.ts';
import type { Abilities, SavedBundle } from '../handlers.ts';
import { partsOf } from '../parts.ts';
import { appVersion } from '../version.ts';

/** What the desktop adds to the engine: native dialogs and the user's own browser. */
export function desktopAbilities(
  window: BrowserWindow,
  platform: Platform,
  language: () => Language,
): Abilities {
  const say = (key: MessageKey) => translate(language(), message(key));
  return {
    host: 'desktop',
    version: appVersion,
    platform,
    pickFolder: async () => {
      const answer = await dialog.showOpenDialog(window, {
        title: say('host.pick-folder.title'),
        properties: ['openDirectory', 'dontAddToRecent'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    pickWheel: async () => {
      const answer = await dialog.showOpenDialog(window, {
        title: say('host.pick-wheel.title'),
        defaultPath: app.getPath('downloads'),
        filters: [{ name: say('host.pick-wheel.kind'), extensions: ['whl'] }],
        properties: ['openFile', 'dontAddToRecent'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    saveBundle: async (bundle) => {
      const answer = await dialog.showSaveDialog(window, {
        title: say('host.save-bundle.title'),
        defaultPath: path.join(app.getPath('downloads'), bundle.fileName),
        filters: [{ name: 'ZIP', extensions: ['zip'] }],
      });
      if (answer.canceled || !answer.filePath) return { answer: { kind: 'closed' }, savedAt: null };
      return { answer: await copyBundle(bundle, answer.filePath), savedAt: answer.filePath };
    },
    showFile: (file) => shell.showItemInFolder(file),
    parts: partsOf(['electron', 'chrome', 'node']),
    // Only addresses of shared/links.ts come here: the page names them, it never makes them.
    openLink: async (url) => {
      await shell.openExternal(url);
      return null;
    },
  };
}

async function copyBundle(bundle: SavedBundle, file: string): Promise<MethodResult<'saveBundle'>> {
  try {
    await copyFile(bundle.path, file);
  } catch (thrown) {
    fail('output-unwritable', { params: { path: file }, detail: String(thrown) });
  }
  return { kind: 'saved', fileName: path.basename(file) };
}
