import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folders.ts';

/** A setup file: nothing is left of a test file when it ends. */
afterAll(removeTemporaryFolders);
