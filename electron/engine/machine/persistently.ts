import { codeOf } from './read-file.ts';
import { pause } from './end-process-tree.ts';

/** Milliseconds between the tries: three seconds in all. */
const pauses = [50, 100, 200, 400, 800, 1500];

/**
 * On Windows a virus scanner or the search index may have a file open for a moment, just after it
 * was written or when it is looked at: then it can be neither renamed nor removed. Elsewhere, and
 * for every other failure, there is one try.
 */
export async function persistently<T>(
  act: () => Promise<T>,
  { platform = process.platform, waits = pauses } = {},
): Promise<T> {
  for (const wait of platform === 'win32' ? waits : []) {
    try {
      return await act();
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error) ?? '')) throw error;
      await pause(wait);
    }
  }
  return act();
}
