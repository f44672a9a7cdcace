import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunOptions, System } from '../../../../electron/engine/machine/system.ts';
import { warmWord } from '../../../../electron/engine/probes/warm-program.ts';
import { lookAndCompute } from '../../../../electron/engine/repair/look-and-compute.ts';
import { startWarm } from '../../../../electron/engine/repair/warm-proof.ts';
import { fail } from '../../../../shared/problem.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { makePaperFix } from '../../../support/paper-fix.ts';
import type { PaperPip } from '../../../support/paper-pip.ts';
import { live } from '../../../support/facts.ts';

type How = 'waits' | 'dies' | 'stumbles';
const room = { processors: 4, freeMemoryBytes: 16 * 1024 ** 3 };

/** The Pythons of a paper repair: which were started warm and which afresh, and how warm ones behave. */
async function started(how: How, machine = room, pip: Partial<PaperPip> = {}) {
  const { paper, repairWith, before } = await makePaperFix();
  const { system: quick, plan, target, context } = repairWith(pip);
  const seen: string[] = [];
  const go = join(paper.folder, 'go');
  const run: System['run'] = async (command, options = {}) => {
    if (!command.arguments.includes('-')) return quick.run(command, options);
    const { input = '' } = options;
    const kind = input.includes('def try_case') ? 'kernel' : 'probe';
    const isWarm = input.includes('wait_warm');
    seen.push(`${isWarm ? 'warm' : 'fresh'} ${kind}`);
    if (!isWarm) return quick.run(command, options);
    expect(command.arguments).toContain(go);
    if (how === 'dies') return { exitCode: 75, stdout: '', stderr: '' };
    if (how === 'stumbles') throw new TypeError('a slip of ours');
    options.onLine?.({ stream: 'stdout', text: warmWord });
    await until(go, options);
    return quick.run(command, options);
  };
  const system = { ...quick, run, resources: () => machine };
  const watch = { signal: context.signal, onLine: () => undefined, onProgress: () => undefined };
  const proof = startWarm({ system, target, watch }, ['sdpa'], {
    ...{ staging: paper.folder, modules: ['xformers'] },
  });
  const look = async () =>
    lookAndCompute({ ...{ system, plan, target, context, before }, warm: await proof });
  return { proof, seen, look };
}

async function until(file: string, { signal }: RunOptions): Promise<void> {
  for (;;) {
    if (signal?.aborted) fail('cancelled');
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

describe('Pythons that wait while pip works', () => {
  it('answer once they are told to go on, and nobody is asked twice', async () => {
    const { proof, seen, look } = await started('waits');
    const warm = await proof;
    expect(seen).toEqual(['warm probe', 'warm kernel']);
    await warm?.go();
    const { after, verification } = await look();
    expect(after.facts.live.state).toBe('known');
    expect(verification.backends.find(({ id }) => id === 'sdpa')?.outcome).toBe('pass');
    expect(seen.slice(2)).not.toContain('fresh probe');
    await warm?.stop();
  });

  it('are gone when they are not needed any more', async () => {
    const { proof } = await started('waits');
    const warm = await proof;
    await warm?.stop();
    expect(await warm?.alive).toBeNull();
    expect((await warm?.reports)?.size).toBe(0);
  });

  it.each<[string, How, typeof room]>([
    ['they do not come so far', 'dies', room],
    ['there is one processor', 'waits', { ...room, processors: 1 }],
    ['there is little memory', 'waits', { ...room, freeMemoryBytes: 3 * 1024 ** 3 }],
  ])('are none where %s', async (_, how, machine) => {
    const { proof, look, seen } = await started(how, machine);
    expect(await proof).toBeNull();
    expect((await look()).after.facts.live.state).toBe('known');
    expect(seen).toContain('fresh probe');
  });

  it('are not believed where they tell a fault: a fresh one has to tell it as well', async () => {
    const broken = live();
    if (broken.state !== 'known') throw new Error('no facts');
    const xformers = broken.value.xformers && { ...broken.value.xformers, loadError: 'x' };
    const told = { ...broken, value: { ...broken.value, xformers } };
    const { proof, seen, look } = await started('waits', room, {
      live: told,
      computes: [{ kind: 'failed', case: 'x', text: 'y', notes: [] }, { kind: 'done' }],
    });
    const warm = await proof;
    await warm?.go();
    await look();
    expect(seen).toContain('fresh probe');
    expect(seen.filter((each) => each === 'fresh kernel').length).toBeGreaterThan(0);
    await warm?.stop();
  });

  it('do not swallow a mistake of ours', async () => {
    const { proof } = await started('stumbles');
    expect(await problemOf(proof.then((warm) => warm?.stop()))).toMatchObject({
      code: 'unexpected',
    });
  });
});
