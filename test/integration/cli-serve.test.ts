import { beforeAll, expect, test } from 'vitest';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSandbox, runCliJson, startCli, type Sandbox } from '../support/command-line.ts';
import { enter } from '../support/web-visitor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await makeSandbox();
});

test('serve prints the one-time address, answers on 127.0.0.1, and ends with Ctrl-C', async () => {
  const cli = startCli(sandbox, ['serve', '--no-open']);
  await cli.said('Press Ctrl-C to stop.');
  const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(cli.written().stdout)?.[0] ?? '';
  const answer = await fetch(address, { redirect: 'manual' });
  expect(answer.status).toBeLessThan(400);
  const { port } = new URL(address);
  const taken = await runCliJson(sandbox, ['serve', '--no-open', '--port', port]);
  expect(taken.exitCode).toBe(2);
  expect(taken.at('problem', 'message')).toBe(`Port ${port} is in use, or may not be used.`);
  cli.process.kill('SIGINT');
  expect((await cli.ended).exitCode).toBe(0);
});

/** A desktop whose opener writes down the words it was started with. */
async function desktopSandbox(): Promise<{ sandbox: Sandbox; words: () => Promise<string> }> {
  const plain = await makeSandbox();
  const tools = join(plain.folder, 'tools');
  await mkdir(tools);
  const seen = join(plain.folder, 'words');
  for (const name of ['xdg-open', 'open']) {
    await writeFile(join(tools, name), `#!/bin/sh\nprintf '%s' "$*" > '${seen}'\n`);
    await chmod(join(tools, name), 0o755);
  }
  const PATH = `${tools}:${plain.environment['PATH'] ?? ''}`;
  const sandbox = { ...plain, environment: { ...plain.environment, PATH, DISPLAY: ':0' } };
  const words = async (): Promise<string> => {
    for (;;) {
      const text = await readFile(seen, 'utf8').catch(() => '');
      if (text !== '') return text;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { sandbox, words };
}

test.skipIf(process.platform === 'win32')(
  'the browser gets the address by a private file, never by words that others can read',
  async () => {
    const desktop = await desktopSandbox();
    const cli = startCli(desktop.sandbox, ['serve']);
    const words = await desktop.words();
    const printed = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(cli.written().stdout)?.[0] ?? 'none';
    expect(words).toMatch(/^file:\/\/\S+\.html$/);
    expect(words).not.toContain('token');
    const file = fileURLToPath(words);
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    const leadsTo = /url=([^"]+)"/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
    expect(leadsTo).toBe(printed);
    expect((await enter(leadsTo)).status).toBe(200);
    await expect.poll(() => stat(file).catch(() => 'gone')).toBe('gone');
    cli.process.kill('SIGINT');
    expect((await cli.ended).exitCode).toBe(0);
  },
);

test.skipIf(process.platform === 'win32')(
  'the file goes when nobody came and the host is stopped',
  async () => {
    const desktop = await desktopSandbox();
    const cli = startCli(desktop.sandbox, ['serve']);
    const file = fileURLToPath(await desktop.words());
    cli.process.kill('SIGINT');
    expect((await cli.ended).exitCode).toBe(0);
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  },
);
