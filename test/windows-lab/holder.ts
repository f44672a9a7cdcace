import { mustRunInLab, startPythonInLab, windowsPath } from './lab.mjs';

export type Holder = {
  /** Its number as Windows counts. */
  pid: number;
  close: () => Promise<void>;
};

/** A Windows program that does this (lines of Python) and stays; its Python is another one unless given. */
export async function startHolder(lines: readonly string[], python?: string): Promise<Holder> {
  const program = python ?? `${windowsPath(await mustRunInLab(['python-folder']))}\\python.exe`;
  // It ends when its standard input does: so it also ends with this process.
  const source = [...lines, 'import os, sys', 'print(os.getpid(), flush=True)', 'sys.stdin.read()'];
  const child = startPythonInLab(program, ['-B', '-c', source.join('\n')]);
  const exited = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const pid = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(Number(text.toString())));
    void exited.then(() => reject(new Error('the program that should hold a file ended')));
  });
  const close = (): Promise<void> => {
    child.stdin.end();
    return exited;
  };
  return { pid, close };
}
