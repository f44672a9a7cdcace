import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefixOfAll = 'attention-doctor-test-';
let swept: Promise<void> | null = null;
const made: string[] = [];

/**
 * A temporary folder of the tests. Test runners end their workers without a goodbye, so each new
 * process removes what processes that are gone have left.
 */
export async function makeTemporaryFolder(purpose: string): Promise<string> {
  swept ??= removeLeftovers();
  await swept;
  const folder = await mkdtemp(join(tmpdir(), `${prefixOfAll}${process.pid}-${purpose}-`));
  made.push(folder);
  return folder;
}

/** For runs that repeat tests thousands of times: removes what this test file has made. */
export async function removeTemporaryFolders(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
}

async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${prefixOfAll}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // Gone, or somebody else's: their folders could not be removed anyway.
    return false;
  }
}
