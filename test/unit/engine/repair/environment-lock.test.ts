import { mkdir, readFile, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { System } from '../../../../electron/engine/machine/system.ts';
import {
  isHeldByAnother,
  takeLock,
  type Lock,
} from '../../../../electron/engine/repair/environment-lock.ts';
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
  for (const lock of taken.splice(0)) await lock.release();
});

async function take(own = system, name = 'lock'): Promise<Lock> {
  const lock = await takeLock(own, folder, name, now);
  taken.push(lock);
  return lock;
}
const living = { pid: 11, started: 'monday', host: 'here', at: now.toISOString() };

async function locked(owner: object | string, name = 'lock.1'): Promise<string> {
  const text = typeof owner === 'string' ? owner : JSON.stringify({ ...living, ...owner });
  return write(join(folder, name), text);
}
const names = async (): Promise<string[]> => (await readdir(folder)).sort();

describe('a free lock', () => {
  it('says who holds it, and goes when it is released', async () => {
    const lock = await take();
    const text = await readFile(join(folder, 'lock.1'), 'utf8');
    const owner = { pid: 10, started: 'today', host: 'here', at: now.toISOString() };
    expect(JSON.parse(text)).toEqual(owner);
    expect(await names()).toEqual(['lock.1']);
    await lock.release();
    expect(await names()).toEqual([]);
    await take();
    expect(await names()).toEqual(['lock.1']);
  });

  it('is made with its folder, and beside others', async () => {
    folder = join(folder, 'new');
    await take();
    await take(system, 'other');
    await locked('x', 'lock.x');
    await locked('x', 'lock.1.5');
    await locked('x', 'lockX3');
    await locked('x', 'clock.9');
    expect((await names()).filter((name) => /^(lock|other)\.1$/.test(name))).toHaveLength(2);
  });

  it('takes no other name for a number of its own', async () => {
    await locked({}, 'lock.x');
    await locked({}, 'lock.1.5');
    await locked({}, 'lockX3');
    await locked({}, 'clock.9');
    await locked({}, 'abcd.7');
    await take();
    expect(await names()).toEqual(['abcd.7', 'clock.9', 'lock.1', 'lock.1.5', 'lock.x', 'lockX3']);
  });
});

describe('a lock', () => {
  it.each<[string, object | string, string]>([
    ['of a living process', {}, 'environment-locked'],
    ['of a dead process', { pid: 12 }, 'free'],
    ['of a dead process whose number was given again', { started: 'sunday' }, 'free'],
    ['of a process that did not know its start', { started: null }, 'environment-locked'],
    ['of a process whose start is not told', { pid: 13, started: 'x' }, 'environment-locked'],
    ['that we could not remove ourselves', { pid: 10, started: 'today' }, 'free'],
    ['of another computer', { host: 'there', pid: 12 }, 'lock-elsewhere'],
    ['that was cut short', '{"pid": 1', 'free'],
    ['that is empty', '', 'free'],
    ['of another form', '{"pid":"11","started":null,"host":"here","at":""}', 'free'],
    ['of no whole number', { pid: 1.5 }, 'free'],
    ['without a host', { host: undefined }, 'free'],
    ['without a start', { started: undefined }, 'free'],
    ['without a time', { at: undefined }, 'free'],
  ])('%s: %s', async (_, owner, expected) => {
    const file = await locked(owner);
    const held = await isHeldByAnother(system, folder, 'lock');
    const ours = typeof owner === 'object' && 'pid' in owner && owner.pid === 10;
    expect(held).toBe(expected !== 'free' && !ours);
    const problem = await problemOf(take());
    expect(problem?.code ?? 'free').toBe(expected);
    if (expected === 'environment-locked' && typeof owner === 'object')
      expect(problem?.params).toEqual({ pid: 'pid' in owner ? owner.pid : 11 });
    if (expected === 'lock-elsewhere')
      expect(problem?.params).toEqual({ host: 'there', path: file });
    expect(await names()).toEqual([expected === 'free' ? 'lock.2' : 'lock.1']);
  });

  it('is outbid by the next number of all', async () => {
    await locked({ pid: 12 }, 'lock.3');
    await locked('{', 'lock.7');
    await take();
    expect(await names()).toEqual(['lock.8']);
  });

  it('is found among dead ones', async () => {
    await locked({ pid: 12 }, 'lock.1');
    await locked({}, 'lock.2');
    expect((await problemOf(take()))?.code).toBe('environment-locked');
    expect(await isHeldByAnother(system, folder, 'lock')).toBe(true);
    expect(await names()).toEqual(['lock.1', 'lock.2']);
  });

  it('held by us on another computer of our number is not ours', async () => {
    await locked({ pid: 10, host: 'there' });
    expect(await isHeldByAnother(system, folder, 'lock')).toBe(true);
    await locked({ pid: 10, started: 'today' });
    expect(await isHeldByAnother(system, folder, 'lock')).toBe(false);
    await locked({}, 'lock.2');
    expect(await isHeldByAnother(system, folder, 'lock')).toBe(true);
    expect(await isHeldByAnother(system, join(folder, 'gone'), 'lock')).toBe(false);
  });
});

describe('a lock of another computer', () => {
  async function silentFor(seconds: number): Promise<string> {
    const file = await locked({ host: 'there' });
    const then = Date.now() / 1000 - seconds;
    await utimes(file, then, then);
    return (await problemOf(take()))?.code ?? 'free';
  }

  it('lives while it is touched', async () => {
    expect(await silentFor(100)).toBe('lock-elsewhere');
    expect(await names()).toEqual(['lock.1']);
    expect(await silentFor(130)).toBe('free');
    expect(await names()).toEqual(['lock.2']);
  });

  it('is judged by the clock of the disk, to the nanosecond', async () => {
    const file = await locked({ host: 'there' });
    const silent = async (nanoseconds: bigint): Promise<boolean> => {
      const info: System['files']['info'] = async (at) => {
        const found = await createNodeSystem().files.info(at);
        const modified = at === file ? 5n : 5n + nanoseconds;
        return found && { ...found, modified: String(modified) };
      };
      const own = { ...system, files: { ...system.files, info } };
      return !(await isHeldByAnother(own, folder, 'lock'));
    };
    expect(await silent(120_000_000_000n)).toBe(false);
    expect(await silent(120_000_000_001n)).toBe(true);
    expect(await names()).toEqual(['lock.1']);
  });

  it('that goes meanwhile is dead, and one that cannot be judged lives', async () => {
    const file = await locked({ host: 'there' });
    const without = (missing: (at: string) => boolean): System => ({
      ...system,
      files: {
        ...system.files,
        info: async (at) => (missing(at) ? null : createNodeSystem().files.info(at)),
      },
    });
    expect(
      await isHeldByAnother(
        without((at) => at === file),
        folder,
        'lock',
      ),
    ).toBe(false);
    expect(
      await isHeldByAnother(
        without((at) => at !== file),
        folder,
        'lock',
      ),
    ).toBe(true);
    expect(
      await isHeldByAnother(
        without(() => true),
        folder,
        'lock',
      ),
    ).toBe(true);
  });

  it('leaves no trace, also where it cannot be removed', async () => {
    await locked({ host: 'there' });
    const removed: string[] = [];
    const remove = async (at: string): Promise<void> => {
      removed.push(at);
      throw new ProblemError({ code: 'permission-denied' });
    };
    const own = { ...system, files: { ...system.files, remove } };
    expect(await isHeldByAnother(own, folder, 'lock')).toBe(true);
    expect(removed).toEqual([join(folder, 'lock.1.now')]);
  });
});

it('is a folder that may hold anything', async () => {
  await mkdir(join(folder, 'lock.4'));
  await take();
  expect(await names()).toContain('lock.5');
});
