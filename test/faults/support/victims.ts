import { readdir, readFile, readlink } from 'node:fs/promises';

/** Programs whose command line or working folder lies below this folder. Linux only. */
export async function programsIn(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of (await readdir('/proc')).filter((each) => /^\d+$/.test(each))) {
    const words = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const cwd = await readlink(`/proc/${name}/cwd`).catch(() => '');
    if (words.includes(folder) || cwd.startsWith(folder)) found.push(Number(name));
  }
  return found;
}

/** Ends it as the kernel does when memory runs out; one that has ended is no failure. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone by itself
  }
}
