import { spawn } from 'node:child_process';
import path from 'node:path';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import type { System } from '../../electron/engine/machine/system.ts';
import { toProblem } from '../../shared/problem.ts';

const family = [
  'import subprocess, sys, time',
  'child = subprocess.Popen([sys.executable, "-B", "-c", "import time; time.sleep(90)"], stdin=-3, stdout=-3, stderr=-3)',
  'print(child.pid, flush=True)',
  'time.sleep(90)',
].join('\n');

/** Runs inside Windows Node with the path of a Python: prints what it sees of a small family. */
async function main([python = '']: string[]): Promise<void> {
  const system = createNodeSystem();
  const means = { python };
  const parent = spawn(python, ['-B', '-c', family, 'AI 图像'], { windowsHide: true });
  const child = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString())));
  });
  const both = [parent.pid ?? 0, child];
  const all = await system.processes(undefined, means);
  const start = await system.startedAt(child, means);
  const seen = {
    withoutPython: await codeOf(system.processes()),
    family: all.filter(({ pid }) => both.includes(pid)),
    // Those of ours alone: another test may be at work in the same Windows.
    pythons: all.filter(
      ({ executable, parentPid }) =>
        executable?.toLowerCase().endsWith('python.exe') === true &&
        [process.pid, ...both].includes(parentPid ?? 0),
    ).length,
    holders: (await system.holders(path.dirname(python), means)).map(({ pid }) => pid),
    others: await system.holders(`${path.dirname(python)}-other`, means),
    starts: [
      start,
      await system.startedAt(child, means),
      await system.startedAt(both[0] ?? 0, means),
    ],
  };
  await system.endProcess(both[0] ?? 0, means);
  const after = {
    alive: both.map((pid) => system.isAlive(pid)),
    start: await system.startedAt(child, means),
    overtime: await overtime(system, python),
  };
  process.stdout.write(JSON.stringify({ both, ...seen, after }));
}

/** A run whose time is up takes what it started along. */
async function overtime(system: System, python: string) {
  const pids: number[] = [];
  const code = await codeOf(
    system.run(
      { program: python, arguments: ['-B', '-u', '-c', family] },
      { timeLimit: 5000, onLine: ({ text }) => pids.push(Number(text)) },
    ),
  );
  return { code, alive: pids.map((pid) => system.isAlive(pid)) };
}

async function codeOf(asked: Promise<unknown>): Promise<string | null> {
  return asked.then(
    () => null,
    (error: unknown) => toProblem(error).code,
  );
}

void main(process.argv.slice(2));
