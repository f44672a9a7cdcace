import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { identityOf, type Identity } from '../../../../electron/engine/repair/identity.ts';
import { writeHead, type Head } from '../../../../electron/engine/repair/journal.ts';
import {
  interrupted,
  journalsOf,
  listSnapshots,
  readHeads,
  snapshotsFor,
  type Noted,
} from '../../../../electron/engine/repair/journals.ts';
import { factsOf, makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { headOf } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let identity: Identity;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  await write(join(paper.sitePackages, 'b-1.0.dist-info', 'RECORD'));
  identity = await identityOf(paper.system, await factsOf(paper), []);
});

async function noted(id: string, changes: Partial<Head> = {}, of = 'environment-1'): Promise<void> {
  const folder = join(paper.paths.snapshots(of), id);
  await writeHead(paper.system, folder, headOf({ id, environment: identity, ...changes }));
}

async function found(): Promise<{ own: string[]; strange: string[] }> {
  const facts = await factsOf(paper);
  const { own, strange } = await journalsOf(paper.system, paper.paths, 'environment-1', facts);
  const ids = (all: Noted[]) => all.map((each) => each.head.id);
  return { own: ids(own), strange: ids(strange) };
}

describe('the journals of an environment', () => {
  it('are ordered by their sequence, whatever the clock says', async () => {
    await noted('b', { sequence: 2, at: '2020-01-01T00:00:00.000Z' });
    await noted('a', { sequence: 10 });
    await noted('d', { sequence: 1 });
    await noted('c', { sequence: 1 });
    expect(await found()).toEqual({ own: ['c', 'd', 'b', 'a'], strange: [] });
  });

  it('are strange where another environment lay here', async () => {
    await noted('mine');
    await noted('other', { environment: { ...identity, inode: '1', anchors: [] } });
    expect(await found()).toEqual({ own: ['mine'], strange: ['other'] });
  });

  it('come along with an environment that was moved', async () => {
    await noted('before', { sequence: 1 }, 'environment-0');
    await noted('after', { sequence: 2 });
    // Its old place still holds something: this one here is a copy.
    expect(await found()).toEqual({ own: ['after'], strange: [] });
    const gone = { ...identity, root: join(paper.folder, 'gone') };
    await noted('before', { sequence: 1, environment: gone }, 'environment-0');
    await noted('strange', { environment: { ...gone, inode: '1', anchors: [] } }, 'environment-0');
    expect(await found()).toEqual({ own: ['before', 'after'], strange: [] });
  });

  it('are read where they lie', async () => {
    await noted('mine');
    const facts = await factsOf(paper);
    const { own } = await journalsOf(paper.system, paper.paths, 'environment-1', facts);
    expect(own[0]?.folder).toBe(join(paper.paths.snapshots('environment-1'), 'mine'));
  });

  it('are none where there is no folder, or no readable head', async () => {
    expect(await found()).toEqual({ own: [], strange: [] });
    const folder = paper.paths.snapshots('environment-1');
    await mkdir(join(folder, 'half-made', 'held'), { recursive: true });
    await write(join(folder, 'damaged', 'manifest.json'), '{');
    expect(await readHeads(paper.system, folder)).toEqual([]);
    expect(await readHeads(paper.system, join(folder, 'gone'))).toEqual([]);
    await rename(folder, `${folder}-2`);
    expect(await found()).toEqual({ own: [], strange: [] });
  });
});

const states = ['pending', 'kept', 'restoring', 'restored', 'closed'] as const;
const all: Noted[] = states.map((state, sequence) => ({
  head: headOf({ id: state, state, sequence }),
  folder: `/${state}`,
}));

it('tells those that were interrupted', () => {
  expect(interrupted(all).map((each) => each.head.state)).toEqual(['pending', 'restoring']);
});

it('tells people the newest first, without what was let go of', async () => {
  expect(snapshotsFor(all).map((each) => each.id)).toEqual([
    ...['restored', 'restoring', 'kept', 'pending'],
  ]);
  expect(all[0]?.head.id).toBe('pending');
  await noted('mine', { restoredAt: '2026-01-01T00:00:00.000Z' });
  const { at, reason, bytes, changes } = headOf();
  const facts = await factsOf(paper);
  expect(await listSnapshots(paper.system, paper.paths, 'environment-1', facts)).toEqual([
    { id: 'mine', at, reason, bytes, changes, restoredAt: '2026-01-01T00:00:00.000Z' },
  ]);
});
