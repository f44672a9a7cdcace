import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Files, System } from '../../../../electron/engine/machine/system.ts';
import type { Territory } from '../../../../electron/engine/repair/journal.ts';
import { putBack, removeEmptied } from '../../../../electron/engine/repair/put-back.ts';
import { makePaperEnvironment, problemOf, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { deciding, journalTaking } from '../../../support/paper-journal.ts';
import { broughtOf, entryOf, placeOf } from '../../../support/sample-journal.ts';

let paper: PaperEnvironment;
let at: (name: string) => string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  at = (name) => join(paper.sitePackages, name);
});

const taking = (names: string[], more?: Partial<Territory>) => journalTaking(paper, names, more);
const come = (...names: string[]) => names.map((name) => placeOf(at(name), { standing: 'ours' }));
const listed = async (folder: string) => (await readdir(folder)).sort();
const withFiles = (files: Partial<Files>): System => ({
  ...paper.system,
  files: { ...paper.system.files, ...files },
});

describe('where nothing is put back', () => {
  it('folders of what was there before go where they are empty, deepest first', async () => {
    const names = ['old/x.py', 'old/deep/y.py', 'both/z.py', 'mine/v.py'];
    const journal = await taking(names, { brought: [broughtOf(at('both/n.py'))] });
    for (const name of names) await rm(at(name));
    await write(at('mine/theirs.py'));
    await removeEmptied(paper.system, journal);
    // A folder into which the repair writes as well is there for what it brought.
    expect(await listed(paper.sitePackages)).toEqual(['both', 'mine']);
    expect(journal.territory.folders.map((each) => each.path)).toEqual(
      ['', 'old', 'old/deep', 'both', 'mine'].map((name) => join(paper.sitePackages, name)),
    );
  });
});

describe('folders that were set aside', () => {
  const folder = (name: string, mode: number) => ({
    path: at(name),
    entry: entryOf({ kind: 'folder', mode }),
  });

  it('come back with their modes, and what is there again stays', async () => {
    const journal = await taking([]);
    await write(at('~theirs'), 'a file by now');
    await mkdir(at('~again'), { mode: 0o750 });
    const folders = [folder('~orch', 0o700), folder('~orch/deep', 0o755)];
    const others = [folder('~theirs', 0o755), folder('~again', 0o700)];
    const decision = deciding({ emptied: [...folders, ...others] });
    await putBack(paper.system, journal, decision, paper.root);
    expect(await listed(at('~orch'))).toEqual(['deep']);
    const mode = async (name: string) => (await paper.system.files.info(at(name)))?.mode;
    expect([await mode('~orch'), await mode('~orch/deep')]).toEqual([0o700, 0o755]);
    expect(await mode('~again')).toBe(0o750);
    expect(await readFile(at('~theirs'), 'utf8')).toBe('a file by now');
  });

  it('are not made where a link leads out of the environment', async () => {
    const journal = await taking([]);
    const elsewhere = join(paper.folder, 'elsewhere');
    await mkdir(elsewhere);
    await symlink(elsewhere, at('~orch'));
    const decision = deciding({ emptied: [folder('~orch/deep', 0o755)] });
    const acted = putBack(paper.system, journal, decision, paper.root);
    expect((await problemOf(acted))?.code).toBe('outside-environment');
    expect(await listed(elsewhere)).toEqual([]);
  });
});

describe('what pip was still writing', () => {
  const note = (name: string) => broughtOf(at(name), { made: { by: 'metadata' } });

  it('goes with its notes, and nothing that only looks so', async () => {
    const info = 'n-1.0.dist-info';
    const brought = [note(`${info}/RECORD`), broughtOf(at(`${info}/METADATA`))];
    const journal = await taking([`${info}/RECORDtakentmp.tmp`, `${info}/RECORDtakenone.tmp`], {
      brought,
    });
    const stays = [
      'RECORDabc.tmp',
      'RECORDabcd1234.tmp2',
      'RECORDabcd-234.tmp',
      'RECORDabcd12345.tmp',
    ];
    const others = ['METADATAabcd1234.tmp', 'xRECORDabcd1234.tmp', 'abcd1234.tmp'];
    for (const name of ['RECORDabcd1234.tmp', 'RECORD_aB3_d5f.tmp', ...stays, ...others])
      await write(at(`${info}/${name}`));
    await putBack(paper.system, journal, deciding({}), paper.root);
    expect(await listed(at(info))).toEqual(
      [...stays, ...others, 'RECORDtakenone.tmp', 'RECORDtakentmp.tmp'].sort(),
    );
  });

  it('is nothing where its folder is gone', async () => {
    const journal = await taking([], { brought: [note('n-1.0.dist-info/RECORD')] });
    await putBack(paper.system, journal, deciding({}), paper.root);
    expect(await listed(paper.sitePackages)).toEqual([]);
  });
});

it('a start script that was being written goes, and nothing that only looks so', async () => {
  const id = '0b5b4c8a-5f6e-4d0c-9a3e-1d2c3b4a5f60';
  const names = ['run.sh', 'run.sh.bak', `run.sh.mine.part`, `other.sh.${id}.part`];
  for (const name of [...names, `run.sh.${id}.part`, `x.py.${id}.part`]) await write(at(name));
  const edit = broughtOf(at('run.sh'), { wheel: '', member: null });
  const gone = broughtOf(at('nowhere/run.sh'), { wheel: '', member: null });
  const journal = await taking([], { brought: [edit, gone, broughtOf(at('x.py'))] });
  await putBack(paper.system, journal, deciding({}), paper.root);
  expect(await listed(paper.sitePackages)).toEqual([...names, `x.py.${id}.part`].sort());
});

describe('an empty folder that stays', () => {
  const emptied = async (own: Partial<Files>) => {
    const journal = await taking([], { brought: [broughtOf(at('n/x.py'))] });
    await write(at('n/x.py'), 'new');
    const decision = deciding({ remove: come('n/x.py') });
    return problemOf(putBack(withFiles(own), journal, decision, paper.root));
  };
  const removeEmptyFolder: Files['removeEmptyFolder'] = async () => false;

  it('is told, since it breaks the package', async () => {
    expect(await emptied({ removeEmptyFolder })).toEqual({
      code: 'undo-failed',
      params: { count: 1, path: at('n') },
    });
  });

  it('is none where somebody else has something in it, or where it is gone', async () => {
    await write(at('n/mine.txt'));
    expect(await emptied({ removeEmptyFolder })).toBeNull();
    const list: Files['list'] = async (folder, patience) =>
      folder === at('n') ? null : paper.system.files.list(folder, patience);
    expect(await emptied({ removeEmptyFolder, list })).toBeNull();
  });
});

it('looks for links before anything is touched', async () => {
  const journal = await taking(['x.py']);
  const elsewhere = join(paper.folder, 'elsewhere');
  await mkdir(elsewhere);
  const realPath: Files['realPath'] = async (where) =>
    where === at('n') ? elsewhere : paper.system.files.realPath(where);
  await write(at('n/y.py'), 'theirs');
  const decision = deciding({ remove: come('n/y.py') });
  const acted = putBack(withFiles({ realPath }), journal, decision, paper.root);
  expect(await problemOf(acted)).toEqual({
    code: 'outside-environment',
    params: { path: at('n') },
  });
  expect(await listed(at('n'))).toEqual(['y.py']);
});

it.each<[string[], boolean]>([
  [['X.py'], true],
  [['x.py', 'X.py'], true],
  [['x.py'], false],
  [[], false],
])('gives a file its own letters back where the repair brought %j', async (names, again) => {
  const journal = await taking(['x.py']);
  const renamed: string[] = [];
  const rename: Files['rename'] = async (from, to) => {
    renamed.push(to.slice(paper.sitePackages.length + 1));
    await paper.system.files.rename(from, to);
  };
  const brought = names.map((name, number) => ({ ...broughtOf(at(name)), number }));
  const putting = deciding({
    putBack: [placeOf(at('x.py'), { taken: 0, brought, standing: 'ours' })],
  });
  await putBack(withFiles({ rename }), journal, putting, paper.root);
  expect(renamed).toEqual(['x.py', ...(again ? ['x.py.attention-doctor-part', 'x.py'] : [])]);
});
