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

/**
 * What still runs of the programs that name this path: those that change something at once, those
 * that only read after a minute. A reader that outlived its parent harms nobody as long as it ends.
 */
export async function programsLeft(path: string): Promise<string[]> {
  const until = Date.now() + 60_000;
  for (;;) {
    const running = await programsNaming(path);
    const writing = running.filter((words) => !isReader(words));
    if (writing.length > 0) return writing;
    if (running.length === 0 || Date.now() > until) return running;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** A dry run of pip, a question about its settings, and a program that a Python is fed (`-`). */
function isReader(words: string): boolean {
  return / --dry-run | config | - attention-doctor-/.test(words);
}
