import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeSandbox,
  readAnswer,
  runCliJson,
  startCli,
  type Sandbox,
} from '../support/command-line.ts';
import { runPython } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeComfyUiClone } from '../support/scenarios.ts';
import { startTestEngine, type TestEngine } from '../support/test-engine.ts';

/** One ComfyUI for all of it: each step changes what the one before left. */
let index: IndexServer;
let sandbox: Sandbox;
let test: TestEngine;
let clone: Awaited<ReturnType<typeof makeComfyUiClone>>;
let targetId: string;

beforeAll(async () => {
  index = await startIndex();
  sandbox = await makeSandbox(index);
  test = await startTestEngine({ index, stateFolder: sandbox.state });
  clone = await makeComfyUiClone('healthy');
  await node('ComfyUI-Old', 'xformers==0.0.34\n');
  targetId = await test.engine.resolveTarget(clone.root);
  await test.result({ kind: 'verify', targetId }, { named: true });
});
afterAll(() => index.close());

async function node(name: string, requirements: string): Promise<string> {
  const folder = join(clone.root, 'custom_nodes', name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'requirements.txt'), requirements);
  return join(folder, 'requirements.txt');
}
const pip = (...words: string[]) =>
  runPython(clone.environment, ['-m', 'pip', ...words], index.environment());
const since = async () => {
  const { diagnosis } = await test.result({ kind: 'diagnose', targetId, static: true });
  return diagnosis.since;
};
const culprits = async () =>
  ((await since())?.drift ?? []).map(({ name, by }) => [name, by?.name, by?.confidence]);

describe('a history, with real pip', () => {
  it('takes a check that passed for the proof', async () => {
    expect(await since()).toMatchObject({ drift: [], restore: null, problem: null });
    expect((await since())?.proved).toMatch(/^(?:works-cpu|works|fits)$/);
  });

  it('is watched from the command line until a node swaps torch, and names the node', async () => {
    const watch = startCli(sandbox, ['watch', clone.root, '--interval', '1']);
    const requirements = await node('ComfyUI-Vision', 'torchvision==0.25.0\n');
    await pip('install', '-r', requirements);
    const run = await watch.ended;
    expect(run.exitCode).toBe(1);
    expect(run.stdout.trim().split('\n')).toHaveLength(1);
    expect(readAnswer(run).each('drift', 'name')).not.toEqual([]);
    expect(await culprits()).toEqual([
      ['torch', 'ComfyUI-Vision', 'likely'],
      ['torchvision', 'ComfyUI-Vision', 'likely'],
      ['triton', 'ComfyUI-Vision', 'likely'],
    ]);
    const [entry] = (await test.engine.history(targetId)).entries;
    expect(entry).toMatchObject({ kind: 'look', by: { name: 'ComfyUI-Vision' } });
  });

  it('names nobody for what a hand did, though an old node asks for just that', async () => {
    await pip('install', '--no-deps', 'xformers==0.0.34');
    expect((await culprits()).filter(([name]) => name === 'xformers')).toEqual([
      ['xformers', undefined, undefined],
    ]);
    await pip('uninstall', '--yes', 'numpy');
    expect((await culprits())[0]).toEqual(['numpy', undefined, undefined]);
  });

  it('is told by the command line, as document and as text', async () => {
    const told = await runCliJson(sandbox, ['history', clone.root]);
    expect(told.exitCode).toBe(1);
    expect(told.each('entries', 'kind')).toContain('verify');
    expect(told.at('lastGood')).toMatch(/^\d{4}-/);
    expect(told.each('drift', 'name')).toEqual([
      'numpy',
      'torch',
      'torchvision',
      'triton',
      'xformers',
    ]);
    expect(told.at('drift', 1, 'by')).toMatchObject({
      name: 'ComfyUI-Vision',
      confidence: 'likely',
      evidence: [
        'ComfyUI-Vision asks for “torchvision==0.25.0”.',
        expect.stringContaining('torch came along with it: torchvision 0.25.0'),
        expect.stringMatching(/installed or updated right before/),
      ] as unknown[],
    });
    const text = await startCli(sandbox, ['diagnose', clone.root, '--static']).ended;
    expect(text.stdout).toContain('What was proved is no longer so');
    expect(text.stdout).toContain('Probably it was ComfyUI-Vision.');
  });
});
