import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { afterGoingBack } from '../../../../electron/engine/repair/after-going-back.ts';
import { readJournal } from '../../../../electron/engine/repair/journal.ts';
import type { Noted } from '../../../../electron/engine/repair/journals.ts';
import { lookBack } from '../../../../electron/engine/repair/look-back.ts';
import { goBack, requireWayBack } from '../../../../electron/engine/repair/way-back.ts';
import { toProblem, type Problem } from '../../../../shared/problem.ts';
import { factsOf, write } from '../../../support/paper-environment.ts';
import { makePaperRepair, repairAgain, type PaperRepair } from '../../../support/paper-repair.ts';
import { describeTree } from '../../../support/tree-digest.ts';

let repair: PaperRepair;
beforeEach(async () => {
  repair = await makePaperRepair(new Date('2026-11-22T16:05:00.000Z'));
});

const copying = (system: System): System => ({
  ...system,
  files: { ...system.files, hardLink: () => Promise.resolve(false) },
});

async function viewAfter(noted: Noted): Promise<System> {
  const { system, paper } = repair;
  const journal = await readJournal(system, noted.folder, noted.head, paper.root);
  if (!journal) throw new Error('no journal');
  return afterGoingBack(system, journal, await lookBack(system, journal, await factsOf(paper)));
}

/** All that can be asked about a folder. Of copies the time is put back to the microsecond only. */
async function described(system: System, folder: string, linked: boolean): Promise<unknown[]> {
  const { files } = system;
  const entries = (await files.list(folder)) ?? [];
  const all = await Promise.all(
    entries.map(async ({ name, kind }): Promise<unknown[]> => {
      const at = join(folder, name);
      if (kind === 'folder') return [name, kind, await described(system, at, linked)];
      const link = await files.linkInfo(at);
      return [
        ...[name, kind, link?.kind, link?.mode, link?.owner],
        ...(linked && kind === 'file' ? [link?.modified, link?.inode] : []),
        ...[await files.readLink(at), await files.readText(at), (await files.info(at))?.bytes],
        ...(link?.kind === 'file' ? [await files.sha256(at)] : []),
        Buffer.from((await files.readBytes(at)) ?? []).toString('hex'),
      ];
    }),
  );
  return all.sort((a, b) => String(a[0]).localeCompare(String(b[0])));
}

describe('the machine as it would be after a way back', () => {
  it.each([
    ['links', (system: System) => system],
    ['copies', copying],
  ])('is what it is then, where files are held by %s', async (held, adjust) => {
    const { symlink } = await import('node:fs/promises');
    await symlink('x.py', repair.at('a/link.py'));
    const record = repair.at('a-1.0.dist-info/RECORD');
    await write(record, `${(await repair.system.files.readText(record)) ?? ''}a/link.py,,\n`);
    const [two] = await repairAgain(repair, adjust(repair.system));
    if (!two) throw new Error('no repair');
    const { sitePackages } = repair.paper;
    const before = await describeTree(repair.paper.root);
    const foretold = await described(await viewAfter(two), sitePackages, held === 'links');
    expect(await describeTree(repair.paper.root)).toEqual(before);
    await goBack(repair.ground, two);
    expect(foretold).toEqual(await described(repair.system, sitePackages, held === 'links'));
    expect(JSON.stringify(foretold)).toContain('link.py');
  });

  it('keeps a folder in which somebody else has something', async () => {
    const [two] = await repairAgain(repair);
    await write(repair.at('a/deep/mine.txt'), 'mine');
    if (!two) throw new Error('no repair');
    const view = await viewAfter(two);
    expect(await view.files.list(repair.at('a/deep'))).toEqual([
      { name: 'mine.txt', kind: 'file' },
    ]);
    expect(await view.files.linkInfo(repair.at('a/deep/z.py'))).toBeNull();
  });
});

async function refused(chain: readonly Noted[]): Promise<Problem | null> {
  try {
    await requireWayBack(repair.ground, chain);
    return null;
  } catch (error) {
    return toProblem(error);
  }
}

describe('the way through several repairs', () => {
  it('is open where each left what the next one found', async () => {
    const chain = await repairAgain(repair);
    expect(await refused(chain)).toBeNull();
    for (const noted of chain) await goBack(repair.ground, noted);
    expect(await describeTree(repair.paper.root)).toEqual(repair.before);
  });

  it('is open by copies as well', async () => {
    expect(await refused(await repairAgain(repair, copying(repair.system)))).toBeNull();
  });

  const changes: [string, () => Promise<unknown>, string][] = [
    ['a file of both was edited', () => write(repair.at('a/x.py'), 'mine'), 'a/x.py'],
    ['the package was upgraded', () => repair.install('a==2.0'), 'a 2.0'],
  ];
  it.each(changes)('is not where, between them, %s', async (_, change, what) => {
    await change();
    const chain = await repairAgain(repair);
    const problem = await refused(chain);
    expect(problem?.code).toBe('changed-since');
    expect(problem?.params?.['snapshot']).toBe('one');
    expect(problem?.params?.['what']).toContain(what);
  });

  it('is not where what the older one held is damaged', async () => {
    const chain = await repairAgain(repair);
    const held = join(repair.journal.folder, 'held');
    for (const { name } of (await repair.system.files.list(held)) ?? [])
      await repair.system.files.remove(join(held, name));
    expect((await refused(chain))?.code).toBe('snapshot-damaged');
  });
});
