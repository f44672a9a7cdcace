import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFoldersNow } from '../../engine/machine/make-folders.ts';
import { isUnanswered } from '../../engine/machine/unanswered.ts';

/**
 * Where Chromium keeps its own files: below our state folder, so that a second copy with another
 * folder is another app. Where nothing can be written there (read-only, full, gone) the window opens
 * all the same, with a folder for this time alone.
 */
export function userDataFolder(stateFolder: string): string {
  const folder = path.join(stateFolder, 'desktop');
  try {
    // The engine keeps the rest of that folder private, but comes later.
    makeFoldersNow(folder, 0o700);
    return folder;
  } catch (thrown) {
    if (!isUnanswered(thrown)) throw thrown;
    return mkdtempSync(path.join(tmpdir(), 'attention-doctor-desktop-'));
  }
}
