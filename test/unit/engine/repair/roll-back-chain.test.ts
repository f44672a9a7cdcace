import { beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../../../../electron/engine/machine/system.ts';
import { readHead, writeHead } from '../../../../electron/engine/repair/journal.ts';
import type { Rollback } from '../../../../electron/engine/repair/roll-back.ts';
import { fail } from '../../../../shared/problem.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { makePaperRepair, repairAgain, type PaperRepair } from '../../../support/paper-repair.ts';
import { rolledBackOnPaper } from '../../../support/rolled-back-on-paper.ts';
import { describeTree } from '../../../support/tree-digest.ts';

let repair: PaperRepair;
beforeEach(async () => {
  repair = await makePaperRepair(new Date('2026-11-22T16:05:00.000Z'));
});

async function told(parts: Partial<Rollback> = {}) {
  const { result } = await rolledBackOnPaper(repair, parts);
  if (result?.kind !== 'rollback') throw new Error('no result');
  return result;
}
const state = async (id = 'one') =>
  (await readHead(repair.system, repair.journal.folder.replace(/one$/, id)))?.state;

describe('of several repairs', () => {
  it('both are undone down to the older one', async () => {
    await repairAgain(repair);
    await told({ snapshotId: 'one' });
    expect(await describeTree(repair.paper.root)).toEqual(repair.before);
  });

  it('none is undone where the way to the older one is not open', async () => {
    await write(repair.at('a/x.py'), 'mine');
    await repairAgain(repair);
    const tree = await describeTree(repair.paper.root);
    const problem = await problemOf(rolledBackOnPaper(repair, { snapshotId: 'one' }));
    expect(problem).toMatchObject({ code: 'changed-since', params: { snapshot: 'one' } });
    expect(await describeTree(repair.paper.root)).toEqual(tree);
    expect([await state('one'), await state('two')]).toEqual(['kept', 'kept']);
  });

  it('it is told which were undone where a later step fails', async () => {
    await repairAgain(repair);
    const { files } = repair.system;
    const hardLink: Files['hardLink'] = (from, to) =>
      from.includes('/one/held/')
        ? fail('permission-denied', { params: { path: to } })
        : files.hardLink(from, to);
    const system = { ...repair.system, files: { ...files, hardLink } };
    const problem = await problemOf(rolledBackOnPaper(repair, { system, snapshotId: 'one' }));
    expect(problem).toMatchObject({
      code: 'undone-in-part',
      params: { count: 1, snapshot: 'one' },
      reasons: [{ key: 'problem.permission-denied' }],
    });
    expect([await state('one'), await state('two')]).toEqual(['restoring', 'restored']);
    expect((await told({ snapshotId: 'one' })).rollback.outcome).toBe('restored');
    expect(await describeTree(repair.paper.root)).toEqual(repair.before);
  });

  it('the older one alone is let go of, and the newer can be undone', async () => {
    await repairAgain(repair);
    await told({ how: 'forget', snapshotId: 'one' });
    expect([await state('one'), await state('two')]).toEqual(['closed', 'kept']);
    const { rollback } = await told();
    expect(rollback).toMatchObject({ restored: [{ name: 'a', from: '3.0', to: '1.0' }] });
  });

  it('what a later one brought that was let go of is told', async () => {
    await repairAgain(repair);
    const folder = repair.journal.folder.replace(/one$/, 'three');
    const changes = [
      { name: 'a', from: '3.0', to: '3.0' },
      { name: 'b', from: '1', to: '2' },
    ];
    await writeHead(repair.system, folder, {
      ...{ ...repair.journal.head, id: 'three', state: 'closed', sequence: 3, changes },
    });
    expect((await told()).rollback.stays).toEqual([changes[0]]);
  });
});
