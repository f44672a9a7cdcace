import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lookBack } from '../../../../electron/engine/repair/look-back.ts';
import type { Territory } from '../../../../electron/engine/repair/journal.ts';
import { factsOf, makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { broughtOf, hashOf, journalOf, takenFrom } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let at: (name: string) => string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  at = (name) => join(paper.sitePackages, name);
});

async function decided(territory: Partial<Territory>, own = {}) {
  const facts = await factsOf(paper);
  const interpreter = { ...facts.interpreter, ...own };
  return lookBack(paper.system, journalOf(paper.folder, territory), { ...facts, interpreter });
}
const empty = { bytes: 0, sha256: hashOf('') };

describe('looking back', () => {
  it('sees what is ours, what was there before, and what is still to come back', async () => {
    await write(at('new.py'), 'new');
    await write(at('old.py'), 'old');
    const taken = [await takenFrom(paper.system, at('old.py'))];
    await rm(at('old.py'));
    const decision = await decided({ taken, brought: [broughtOf(at('new.py'))] });
    expect(decision.remove.map((each) => each.path)).toEqual([at('new.py')]);
    expect(decision.putBack.map((each) => each.path)).toEqual([at('old.py')]);
    expect(decision).toMatchObject({ left: [], changed: [], movedOn: [], complete: true });
  });

  it('leaves what another package owns by now', async () => {
    await write(at('shared.py'), 'new');
    await write(at('b-1.0.dist-info/RECORD'), 'shared.py,,\n');
    const decision = await decided({ brought: [broughtOf(at('shared.py'))] });
    expect(decision).toMatchObject({ left: [at('shared.py')], remove: [] });
  });

  it('takes no other list for a RECORD', async () => {
    await write(at('shared.py'), 'new');
    await write(at('b/RECORD'), 'shared.py,,\n');
    const decision = await decided({ brought: [broughtOf(at('shared.py'))] });
    expect(decision).toMatchObject({ left: [], remove: [{ path: at('shared.py') }] });
  });

  it('puts back what was there before, whoever owns it by now', async () => {
    await write(at('shared.py'), 'old');
    const taken = [await takenFrom(paper.system, at('shared.py'))];
    await rm(at('shared.py'));
    await write(at('b-1.0.dist-info/RECORD'), 'shared.py,,\n');
    expect((await decided({ taken })).putBack).toHaveLength(1);
  });

  it('takes the package of the plan for ours where the repair brought its metadata', async () => {
    await write(at('a.py'), 'new');
    await write(at('a-1.0.dist-info/RECORD'), 'a.py,,\na-1.0.dist-info/RECORD,,\n');
    const note = { bytes: null, sha256: null, made: { by: 'metadata' as const }, member: null };
    const brought = [broughtOf(at('a.py')), broughtOf(at('a-1.0.dist-info/RECORD'), note)];
    expect(await decided({ brought })).toMatchObject({ left: [], movedOn: [] });
  });

  it('takes one that somebody installed anew for theirs', async () => {
    await write(at('a.py'), 'new');
    await write(at('a-2.0.dist-info/RECORD'), 'a.py,,\n');
    const decision = await decided({ brought: [broughtOf(at('a.py'))] });
    expect(decision).toMatchObject({
      left: [at('a.py')],
      movedOn: [{ name: 'a', version: '2.0' }],
    });
  });

  it('knows owners by the keys of paths', async () => {
    paper.system = { ...paper.system, platform: 'win32' };
    await write(at('shared.py'), 'new');
    await write(at('b-1.0.dist-info/RECORD'), 'SHARED.py,,\n');
    const decision = await decided({ brought: [broughtOf(at('shared.py'))] });
    expect(decision.left).toEqual([at('shared.py')]);
  });

  it('sees metadata by its real place, in every folder of packages', async () => {
    await write(join(paper.folder, 'more', 'a-3.0.dist-info', 'RECORD'));
    await mkdir(at('b'));
    await symlink(paper.sitePackages, join(paper.folder, 'link'));
    await write(at('a-1.0.dist-info/METADATA'), '');
    const sitePackages = ['link', 'more', 'gone'].map((name) => join(paper.folder, name));
    const brought = [broughtOf(at('a-1.0.dist-info/METADATA'), empty)];
    const decision = await decided({ brought }, { sitePackages });
    expect(decision.movedOn).toEqual([{ name: 'a', version: '3.0' }]);
    await rename(join(paper.folder, 'more'), join(paper.folder, 'less'));
    expect((await decided({ brought }, { sitePackages })).movedOn).toEqual([]);
  });
});
