import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { identityOf } from '../../../../electron/engine/repair/identity.ts';
import { writeHead, type Head } from '../../../../electron/engine/repair/journal.ts';
import { factsOf } from '../../../support/paper-environment.ts';
import { makePaperJobs, type PaperJobs } from '../../../support/paper-jobs.ts';
import { headOf } from '../../../support/sample-journal.ts';
import { scenarios } from '../../../support/scenarios.ts';

let paper: PaperJobs;
beforeEach(async () => {
  paper = await makePaperJobs(scenarios.healthy());
});

async function noted(changes: Partial<Head>, id: string): Promise<void> {
  const { system, targetId } = paper;
  const environment = await identityOf(system, await factsOf(paper.paper), []);
  const head = headOf({ id, environmentId: targetId, environment, ...changes });
  await writeHead(system, join(paper.options.paths.snapshots(targetId), id), head);
}

describe('the saved states of all installs', () => {
  it('are told newest first, with what they can be put back for, and none that was let go of', async () => {
    await noted({ state: 'kept', at: '2026-11-20T10:00:00.000Z' }, 'old');
    await noted({ state: 'restored', at: '2026-11-22T10:00:00.000Z' }, 'new');
    await noted({ state: 'closed' }, 'gone');
    const states = await paper.jobs.savedStates();
    expect(states.map(({ id, state, targetId }) => [id, state, targetId])).toEqual([
      ['new', 'restored', paper.targetId],
      ['old', 'kept', paper.targetId],
    ]);
    expect(states.map((each) => each.root)).toEqual([paper.paper.root, paper.paper.root]);
  });

  it('are interrupted where nobody works on them any more', async () => {
    await noted({ state: 'pending' }, 'half');
    expect((await paper.jobs.savedStates())[0]?.state).toBe('interrupted');
  });

  it('are from an earlier sitting where they ended before this start', async () => {
    const before = new Date(paper.options.begun.getTime() - 1000).toISOString();
    const after = new Date(paper.options.begun.getTime() + 1000).toISOString();
    await noted({ state: 'kept', at: before }, 'before');
    await noted({ state: 'restored', at: before, restoredAt: after }, 'undone');
    const earlier = (await paper.jobs.savedStates()).map(({ id, earlier: is }) => [id, is]);
    expect(Object.fromEntries(earlier)).toEqual({ before: true, undone: false });
  });
});

it('the programs that use a Python are named', async () => {
  paper = await makePaperJobs(scenarios.healthy(), {
    own: {
      holders: async () => [
        {
          pid: 7,
          parentPid: 1,
          executable: null,
          arguments: ['/venv/bin/python'],
          workingFolder: null,
        },
      ],
    },
  });
  expect(await paper.jobs.inUse(paper.targetId)).toEqual({
    programs: [{ pid: 7, program: '/venv/bin/python' }],
  });
});
