import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { commandOf } from '../../electron/engine/prescription/writing/quote.ts';
import { makeSandbox, runCliJson } from '../support/command-line.ts';
import type { TestEnvironment } from '../support/environments.ts';
import { startIndex } from '../support/index-server.ts';
import { makeComfyUiClone, type ScenarioName } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

const execute = promisify(execFile);
const index = await startIndex();
afterAll(() => index.close());
const sandbox = await makeSandbox(index);

/** What a person does: the commands of a finding, one after the other, in the folder that they were sent to. */
async function follow(root: string, commands: readonly string[]): Promise<string> {
  let output = '';
  for (const command of commands) {
    const { stdout, stderr } = await execute('bash', ['-c', command], {
      cwd: root,
      env: sandbox.environment,
    });
    output += stdout + stderr;
  }
  return output;
}

async function versions({ python }: TestEnvironment): Promise<Record<string, string>> {
  const code =
    'import importlib.metadata as m, json; print(json.dumps({d.name.lower(): d.version for d in m.distributions()}))';
  const { stdout } = await execute(python, ['-c', code], { env: sandbox.environment });
  const found: unknown = JSON.parse(stdout);
  return Object.fromEntries(
    Object.entries(found ?? {}).map(([name, version]) => [name, String(version)]),
  );
}

async function prescriptionFor(name: ScenarioName, folder: 'venv' | '.venv' = 'venv') {
  const at = join(await makeTemporaryFolder('my own'), 'ComfyUI');
  const clone = await makeComfyUiClone(name, { at, folder });
  const answer = await runCliJson(sandbox, ['diagnose', clone.root, '--static']);
  const steps = answer.at('findings', 0, 'prescription', 'steps');
  const commands = Array.isArray(steps) ? steps.flatMap(commandIn) : [];
  const undo = commandIn(answer.at('findings', 0, 'prescription', 'undoStep'));
  return { ...clone, answer, commands, undo };
}

function commandIn(step: unknown): string[] {
  if (typeof step !== 'object' || step === null || !('command' in step)) return [];
  const { command } = step;
  if (typeof command !== 'object' || command === null || !('text' in command)) return [];
  return [String(command.text)];
}

describe('the commands of a prescription', () => {
  test('xFormers: bring exactly the version they name, and leave PyTorch alone', async () => {
    const { root, environment, answer, commands, undo } = await prescriptionFor('mismatched');
    expect(answer.at('findings', 0, 'cause')).toBe('xformers_torch_mismatch');
    const torch = (await versions(environment))['torch'];
    expect(commands).toEqual([
      `venv/bin/python -m pip install xformers==0.0.29.post3 --no-deps --index-url ${index.torchBaseUrl}/cu124`,
    ]);
    await follow(root, commands);
    expect(await versions(environment)).toMatchObject({ xformers: '0.0.29.post3', torch });
    await follow(root, undo);
    expect(await versions(environment)).toMatchObject({ xformers: '0.0.27', torch });
  });

  test('an environment called .venv is called by its own name', async () => {
    const { environment, root, commands } = await prescriptionFor('mismatched', '.venv');
    expect(commands[0]).toContain('.venv/bin/python');
    await follow(root, commands);
    expect(await versions(environment)).toMatchObject({ xformers: '0.0.29.post3' });
  });

  test('PyTorch: bring the three that belong together, with support for the card', async () => {
    const { root, environment, commands } = await prescriptionFor('cpuTorch');
    await follow(root, commands);
    expect(await versions(environment)).toMatchObject({
      torch: '2.6.0+cu124',
      torchvision: '0.21.0+cu124',
      torchaudio: '2.6.0+cu124',
    });
  });

  test('Triton: bring the one that PyTorch asks for', async () => {
    const { root, environment, commands } = await prescriptionFor('tritonRequired');
    const output = await follow(root, commands);
    expect(await versions(environment)).toMatchObject({ triton: '3.2.0', torch: '2.6.0+cu124' });
    expect(output).toContain('3.2.0');
  });
});

test('bash understands the same words', async () => {
  const file = join(await makeTemporaryFolder('words'), 'words.sh');
  const word = fc.stringMatching(/^[\w .:,;=<>&()'"$@!{}[\]+~`\\*?#|-]{1,20}$/);
  const samples = fc.sample(fc.array(word, { minLength: 1, maxLength: 5 }), 200);
  const lines = samples.map((words) => commandOf('bash', ['printf', '%s\\n', ...words]).text);
  await writeFile(file, lines.join('\n'));
  const { stdout } = await execute('bash', [file]);
  expect(stdout).toBe(samples.map((words) => words.map((each) => `${each}\n`).join('')).join(''));
});
