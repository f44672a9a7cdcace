import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fromRoot } from './paths.mjs';

/**
 * Runs `work` while no other process of this checkout builds the same target: several
 * `npm run cli` may start at once on a fresh clone.
 * @param {string} name
 * @param {() => Promise<void>} work
 */
export async function withBuildLock(name, work) {
  const file = fromRoot('out', `.building-${name}`);
  mkdirSync(fromRoot('out'), { recursive: true });
  while (!take(file)) await wait(100);
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  // An owner that was just born may not have written its number yet.
  return age > 2000 && !isAlive(ownerOf(file));
}

/** @param {string} file */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    // Released between our two looks at it.
    return process.pid;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
