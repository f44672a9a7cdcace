import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeComfyUi } from '../support/comfyui.ts';
import { makeSandbox, runCli, runCliJson, type Sandbox } from '../support/command-line.ts';

/** Looks up a name in a list of nothing, as a mistake does, as soon as this file is opened. */
async function breakAt(sandbox: Sandbox, file: string): Promise<Record<string, string>> {
  const patch = join(sandbox.folder, 'break.cjs');
  await writeFile(
    patch,
    `const fs = require('node:fs');
const { open } = fs;
fs.open = (file, ...rest) => {
  if (file === ${JSON.stringify(file)}) return undefined.name;
  return open(file, ...rest);
};
`,
  );
  return { ...sandbox.environment, NODE_OPTIONS: `--require ${JSON.stringify(patch)}` };
}

test('a part that breaks is told, is in the log, and costs the exit code 0', async () => {
  const sandbox = await makeSandbox();
  const install = await makeComfyUi({ at: join(sandbox.home, 'ComfyUI') });
  const file = join(sandbox.home, '.config', 'comfy-cli', 'config.ini');
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, '[DEFAULT]\n');
  const find = ['find', '--root', sandbox.home];
  expect((await runCli(sandbox, find)).exitCode).toBe(0);
  const broken = { ...sandbox, environment: await breakAt(sandbox, file) };

  const answer = await runCliJson(broken, find);
  expect(answer.exitCode).toBe(1);
  expect(answer.each('installs', 'sourceRoot')).toEqual([install]);
  expect(answer.at('problems', 0, 'code')).toBe('part-broken');
  expect(answer.at('problems', 0, 'message')).toContain('comfy_cli');
  expect(answer.at('problems', 0, 'detail')).toMatch(/TypeError.*\n\s+at /);

  const told = await runCli(broken, [...find, '--lang', 'zh-CN']);
  expect(told.exitCode).toBe(1);
  expect(told.stdout).toContain(install);
  expect(told.stderr).toContain('注意力医生在其中一个部分自己出错了：comfy_cli。');
  const log = await readFile(join(sandbox.state, 'logs', 'attention-doctor.log'), 'utf8');
  expect(log).toMatch(/broken .*part-broken.*TypeError/);
});
