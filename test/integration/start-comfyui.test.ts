import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { startComfyUi } from '../../electron/engine/proving/start-comfyui.ts';
import type { Diagnosis } from '../../shared/finding.ts';
import type { Rung } from '../../shared/verification.ts';
import { makeComfyUi } from '../support/comfyui.ts';
import { makeEnvironment, type TestEnvironment } from '../support/environments.ts';
import { factsWith, live } from '../support/facts.ts';
import { sampleEnvironment, sampleInstall } from '../support/sample-machine.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { describeTree } from '../support/tree-digest.ts';

/** A ComfyUI that reads its flags, writes where they say, and ends when it is told to. */
const arguments_ = `
import argparse, os
parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, default=8188)
def is_valid_directory(path):  # as ComfyUI 0.3.64 does
    if not os.path.isdir(path):
        raise argparse.ArgumentTypeError(f"The path '{path}' does not exist.")
    return path
parser.add_argument("--user-directory", type=is_valid_directory, default=None)
parser.add_argument("--output-directory", type=str, default="output")
parser.add_argument("--disable-all-custom-nodes", action="store_true")
parser.add_argument("--quick-test-for-ci", action="store_true")
parser.add_argument("--use-sage-attention", action="store_true")
parser.add_argument("--cpu", action="store_true")
`;
const main = (body: string): string => `
import os, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from comfy.cli_args import parser
args = parser.parse_args()
open(os.path.join(args.user_directory, "comfyui_%d.log" % args.port), "w").close()
${body}
if args.quick_test_for_ci:
    sys.exit(0)
`;

let environment: TestEnvironment;
let root: string;
let staging: string;
const system = createNodeSystem();
const quiet = {
  signal: new AbortController().signal,
  onLine: () => undefined,
  onProgress: () => undefined,
};

beforeEach(async () => {
  environment = await makeEnvironment({ withoutPip: true });
  root = await makeComfyUi({ at: join(await makeTemporaryFolder('start'), 'ComfyUI') });
  staging = join(await makeTemporaryFolder('state'), 'staging', 'id-1');
  await writeFile(join(root, 'comfy/cli_args.py'), arguments_);
});

async function started(body: string, flags: string[] = []): Promise<Rung> {
  await writeFile(join(root, 'main.py'), main(body));
  const diagnosis = {
    install: sampleInstall({ sourceRoot: root }),
    environment: sampleEnvironment({
      executable: environment.python,
      environmentRoot: environment.root,
      kind: 'venv',
    }),
    facts: factsWith({ live: live(), comfyui: { version: '0.45.2', flags } }),
  } as unknown as Diagnosis;
  return startComfyUi(system, diagnosis, staging, quiet);
}

describe('a ComfyUI that is started once', () => {
  it('says which attention it uses, and nothing of the user’s is touched', async () => {
    await writeFile(join(root, 'main.py'), main('print("Using pytorch attention")'));
    const before = await describeTree(root);
    const rung = await started('print("Using pytorch attention")');
    expect([rung.outcome, rung.evidence.key]).toEqual(['pass', 'rung.comfyui.pass']);
    expect(rung.evidence.params).toEqual({ backend: 'pytorch' });
    expect(await describeTree(root)).toEqual(before);
    expect(await system.files.info(staging)).toBeNull();
  });

  it('uses another attention than its flags ask for', async () => {
    const rung = await started('print("Using pytorch attention")', ['--use-sage-attention']);
    expect([rung.outcome, rung.evidence.key]).toEqual(['fail', 'rung.comfyui.other']);
    expect(rung.evidence.params).toEqual({ asked: 'sage', backend: 'pytorch' });
  });

  it.each([
    ['raise RuntimeError("no kernel image")', 'RuntimeError: no kernel image', 'Traceback'],
    ['os.abort()', 'SIGABRT', ''],
  ])('ends with an error: %s', async (body, end, detail) => {
    const rung = await started(body);
    expect([rung.outcome, rung.evidence.key]).toEqual(['fail', 'rung.comfyui.ended']);
    expect(rung.evidence.params?.['end']).toContain(end);
    expect(rung.problem?.detail).toContain(detail);
  });

  it('does not take a flag that its script gives it', async () => {
    const rung = await started('', ['--normalvram']);
    expect([rung.outcome, rung.evidence.key]).toEqual(['fail', 'rung.comfyui.flags']);
    expect(rung.evidence.params).toEqual({ text: 'unrecognized arguments: --normalvram' });
  });

  it('names its own nodes that could not be imported', async () => {
    const rung = await started(
      'print("Using sage attention")\nprint("IMPORT FAILED: nodes_audio.py")',
    );
    expect(rung.details).toEqual([{ name: 'nodes_audio.py', ok: false }]);
  });

  it('is left alone where it cannot end by itself', async () => {
    const old = (await readFile(join(root, 'comfy/cli_args.py'), 'utf8')).replace(
      'quick-test',
      'x',
    );
    await writeFile(join(root, 'comfy/cli_args.py'), old);
    const rung = await started('');
    expect([rung.outcome, rung.evidence.key]).toEqual(['skipped', 'rung.comfyui.no-test']);
  });

  it('is left alone while it runs', async () => {
    await writeFile(join(root, 'main.py'), 'import time\ntime.sleep(60)\n');
    const abort = new AbortController();
    const running = system
      .run(
        { program: environment.python, arguments: [join(root, 'main.py')] },
        { signal: abort.signal },
      )
      .catch(() => null);
    await expect
      .poll(async () => (await system.processes(/main\.py/)).length, { timeout: 10_000 })
      .toBeGreaterThan(0);
    const rung = await started('');
    abort.abort();
    await running;
    expect([rung.outcome, rung.evidence.key]).toEqual(['skipped', 'rung.comfyui.running']);
  });
});
