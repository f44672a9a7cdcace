import path from 'node:path';
import type { System } from '../machine/system.ts';

/** Whether a path is this folder or lies in it. By letters alone; Windows does not tell case apart. */
export function isBelow(platform: System['platform'], location: string, folder: string): boolean {
  if (folder === '') return false;
  const ways = platform === 'win32' ? path.win32 : path.posix;
  const way = ways.relative(folder, location);
  return way === '' || !(/^\.\.([\\/]|$)/.test(way) || ways.isAbsolute(way));
}
