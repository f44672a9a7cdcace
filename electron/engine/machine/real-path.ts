import { realpath } from 'node:fs';
import * as fs from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeOf } from './read-file.ts';

/** Node's own way, link by link; the other asks the system for all of it at once. */
const byLinks = promisify(realpath);

/**
 * Where a path leads. Windows cannot say it on every disk (a RAM disk, a file system of somebody
 * else) nor Wine for long paths: then the links are followed one by one.
 */
export async function realPathOf(file: string): Promise<string> {
  return fs.realpath(file).catch((error: unknown) => {
    if (process.platform === 'win32' && codeOf(error) === 'UNKNOWN') return byLinks(file);
    throw error;
  });
}
