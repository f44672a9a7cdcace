import type { Locator } from './locator.ts';
import { gitClone } from './git-clone.ts';

/**
 * The most particular first: a folder is of the first kind that recognises it, and a clone
 * is what is left.
 */
export const locators: readonly Locator[] = [gitClone];
