import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import type { LogLine } from '../../shared/operation.ts';
import { ProblemError, type Problem } from '../../shared/problem.ts';

const system = createNodeSystem();
const node = (source: string) => ({ program: process.execPath, arguments: ['-e', source] });

async function problemOf(act: Promise<unknown>): Promise<Problem> {
  try {
    await act;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('it did not fail');
}

describe('running a program', () => {
  it('passes arguments as they are, whatever is in them', async () => {
    const odd = ['two words', 'a"quote', "it's", '$HOME', '*', '中文', '', '%PATH%'];
    const { stdout } = await system.run({
      program: process.execPath,
      arguments: ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...odd],
    });
    expect(JSON.parse(stdout)).toEqual(odd);
  });

  it('streams lines without colours, splits progress bars, and reads other encodings', async () => {
    const lines: LogLine[] = [];
    const source = `process.stdout.write('\\x1b[31mred\\x1b[0m\\n10%\\r20%\\r\\n');
      process.stdout.write(Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]));
      process.stderr.write('no line end');`;
    await system.run(node(source), { onLine: (line) => lines.push(line) });
    expect(lines.map((line) => line.text)).toEqual(
      expect.arrayContaining(['red', '10%', '20%', 'café', 'no line end']),
    );
  });

  it('survives a line of 50 MB', async () => {
    const lengths: number[] = [];
    const { stdout } = await system.run(
      node(
        `const b = Buffer.alloc(1 << 20, 97); for (let i = 0; i < 50; i++) process.stdout.write(b); process.stdout.write('\\nend\\n')`,
      ),
      { onLine: (line) => lengths.push(line.text.length) },
    );
    expect(lengths).toEqual([64 * 1024, 3]);
    expect(stdout.length).toBeLessThanOrEqual(4 * 1024 * 1024);
  });

  it('says what a program that is missing, may not run, or fails was', async () => {
    expect(
      await problemOf(system.run({ program: '/nowhere/python', arguments: [] })),
    ).toMatchObject({
      code: 'command-missing',
    });
    const file = join(await mkdtemp(join(tmpdir(), 'attention-doctor-test-')), 'tool');
    await writeFile(file, '#!/bin/sh\n');
    await chmod(file, 0o644);
    expect(await problemOf(system.run({ program: file, arguments: [] }))).toMatchObject({
      code: 'permission-denied',
    });
    const failing = node(`console.error('the reason'); process.exit(7)`);
    expect(await problemOf(system.run(failing))).toMatchObject({
      code: 'command-failed',
      exitCode: 7,
      detail: 'the reason',
    });
    expect((await system.run(failing, { okExitCodes: [7] })).exitCode).toBe(7);
  });

  it('feeds standard input, and closes it when there is none', async () => {
    const echo = node('process.stdin.pipe(process.stdout)');
    expect((await system.run(echo, { input: 'hello' })).stdout).toBe('hello');
    expect((await system.run(echo)).stdout).toBe('');
  });
});

/** A parent, a child of it, and a grandchild that left their group; each writes its number. */
async function family(): Promise<{ source: string; pids: () => Promise<number[]> }> {
  const folder = await mkdtemp(join(tmpdir(), 'attention-doctor-test-'));
  const sleeper = (name: string): string =>
    `require('fs').writeFileSync(${JSON.stringify(join(folder, name))}, String(process.pid)); setInterval(() => {}, 1000)`;
  const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(sleeper('grandchild'))}], { detached: true, stdio: 'inherit' }); ${sleeper('child')}`;
  const source = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }); process.on('SIGTERM', () => {}); ${sleeper('parent')}; console.log('started')`;
  return {
    source,
    pids: () =>
      Promise.all(
        ['parent', 'child', 'grandchild'].map(async (name) =>
          Number(await waitFor(() => readFile(join(folder, name), 'utf8'))),
        ),
      ),
  };
}

async function waitFor<T>(read: () => Promise<T>): Promise<T> {
  for (let i = 0; i < 200; i += 1) {
    try {
      return await read();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('it never came');
}

describe('ending a program', () => {
  it('ends the whole tree when it is cancelled, even one that will not listen', async () => {
    const { source, pids } = await family();
    const abort = new AbortController();
    const running = problemOf(system.run(node(source), { signal: abort.signal }));
    const all = await pids();
    expect(all.map((pid) => system.isAlive(pid))).toEqual([true, true, true]);
    abort.abort();
    expect((await running).code).toBe('cancelled');
    await waitFor(async () => {
      const processes = await system.processes();
      // A zombie that nobody has waited for has no arguments any more.
      const left = processes.filter((each) => all.includes(each.pid) && each.arguments.length > 0);
      if (left.length > 0) throw new Error('still there');
    });
  });

  it('ends it when the time is up, and says so', async () => {
    const running = system.run(node('setInterval(() => {}, 1000)'), { timeLimit: 300 });
    expect(await problemOf(running)).toMatchObject({ code: 'timed-out' });
  });

  it('does not start what is cancelled already', async () => {
    const running = system.run(node('1'), { signal: AbortSignal.abort() });
    expect((await problemOf(running)).code).toBe('cancelled');
  });
});
