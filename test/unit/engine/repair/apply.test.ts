import { appendFile, readFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { fix } from '../../../../electron/engine/repair/fix.ts';
import { goBack } from '../../../../electron/engine/repair/way-back.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { makePaperFix, type PaperFix } from '../../../support/paper-fix.ts';
import type { PaperPip } from '../../../support/paper-pip.ts';
import { describeTree } from '../../../support/tree-digest.ts';

let { paper, tree, repairWith, fixed, head } = {} as PaperFix;
beforeEach(async () => {
  ({ paper, tree, repairWith, fixed, head } = await makePaperFix());
});
const journal = () => join(paper.paths.snapshots('environment-1'), 'id-2');

/** Does something before pip does this. */
function before(word: 'download' | 'install', act: () => Promise<unknown>): PaperPip['before'] {
  return (words) => (words[0] === word ? act() : undefined);
}

/** How far the repair is, as a copy of the app would see it that is started now. */
async function standing(): Promise<string> {
  const names = await readdir(paper.sitePackages);
  const notes = (await paper.system.files.list(journal())) ?? [];
  const isLocked = names.some((name) => name.startsWith('.attention-doctor.lock'));
  const isNew = names.includes('xformers-0.0.29.post3.dist-info');
  return [
    (await head())?.state ?? 'no journal',
    isLocked ? 'locked' : 'free',
    isNew ? 'new' : 'old',
    notes.some((each) => each.name === 'left.json') ? 'noted' : 'not noted',
  ].join(', ');
}

describe('the order of a repair', () => {
  it('is snapshot, install, proof, and only then that it is kept', async () => {
    const seen: string[] = [];
    const { system } = repairWith({});
    const run: System['run'] = async (command, options) => {
      const { program, arguments: words } = command;
      const what = words[words.indexOf('pip') + 1] ?? '';
      const told = words.includes('pip') ? what : 'questions';
      if (program === paper.python && what !== 'config') seen.push(`${told}: ${await standing()}`);
      return system.run(command, options);
    };
    expect((await fixed({}, { system: { ...system, run } })).fix.outcome).toBe('fixed');
    expect(seen).toEqual([
      'download: no journal, free, old, not noted',
      // Where pip would install is asked under the lock.
      'questions: no journal, locked, old, not noted',
      'install: pending, locked, old, not noted',
      'questions: pending, locked, new, noted',
      // PyTorch's own attention and what was put in compute, each in a Python of its own.
      'questions: pending, locked, new, noted',
      'questions: pending, locked, new, noted',
    ]);
    expect(await standing()).toBe('kept, free, new, noted');
  });
});

describe('at the last moment', () => {
  it('what changed while it was downloaded is seen', async () => {
    const info = (version: string) => join(paper.sitePackages, `xformers-${version}.dist-info`);
    const change = before('download', () => rename(info('0.0.27'), info('0.0.28')));
    expect(await problemOf(fix(repairWith({ before: change })))).toEqual({ code: 'plan-outdated' });
    expect(await head()).toBeNull();
    await rename(info('0.0.28'), info('0.0.27'));
    expect(await describeTree(paper.root)).toEqual(tree);
  });

  it('what is edited while pip begins is what comes back', async () => {
    const file = join(paper.sitePackages, 'xformers', '__init__.py');
    const text = await readFile(file, 'utf8');
    const edit = before('install', () => appendFile(file, '# mine\n'));
    expect((await fixed({ before: edit })).fix.outcome).toBe('fixed');
    expect(await readFile(file, 'utf8')).not.toContain('# mine');
    const noted = await head();
    if (!noted) throw new Error('no journal');
    const { paths, target, system } = paper;
    const now = new Date('2026-11-23T00:00:00.000Z');
    await goBack({ system, paths, target, now }, { head: noted, folder: journal() });
    expect(await readFile(file, 'utf8')).toBe(`${text}# mine\n`);
  });

  it('nothing is written anew about what nobody edited', async () => {
    const written: string[] = [];
    const { system } = repairWith({});
    const writeText: System['files']['writeText'] = async (file, text, options) => {
      written.push(file);
      await system.files.writeText(file, text, options);
    };
    const own = { ...system, files: { ...system.files, writeText } };
    await fixed({}, { system: own });
    expect(written.filter((each) => each.endsWith('files.json'))).toHaveLength(1);
  });
});
