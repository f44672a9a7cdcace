import { describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import type { Facts } from '../../../../shared/facts.ts';
import type { Diagnosis } from '../../../../shared/finding.ts';
import { factsWith } from '../../../support/facts.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { environment, mismatched, planning } from '../../../support/paper-plan.ts';

describe('nothing is planned', () => {
  const interpreter = (own: Partial<Facts['interpreter']>) =>
    mismatched({ interpreter: { ...factsWith().interpreter, ...own } });
  const gone = { code: 'interpreter-missing' as const, params: { executable: '/env/bin/python' } };
  const dead = { environment: { ...environment, problems: [gone] } };
  const moved = { code: 'environment-moved' as const, params: { root: '/env', old: '/old' } };

  it.each<[string, string, Diagnosis]>([
    ['its Python is gone', 'interpreter-missing', mismatched({}, dead)],
    [
      'its Python is gone, whatever else is wrong',
      'interpreter-missing',
      mismatched({ torch: { state: 'absent', how: 'file' } }, dead),
    ],
    ['it is the system’s', 'externally-managed', interpreter({ externallyManaged: true })],
    ['it may not be written', 'read-only', interpreter({ writable: false })],
    ['it has no pip', 'pip-missing', interpreter({ pip: null })],
    ['its pip cannot resolve', 'pip-too-old', interpreter({ pip: '21.0' })],
  ])('where %s', async (_, code, of) => {
    const { calls, planned: refused } = planning({ of });
    expect((await problemOf(refused))?.code).toBe(code);
    expect(calls).toEqual([]);
  });

  it('unless it was only moved', async () => {
    const of = mismatched({}, { environment: { ...environment, problems: [moved] } });
    expect((await planning({ of }).planned).changes).toHaveLength(1);
  });

  const without = (location: string) =>
    mismatched({
      distributions: [{ name: 'xformers', version: '0.0.27', location, hasRecord: false }],
    });
  it('where pip could not remove what is there', async () => {
    expect(
      await problemOf(planning({ of: without('/env/xformers-0.0.27.dist-info') }).planned),
    ).toEqual({
      code: 'record-missing',
      params: { name: 'xformers' },
    });
    // Of those pip finds the files in another way.
    expect(
      (await planning({ of: without('/env/xformers.egg-info') }).planned).changes,
    ).toHaveLength(1);
  });

  it('where it is cancelled while sizes are asked', async () => {
    const abort = new AbortController();
    const told: (AbortSignal | undefined)[] = [];
    const contentLength: System['contentLength'] = async (_, signal) => {
      told.push(signal);
      abort.abort();
      return null;
    };
    const { signal } = abort;
    expect(await problemOf(planning({ own: { contentLength }, signal }).planned)).toEqual({
      code: 'cancelled',
    });
    expect(told).toEqual([signal]);
  });
});
