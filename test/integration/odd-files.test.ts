import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { toProblem, type Problem } from '../../shared/problem.ts';
import { makeDeadMount, makePipe } from '../support/odd-files.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

const { files } = createNodeSystem();
const mebibyte = 1024 * 1024;

const problemOf = (act: Promise<unknown>): Promise<Problem | null> =>
  act.then(() => null, toProblem);

async function makeSocket(file: string): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(file, resolve));
  onTestFinished(() => void server.close());
  return file;
}

async function linkTo(target: string): Promise<string> {
  const file = join(await makeTemporaryFolder('link'), 'pyvenv.cfg');
  await symlink(target, file);
  return file;
}

const folder = await makeTemporaryFolder('odd');

describe.skipIf(process.platform === 'win32')('what is no ordinary file', () => {
  const odd = [
    ['a pipe', () => makePipe(join(folder, 'pipe'))],
    ['a link to a pipe', async () => linkTo(await makePipe(join(folder, 'other-pipe')))],
    ['a socket', () => makeSocket(join(folder, 'socket'))],
    ['a link to /dev/zero', () => linkTo('/dev/zero')],
    ['a link to /dev/random', () => linkTo('/dev/random')],
    ['a link to a terminal', () => linkTo('/dev/tty')],
    ['a folder', async () => folder],
  ] as const;

  it.each(odd)('%s is read as nothing, and neither copied nor hashed', async (_, make) => {
    const file = await make();
    expect([await files.readText(file), await files.readBytes(file)]).toEqual([null, null]);
    expect((await problemOf(files.sha256(file)))?.code).toMatch(/^no-ordinary-file$/);
    expect(await problemOf(files.copyFile(file, join(folder, 'copy')))).toMatchObject({
      code: 'no-ordinary-file',
      params: { path: file },
    });
    expect(await files.info(join(folder, 'copy'))).toBeNull();
    await files.info(file);
    await files.list(file);
  });

  it.runIf(process.platform === 'linux')('a file of /proc that never ends', async () => {
    // Only root may open it; for others it is access denied, which is an end as well.
    const kernelLog = await problemOf(files.readText('/proc/kmsg'));
    expect([undefined, 'permission-denied']).toContain(kernelLog?.code);
    const pages = await problemOf(files.readText(await linkTo('/proc/self/pagemap')));
    expect([undefined, 'file-too-large', 'permission-denied']).toContain(pages?.code);
  });

  it.runIf(process.platform === 'linux')('a file that says it has no bytes is read', async () => {
    expect(await files.readText('/proc/self/mounts')).toBe(
      await readFile('/proc/self/mounts', 'utf8'),
    );
    expect((await files.readText(`/proc/${process.pid}/environ`))?.length).toBeGreaterThan(0);
  });
});

describe('how much is read', () => {
  async function fileOf(bytes: number): Promise<string> {
    const file = join(await makeTemporaryFolder('size'), 'RECORD');
    await writeFile(file, '');
    await truncate(file, bytes);
    return file;
  }

  it('up to the limit all of it, beyond it a Problem that says so', async () => {
    expect((await files.readBytes(await fileOf(16 * mebibyte)))?.length).toBe(16 * mebibyte);
    const file = await fileOf(16 * mebibyte + 1);
    expect(await problemOf(files.readText(file))).toEqual({
      code: 'file-too-large',
      params: { path: file, limit: 16 },
    });
    expect((await files.readBytes(file, { limit: 32 * mebibyte }))?.length).toBe(16 * mebibyte + 1);
    const huge = await fileOf(6 * 1024 * mebibyte);
    expect((await problemOf(files.readBytes(huge)))?.code).toBe('file-too-large');
  });

  it.each([0, 1, 100, 64 * 1024, 64 * 1024 + 1, 300_000])('%i bytes as they are', async (size) => {
    const file = join(await makeTemporaryFolder('size'), 'file');
    const bytes = Buffer.alloc(size, 'äbc');
    await writeFile(file, bytes);
    expect(Buffer.compare((await files.readBytes(file)) ?? Buffer.alloc(1), bytes)).toBe(0);
    expect(await files.sha256(file)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('the end of a longer one, where only that is wanted', async () => {
    const file = await fileOf(20 * mebibyte);
    await appendFile(file, 'the end');
    expect(await files.readText(file, { limit: 7, onlyEnd: true })).toBe('the end');
    expect(await files.readText(file, { limit: 0, onlyEnd: true })).toBe('');
  });
});

describe('reading in parts', () => {
  it('answers what stands at a place, fewer bytes at the end, and never too many at once', async () => {
    const file = join(await makeTemporaryFolder('parts'), 'file');
    await writeFile(file, 'one two three');
    const opened = await files.openFile(file);
    expect(opened?.bytes).toBe(13);
    expect(Buffer.from((await opened?.read(4, 3)) ?? []).toString()).toBe('two');
    expect(Buffer.from((await opened?.read(8, 100)) ?? []).toString()).toBe('three');
    expect(await opened?.read(20, 4)).toHaveLength(0);
    const tooMuch = opened?.read(0, 16 * 1024 * 1024 + 1) ?? Promise.resolve();
    expect((await problemOf(tooMuch))?.code).toBe('file-too-large');
    await opened?.close();
  });

  it('is nothing for what is not there or no ordinary file', async () => {
    const folder = await makeTemporaryFolder('parts');
    expect(await files.openFile(join(folder, 'nothing'))).toBeNull();
    expect(await files.openFile(folder)).toBeNull();
    expect(await files.openFile(await makePipe(join(folder, 'pipe')))).toBeNull();
  });
});

describe('how long is waited', () => {
  it('a mount that does not answer times out, is not asked again, and a cancel ends it', async (test) => {
    const mount = await makeDeadMount();
    if (!mount) return test.skip('only root may mount');
    onTestFinished(() => mount.close());
    const begin = performance.now();
    const file = join(mount.folder, 'ComfyUI', 'pyvenv.cfg');
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 200);
    expect(await problemOf(files.readText(file, { signal: abort.signal }))).toEqual({
      code: 'cancelled',
    });
    expect(await problemOf(files.list(mount.folder, { timeLimit: 300 }))).toEqual({
      code: 'timed-out',
      params: { seconds: 1 },
      detail: mount.folder,
    });
    expect((await problemOf(files.readText(file)))?.code).toBe('timed-out');
    expect((await problemOf(files.info(mount.folder)))?.code).toBe('timed-out');
    expect(performance.now() - begin).toBeLessThan(3000);
    // Beside it everything answers as before.
    await mkdir(join(folder, 'beside'));
    expect(await files.list(join(folder, 'beside'))).toEqual([]);
    expect((await stat(folder)).isDirectory()).toBe(true);
  });
});
