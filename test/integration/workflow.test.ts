import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import type { Workflow } from '../../electron/engine/proving/workflow/read-workflow.ts';
import { runWorkflow } from '../../electron/engine/proving/workflow/run-workflow.ts';
import type { Diagnosis } from '../../shared/finding.ts';
import type { Install } from '../../shared/install.ts';
import type { WorkflowRun } from '../../shared/workflow-run.ts';
import { makeComfyUi } from '../support/comfyui.ts';
import { makeEnvironment, type TestEnvironment } from '../support/environments.ts';
import { factsWith, live } from '../support/facts.ts';
import { sampleEnvironment, sampleInstall } from '../support/sample-machine.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { toyArguments, toyComfyUi } from '../support/toy-comfyui.ts';

/** A ComfyUI that is started for the work; the picture that it draws stands in a file beside it. */
let environment: TestEnvironment;
let root: string;
let state: string;
const system = createNodeSystem();

beforeAll(async () => {
  environment = await makeEnvironment({ withoutPip: true });
  root = await makeComfyUi({ at: join(await makeTemporaryFolder('workflow'), 'ComfyUI') });
  state = await makeTemporaryFolder('state');
  await writeFile(join(root, 'comfy/cli_args.py'), toyArguments);
  await writeFile(join(root, 'main.py'), toyComfyUi);
});

const sampler = (class_type: string, more: Record<string, unknown> = {}): Workflow => ({
  '3': { class_type, inputs: { seed: 4711, ...more } },
  '9': { class_type: 'SaveImage', inputs: { images: ['3', 0], filename_prefix: 'mine' } },
});

async function ran(
  workflow: Workflow,
  picture = 'plain',
  process?: Install['process'],
): Promise<WorkflowRun> {
  await writeFile(join(root, 'picture'), picture);
  const diagnosis = {
    install: sampleInstall({ sourceRoot: root, ...(process ? { process } : {}) }),
    environment: sampleEnvironment({
      executable: environment.python,
      environmentRoot: environment.root,
      kind: 'venv',
    }),
    facts: factsWith({ live: live(), comfyui: { version: '0.3.64', flags: ['--cpu'] } }),
  } as unknown as Diagnosis;
  const signal = new AbortController().signal;
  const watch = { signal, onLine: () => undefined, onProgress: () => undefined };
  const now = new Date('2026-11-30T12:00:00Z');
  const places = { folder: join(state, 'staging'), kept: join(state, 'kept'), now, watch };
  const answer = await runWorkflow(system, diagnosis, workflow, places);
  expect(await system.files.info(places.folder)).toBeNull();
  if (!process) expect(await system.processes(new RegExp(root))).toEqual([]);
  return answer;
}

describe('a workflow of the user’s', () => {
  it('runs with a fixed seed, is timed, and is compared with its last run', async () => {
    const first = await ran(sampler('KSampler'));
    expect(first).toMatchObject({ picture: 'picture', standIn: null, before: null, peakMiB: 512 });
    expect(first.similarity).toBeNull();
    expect(first.secondsPerStep).toBeGreaterThan(0.01);
    expect(first.seconds).toBeGreaterThan(first.secondsPerStep ?? 0);
    const again = await ran(sampler('KSampler'));
    expect(again.similarity).toBe(1);
    expect(again.before?.seconds).toBe(first.seconds);
    const other = await ran(sampler('KSampler'), 'other');
    expect(other.similarity).toBeLessThan(0.95);
  });

  it.each(['black', 'noise'])('ends in a picture that is %s', async (picture) => {
    expect((await ran(sampler('KSamplerAdvanced'), picture)).picture).toBe(picture);
  });

  it('lacks a model: a tiny one stands in, and says so', async () => {
    const run = await ran(sampler('KSampler', { ckpt_name: 'gone.safetensors' }));
    expect(run.standIn?.missing).toBe('model');
    expect(run.standIn?.text).toContain('gone.safetensors');
    expect(run.secondsPerStep).toBeNull();
  });

  it('runs in the ComfyUI that runs already, and leaves that running', async () => {
    const abort = new AbortController();
    const port = 40_000 + Math.floor(Math.random() * 9000);
    const words = [join(root, 'main.py'), '--port', String(port)];
    const running = system
      .run({ program: environment.python, arguments: words }, { signal: abort.signal })
      .catch(() => null);
    await expect
      .poll(() => system.localJson(`http://127.0.0.1:${port}/system_stats`, 500), {
        timeout: 20_000,
      })
      .not.toBeNull();
    const run = await ran(sampler('Another'), 'plain', { pid: 1, port, stats: null });
    const [found] = await system.processes(new RegExp(root));
    abort.abort();
    await running;
    expect(run.picture).toBe('picture');
    expect(found?.arguments).toContain(String(port));
  });

  it('breaks in ComfyUI, whose own words are told', async () => {
    await expect(ran(sampler('Breaks'))).rejects.toMatchObject({
      problem: { code: 'workflow-failed', detail: 'RuntimeError: no kernel image' },
    });
  });
});
