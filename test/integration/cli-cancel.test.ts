import { afterEach, describe, expect, test } from 'vitest';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  makeSandbox,
  readAnswer,
  runCliJson,
  startCli,
  type Sandbox,
} from '../support/command-line.ts';
import type { TestEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { programsNaming } from '../support/processes.ts';
import { makeComfyUiClone, makeScenario } from '../support/scenarios.ts';
import { digestTree } from '../support/tree-digest.ts';
import { standardCatalogue } from '../support/wheels/catalogue.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';

/** An index whose xFormers is large enough to be caught in mid-download. */
async function indexWithBigWheel(): Promise<IndexServer> {
  const catalogue = standardCatalogue();
  const big = xformersWheel({
    version: '0.0.29.post3',
    torch: '2.6.0+cu124',
    padding: 3_000_000,
  });
  for (const [name, wheels] of Object.entries(catalogue)) {
    catalogue[name] = wheels.map((wheel) => (wheel.fileName === big.fileName ? big : wheel));
  }
  return startIndex({ catalogue });
}

const wheelRequest = /^GET .*xformers-0\.0\.29\.post3.*\.whl$/;
const isWheelRequest = (line: string): boolean => wheelRequest.test(line);

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

let index: IndexServer;
afterEach(() => index.close());

/** Starts a repair whose download will never end, and waits until it is in the middle of it. */
async function repairInMidDownload(sandbox: Sandbox, environment: TestEnvironment) {
  const cli = startCli(sandbox, ['fix', environment.root, '--yes', '--json']);
  // The size is asked for when the plan is made: what is downloaded from then on is the repair's.
  await until(() => index.requests.some((line) => line.startsWith('HEAD ')));
  const planned = index.requests.filter(isWheelRequest).length;
  index.setFaults({ hangAfterBytes: 500_000 });
  await until(() => index.requests.filter(isWheelRequest).length > planned);
  return cli;
}

describe('cancelling', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s in mid-download: nothing changed, pip is gone, exit 130',
    async (signal) => {
      index = await indexWithBigWheel();
      const environment = await makeScenario('mismatched');
      const before = await digestTree(environment.root);
      const cli = await repairInMidDownload(await makeSandbox(index), environment);
      cli.process.kill(signal);
      const run = await cli.ended;
      expect([run.exitCode, readAnswer(run).at('outcome')]).toEqual([130, 'cancelled']);
      expect(run.stderr).toContain('Cancelling.');
      expect(await programsNaming(environment.root)).toEqual([]);
      expect(await digestTree(environment.root)).toBe(before);
    },
  );

  test('while the plan is being made: a problem that says so', async () => {
    index = await indexWithBigWheel();
    index.setFaults({ hangAfterBytes: 0, bytesPerSecond: 1 });
    const environment = await makeScenario('mismatched');
    const cli = startCli(await makeSandbox(index), ['plan', environment.root, '--json']);
    await cli.said('Find the exact packages');
    cli.process.kill('SIGINT');
    const run = await cli.ended;
    expect([run.exitCode, readAnswer(run).at('problem', 'code')]).toEqual([130, 'cancelled']);
    expect(await programsNaming(environment.root)).toEqual([]);
  });
});

describe('refused with exit 5', () => {
  test('while another process repairs the same environment', async () => {
    index = await indexWithBigWheel();
    const sandbox = await makeSandbox(index);
    const environment = await makeScenario('mismatched');
    const first = await repairInMidDownload(sandbox, environment);
    // pip is downloading for the first one; the second one plans from an index that works again.
    index.setFaults({});
    const second = await runCliJson(sandbox, ['fix', environment.root, '--yes']);
    expect([second.exitCode, second.at('problem', 'code')]).toEqual([5, 'environment-locked']);
    first.process.kill('SIGTERM');
    expect((await first.ended).exitCode).toBe(130);
  });

  test('while ComfyUI runs from there; its process is left alone', async () => {
    index = await startIndex();
    const { root, environment } = await makeComfyUiClone('mismatched');
    const before = await digestTree(root);
    const comfyui = spawn(environment.python, ['-B', 'main.py'], { cwd: root });
    await once(comfyui.stdout, 'data');
    const sandbox = await makeSandbox(index);
    const run = await runCliJson(sandbox, ['fix', root, '--yes']);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([5, 'comfyui-running']);
    expect(comfyui.exitCode).toBeNull();
    comfyui.kill();
    await once(comfyui, 'exit');
    expect(await digestTree(root)).toBe(before);
  });
});
