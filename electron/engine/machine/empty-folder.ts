import { lstatSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isUnanswered } from './unanswered.ts';

const made: string[] = [];

/**
 * An empty folder that only this user can write to, one for this process. A program without a
 * working folder of its own is started there: Python, and Windows itself, take modules and
 * programs from where they are started before they look anywhere else.
 */
export function emptyFolder(): string {
  const known = made.at(-1);
  // Temporary folders are swept while a window is open for weeks.
  if (known !== undefined && isOurs(known)) return known;
  if (made.length === 0) process.once('exit', () => made.forEach(removeEmpty));
  try {
    const folder = mkdtempSync(path.join(tmpdir(), 'attention-doctor-empty-'));
    made.push(folder);
    return folder;
  } catch (thrown) {
    if (!isUnanswered(thrown)) throw thrown;
    // Without a temporary folder: only the administrator can write there.
    return path.parse(process.execPath).root;
  }
}

/** Who else may have made a folder of this name meanwhile is not trusted. */
function isOurs(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  const own = process.getuid?.();
  return stats?.isDirectory() === true && (own === undefined || stats.uid === own);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (thrown) {
    // Still somebody's working folder (Windows), or swept away already.
    if (!isUnanswered(thrown)) throw thrown;
  }
}
