import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { takeLock, type Lock } from '../../../../electron/engine/repair/environment-lock.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const now = new Date('2026-11-22T16:05:00.000Z');
const taken: Lock[] = [];
let folder: string;
let system: System;
beforeEach(async () => {
  folder = await makeTemporaryFolder('lock');
  // Process 11 lives since monday; 12 is gone; of 13 nobody knows since when it lives.
  system = {
    ...createNodeSystem(),
    ...{ processId: 10, hostName: 'here' },
    isAlive: (pid) => pid !== 12,
    startedAt: async (pid) => (pid === 13 ? null : pid === 10 ? 'today' : 'monday'),
  };
});
afterEach(async () => {
  vi.useRealTimers();
  for (const lock of taken.splice(0)) await lock.release();
});

async function take(own = system): Promise<Lock> {
  const lock = await takeLock(own, folder, 'lock', now);
  taken.push(lock);
  return lock;
}
const living = { pid: 11, started: 'monday', host: 'here', at: now.toISOString() };

function locked(owner: object, name = 'lock.1'): Promise<string> {
  return write(join(folder, name), JSON.stringify({ ...living, ...owner }));
}
const names = async (): Promise<string[]> => (await readdir(folder)).sort();

describe('two at once', () => {
  it('one that comes in by the same number wins', async () => {
    const createExclusive = async (file: string): Promise<boolean> => {
      await writeFile(file, JSON.stringify(living));
      return false;
    };
    const own = { ...system, files: { ...system.files, createExclusive } };
    expect(await problemOf(take(own))).toEqual({ code: 'environment-locked', params: { pid: 11 } });
    expect(await names()).toEqual(['lock.1']);
  });

  it('one that comes and goes by the same number is not named', async () => {
    const createExclusive = () => Promise.resolve(false);
    const own = { ...system, files: { ...system.files, createExclusive } };
    expect((await problemOf(take(own)))?.params).toEqual({ pid: '?' });
  });

  it('one that comes in by another number makes us give way', async () => {
    await locked({ pid: 12 });
    const createExclusive: System['files']['createExclusive'] = async (file, text) => {
      await locked({}, 'lock.9');
      return createNodeSystem().files.createExclusive(file, text);
    };
    const own = { ...system, files: { ...system.files, createExclusive } };
    expect((await problemOf(take(own)))?.code).toBe('environment-locked');
    expect(await names()).toEqual(['lock.1', 'lock.9']);
  });
});

describe('signs of life', () => {
  it('come every ten seconds until the lock is released, and failures are no end', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const touched: string[] = [];
    const touch = async (at: string): Promise<void> => {
      touched.push(at);
      throw new ProblemError({ code: 'permission-denied' });
    };
    const lock = await take({ ...system, files: { ...system.files, touch } });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(touched).toEqual([]);
    await vi.advanceTimersByTimeAsync(20_001);
    expect(touched).toEqual([1, 2, 3].map(() => join(folder, 'lock.1')));
    await lock.release();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(touched).toHaveLength(3);
  });

  it('keep no program running', async () => {
    const unref = vi.fn();
    const spy = vi.spyOn(globalThis, 'setInterval').mockImplementation(() => {
      return { unref } as unknown as ReturnType<typeof setInterval>;
    });
    await take();
    spy.mockRestore();
    expect(unref).toHaveBeenCalledOnce();
  });
});
