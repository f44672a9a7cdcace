import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

export type TreeOptions = {
  /** Paths (with forward slashes, relative to the root) to leave out with all below them. */
  ignore?: (path: string) => boolean;
  /** With the time of the last change, to the nanosecond: nothing was even written again. */
  times?: boolean;
};

/** One line for each thing below a folder: kind, mode, size, hash or link target, path. */
export async function describeTree(root: string, options: TreeOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  await describe(root, '', options, lines);
  return lines;
}

/** A digest of a whole folder: two equal ones prove that nothing in it changed. */
export async function digestTree(root: string, options: TreeOptions = {}): Promise<string> {
  const lines = await describeTree(root, options);
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** For describeTree: the bytecode that Python itself writes when it imports something. */
export function isBytecode(path: string): boolean {
  return path.endsWith('/__pycache__') || path.endsWith('.pyc');
}

async function describe(
  root: string,
  folder: string,
  options: TreeOptions,
  lines: string[],
): Promise<void> {
  const names = (await readdir(join(root, folder))).sort();
  for (const name of names) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (options.ignore?.(path) === true) continue;
    const full = join(root, path);
    const info = await lstat(full, { bigint: true });
    const changed = options.times ? ` ${info.mtimeNs}` : '';
    const mode = `${(info.mode & 0o7777n).toString(8)}${changed}`;
    if (info.isSymbolicLink()) {
      lines.push(`link ${await readlink(full)} ${path}`);
    } else if (info.isDirectory()) {
      lines.push(`folder ${mode} ${path}`);
      await describe(root, path, options, lines);
    } else if (info.isFile()) {
      const hash = createHash('sha256')
        .update(await readFile(full))
        .digest('hex');
      lines.push(`file ${mode} ${info.size} ${hash} ${path}`);
    } else {
      lines.push(`other ${mode} ${path}`);
    }
  }
}
