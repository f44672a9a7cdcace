import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { diagnose } from '../../electron/engine/examination/diagnose.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import { pythonCommand, pythonVariables } from '../../electron/engine/pythons/python-command.ts';
import { compare, median } from './median.ts';

/**
 * Live diagnosis of a real environment with torch and xFormers, as a ratio to one
 * `import torch, xformers.ops` in it, both measured in turns; beside them what people are usually
 * asked to run. `ENVIRONMENT [ROUNDS]`: there is none to be made up, since an import is measured.
 */
const most = 1.2;
const [folder, rounds = '9'] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run bench -- verify ENVIRONMENT [ROUNDS]');

const system = createNodeSystem();
const environment = await environmentAt(system, resolve(folder));
if (!environment) throw new Error('no environment there');
const target = { id: environment.id, install: null, environment };
const empty = await mkdtemp(join(tmpdir(), 'bench-verify-'));

async function python(...words: string[]): Promise<void> {
  await system.run(pythonCommand(environment as NonNullable<typeof environment>, words), {
    workingFolder: empty,
    environment: pythonVariables(environment as NonNullable<typeof environment>),
    okExitCodes: 'any',
  });
}

// What nobody has imported yet is compiled, and read from the disk, once.
await python('-c', 'import torch, xformers.ops, torchvision');
const seen = await diagnose(system, target, { live: true });
if (seen.problem) throw new Error(`the Python did not answer: ${seen.problem.code}`);

const { baseline, own, ratio } = await compare(
  Number(rounds),
  // Python's own end, which takes torch a second, is none of the import.
  () => python('-c', 'import os, torch, xformers.ops; os._exit(0)'),
  () => diagnose(system, target, { live: true }),
);
const usual = [
  ['python -m torch.utils.collect_env', ['-m', 'torch.utils.collect_env']],
  ['python -m xformers.info', ['-m', 'xformers.info']],
  ['python -m pip check', ['-m', 'pip', 'check']],
] as const;
line('import torch, xformers.ops', baseline);
line('live diagnosis', own);
say(`ratio                               ${ratio.toFixed(2)} (at most ${most})`);
let sum = 0;
for (const [name, words] of usual) {
  const spent = await median(3, () => python(...words));
  sum += spent;
  line(name, spent);
}
line('the sum of these three', sum);
await system.files.remove(empty);
if (ratio > most) process.exitCode = 1;

function line(name: string, milliseconds: number): void {
  say(`${name.padEnd(35)} ${milliseconds.toFixed(0)} ms`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
