import { createHash } from 'node:crypto';
import path from 'node:path';
import type { System } from '../machine/system.ts';

/** The same folder gets the same id on every start; Windows does not tell case apart. */
export function idOf(
  system: System,
  kind: 'install' | 'python' | 'folder' | 'wheel',
  location: string,
): string {
  const normal = path.resolve(location);
  const key = system.platform === 'win32' ? normal.toLowerCase() : normal;
  return `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
}
