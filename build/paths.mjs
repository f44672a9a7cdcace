import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The top of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A path below the top of the checkout. @param {...string} parts */
export function fromRoot(...parts) {
  return path.join(root, ...parts);
}
