import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  feedCli,
  makeSandbox,
  readAnswer,
  runCli,
  runCliJson,
  startCli,
  type Sandbox,
} from '../support/command-line.ts';
import {
  chatter,
  healthyStart,
  markupInside,
  mismatchedStart,
  outOfMemory,
} from '../support/sample-logs.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await makeSandbox();
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const location = join(sandbox.folder, name);
  await writeFile(location, content);
  return location;
}

describe('log', () => {
  test('names the root cause with its line, and leaves nothing behind', async () => {
    const log = await file('comfy ui 日志.log', mismatchedStart());
    const answer = await runCliJson(sandbox, ['log', log]);
    expect([answer.exitCode, answer.stderr]).toEqual([1, '']);
    expect(answer.document).toMatchObject({
      schema: 1,
      verdict: 'problem',
      log: { name: 'comfy ui 日志.log', lines: 13 },
      summary: { torch: '2.6.0+cu124', xformers: '0.0.27', gpu: 'NVIDIA GeForce RTX 4090' },
    });
    const finding = answer.at('findings', 0);
    expect(finding).toMatchObject({
      cause: 'xformers_torch_mismatch',
      fixKind: 'upgrade_xformers_matching_torch',
      severity: 'error',
      confidence: 'high',
      consequence: false,
    });
    for (const field of ['explanation', 'advice', 'title']) {
      expect(answer.at('findings', 0, field)).toMatch(/\S{3,} \S+/);
    }
    expect(answer.at('findings', 0, 'evidence')).toContainEqual(
      expect.objectContaining({
        line: 8,
        text: expect.stringContaining('you have 2.6.0+cu124') as string,
        signature: expect.stringMatching(/^[A-Z0-9_]+$/) as string,
      }),
    );
    await expect(readdir(sandbox.state)).rejects.toThrow('ENOENT');
  });

  test('reads what is piped in, in the language asked for', async () => {
    const run = await feedCli(sandbox, ['log', '-', '--lang', 'zh-CN'], mismatchedStart());
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('xFormers 与当前 PyTorch 版本不匹配');
    expect(run.stdout).toMatch(/第 8 行：.*2\.3\.1\+cu121/);
    const json = await feedCli(sandbox, ['log', '-', '--json'], mismatchedStart());
    expect(readAnswer(json).at('log', 'name')).toBeNull();
  });

  test('says which attention the last picture used, and whether it was asked for', async () => {
    const text = [
      'python main.py --use-sage-attention',
      'Using sage attention',
      'got prompt',
      'Error running sage attention: Unsupported head_dim: 40, using pytorch attention instead.',
      'Prompt executed in 20.12 seconds',
    ].join('\n');
    const answer = readAnswer(await feedCli(sandbox, ['log', '-', '--json'], text));
    const backend = { asked: 'sage', started: 'sage', last: 'pytorch' };
    expect(answer.at('backend')).toEqual(backend);
    const said = await feedCli(sandbox, ['log', '-'], text);
    expect(said.stdout.replaceAll(/\s+/g, ' ')).toContain('the launch flags ask for SageAttention');
  });

  test.each([
    ['healthy', 0, healthyStart()],
    ['not_attention', 1, outOfMemory()],
    ['problem', 1, `${chatter(3000)}\n${mismatchedStart()}${chatter(3000)}`],
  ])('%s ends with %i', async (verdict, exitCode, text) => {
    const answer = readAnswer(await feedCli(sandbox, ['log', '-', '--json'], text));
    expect([answer.at('verdict'), answer.exitCode]).toEqual([verdict, exitCode]);
  });

  test('a text that says nothing is not called healthy', async () => {
    const answer = readAnswer(await feedCli(sandbox, ['log', '-', '--json'], chatter(40)));
    expect([answer.at('verdict') === 'healthy', answer.exitCode]).toEqual([false, 1]);
  });

  test('UTF-16, as PowerShell writes it, says the same', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(mismatchedStart(), 'utf16le'),
    ]);
    const log = await file('powershell.log', utf16);
    const answer = await runCliJson(sandbox, ['log', log]);
    expect(answer.each('findings', 'cause')[0]).toBe('xformers_torch_mismatch');
  });

  test('what else is known is taken along; names that are not known are passed over', async () => {
    const facts = await file(
      'facts.json',
      '\uFEFF{"torch": "2.6.0+cu124", "xformers": "0.0.27", "pet": 7}',
    );
    const log = await file('short.log', 'Using pytorch attention\n');
    const answer = await runCliJson(sandbox, ['log', log, '--facts', facts]);
    expect(answer.at('summary')).toMatchObject({ torch: '2.6.0+cu124' });
  });

  test('a log cannot steer the terminal', async () => {
    const text = markupInside().replace('<b>', '\u0007\u001b]0;owned\u0007\u202e<b>');
    const run = await feedCli(sandbox, ['log', '-'], text);
    // eslint-disable-next-line no-control-regex -- what must not come out
    expect(run.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(run.stdout).toContain('sageattention');
  });
});

describe('bad input', () => {
  test.each([
    ['nowhere.log', 2, 'not-found', 'There is nothing at nowhere.log.'],
    ['folder', 2, 'not-a-file', 'folder is a folder, not a file.'],
    ['empty.log', 2, 'log-empty', 'There is nothing in this log.'],
    ['blank.log', 2, 'log-empty', 'There is nothing in this log.'],
  ])('%s', async (name, exitCode, code, sentence) => {
    await mkdir(join(sandbox.folder, 'folder'), { recursive: true });
    await file('empty.log', '');
    await file('blank.log', '\n  \r\n');
    await expectRefusal(['log', name], exitCode, code, sentence);
  });

  test.each([
    ['missing.json', null, 'not-found', 'There is nothing at missing.json.'],
    ['text.json', 'torch 2.6', 'facts-unreadable', 'text.json does not hold the facts'],
    ['list.json', '["torch"]', 'facts-unreadable', 'list.json does not hold the facts'],
    ['null.json', 'null', 'facts-unreadable', 'null.json does not hold the facts'],
    ['number.json', '{"torch": 2.6}', 'facts-wrong-type', 'the value of “torch” is not a text.'],
  ])('facts: %s', async (name, content, code, sentence) => {
    await file('good.log', healthyStart());
    if (content !== null) await file(name, content);
    await expectRefusal(['log', 'good.log', '--facts', name], 2, code, sentence);
  });

  test('a log without an end is let go on Ctrl-C', async () => {
    const started = startCli(sandbox, ['log', '/dev/zero', '--json']);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    started.process.kill('SIGINT');
    const answer = readAnswer(await started.ended);
    expect([answer.exitCode, answer.at('problem', 'code')]).toEqual([130, 'cancelled']);
  });
});

async function expectRefusal(
  words: string[],
  exitCode: number,
  code: string,
  sentence: string,
): Promise<void> {
  const run = await runCli(sandbox, words);
  expect([run.exitCode, run.stdout]).toEqual([exitCode, '']);
  expect(run.stderr).toContain(sentence);
  const json = await runCliJson(sandbox, words);
  expect([json.exitCode, json.at('problem', 'code'), json.stderr]).toEqual([exitCode, code, '']);
  expect(json.at('findings')).toBeUndefined();
}
