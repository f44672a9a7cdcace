import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  compiledBeside,
  filesOfDistribution,
  recordedFiles,
} from '../../../../electron/engine/repair/record-files.ts';
import { makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';

let paper: PaperEnvironment;
let at: (name: string) => string;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  at = (name) => join(paper.sitePackages, name);
});
const distribution = (name: string, folder: string) => ({
  ...{ name, version: '1.0', location: at(folder), hasRecord: true },
});

it('a distribution is its RECORD, its metadata folder and what was compiled', async () => {
  const record = 'a/x.py,,\na-1.0.dist-info/RECORD,,\n../../../bin/run,,\n';
  for (const name of ['a/x.py', 'a/__pycache__/x.cpython-311.pyc', 'a-1.0.dist-info/licenses/L'])
    await write(at(name));
  await write(at('a-1.0.dist-info/RECORD'), record);
  await write(at('a/mine.txt'));
  const own = distribution('a', 'a-1.0.dist-info');
  const named = await recordedFiles(paper.system, own);
  const files = await filesOfDistribution(paper.system, own, named);
  expect(files.sort()).toEqual(
    [
      join(paper.root, 'bin/run'),
      ...['a-1.0.dist-info/RECORD', 'a-1.0.dist-info/licenses/L'].map(at),
      ...['a/x.py', 'a/__pycache__/x.cpython-311.pyc'].map(at),
    ].sort(),
  );
});

describe('without a RECORD', () => {
  it('a distribution is the folder of its name', async () => {
    await write(at('my_pack_age/deep/x.py'));
    await write(at('my-pack-age/y.py'));
    const own = distribution('My.Pack-age', 'my_pack_age-1.0.dist-info');
    expect(await recordedFiles(paper.system, own)).toEqual([at('my_pack_age/deep/x.py')]);
    expect(await recordedFiles(paper.system, distribution('none', 'none-1.0.egg-info'))).toEqual(
      [],
    );
  });

  it('an empty RECORD is one', async () => {
    await write(at('a/x.py'));
    await write(at('a-1.0.dist-info/RECORD'));
    expect(await recordedFiles(paper.system, distribution('a', 'a-1.0.dist-info'))).toEqual([]);
  });
});

it('finds what was compiled beside sources, and nothing else', async () => {
  for (const name of ['x.cpython-311.pyc', 'x.cpython-312.opt-1.pyc', 'y.cpython-311.pyc'])
    await write(at(`a/__pycache__/${name}`));
  await write(at('b/__pycache__/x.cpython-311.pyc'));
  const sources = ['a/x.py', 'a/y.txt', 'c/x.py', 'a/z.py'].map(at);
  expect((await compiledBeside(paper.system, sources)).sort()).toEqual(
    ['a/__pycache__/x.cpython-311.pyc', 'a/__pycache__/x.cpython-312.opt-1.pyc'].map(at),
  );
  expect(await compiledBeside(paper.system, [])).toEqual([]);
});

it('lists a cache once for all its sources', async () => {
  const asked: string[] = [];
  const list = async (folder: string) => {
    asked.push(folder);
    return null;
  };
  const system = { ...paper.system, files: { ...paper.system.files, list } };
  expect(await compiledBeside(system, ['a/x.py', 'a/z.py'].map(at))).toEqual([]);
  expect(asked).toEqual([at('a/__pycache__')]);
});
