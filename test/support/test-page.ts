import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A renderer folder with one page and one script, for tests that need no real renderer. */
export async function makeTestPage(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'attention-doctor-page-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>test page</title>');
  await writeFile(path.join(folder, 'assets', 'main-abc123.js'), 'export {};');
  return folder;
}
