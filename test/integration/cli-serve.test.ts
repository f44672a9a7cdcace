import { beforeAll, expect, test } from 'vitest';
import { makeSandbox, runCliJson, startCli, type Sandbox } from '../support/command-line.ts';

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
