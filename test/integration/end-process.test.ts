import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';

const system = createNodeSystem();
const child = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)';
/** Starts a program in a session of its own that does not listen, and prints its number. */
const parent = `const { pid } = require('node:child_process').spawn(process.execPath,
  ['-e', ${JSON.stringify(child)}], { detached: true, stdio: 'ignore' });
  console.log(pid); setInterval(() => {}, 1000)`;

async function family(): Promise<[number, number]> {
  const running = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(running.stdout, 'data')) as [Buffer];
  return [running.pid ?? 0, Number(line.toString())];
}

describe('a process', () => {
  it('has one start as long as it lives, and another than its child', async () => {
    const [first, second] = await family();
    const start = await system.startedAt(first);
    expect(start).not.toBeNull();
    expect(await system.startedAt(first)).toBe(start);
    expect(await system.startedAt(second)).not.toBe(start);
    await system.endProcess(first);
    expect(await system.startedAt(first)).toBeNull();
    expect(await system.startedAt(second)).toBeNull();
  });

  it('that has ended is none to end any more', async () => {
    const [first] = await family();
    await system.endProcess(first);
    await system.endProcess(first);
    expect(await system.startedAt(2 ** 30)).toBeNull();
  });

  it.each([0, 1, -1, -7, 1.5, Number.NaN, process.pid])('is not meant by %s', async (pid) => {
    await expect(system.endProcess(pid)).rejects.toThrow(RangeError);
    // 1 runs, of course.
    if (pid !== 1 && pid !== process.pid) expect(await system.startedAt(pid)).toBeNull();
  });
});
