import { readdir, readFile } from 'node:fs/promises';

/** Command lines of running programs that name this path. Linux only. */
export async function programsNaming(path: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // A program that has just ended has no file any more.
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (text.includes(path)) found.push(text.split('\0').join(' ').trim());
  }
  return found;
}
