import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { makeEnvironment } from '../support/environments.ts';

it('names the process that uses a Python, and only that one', async () => {
  const system = createNodeSystem();
  const [used, unused] = await Promise.all([makeEnvironment(), makeEnvironment()]);
  const running = spawn(used.python, [
    '-c',
    'print("ready", flush=True); import time; time.sleep(60)',
  ]);
  await new Promise((resolve) => running.stdout.once('data', resolve));
  const holders = await system.holders(used.root);
  const others = await system.holders(unused.root);
  const wanted = await system.processes(/print\("ready", flush=True\)/);
  const unwanted = await system.processes(/no program has this in it: [0-9]{9}/);
  running.kill('SIGKILL');
  expect(holders.map((each) => each.pid)).toEqual([running.pid]);
  expect(others).toEqual([]);
  expect(wanted.map((each) => each.pid)).toContain(running.pid);
  expect(unwanted).toEqual([]);
});
