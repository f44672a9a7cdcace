import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { withHashes } from '../../../../electron/engine/pip/review-wheels.ts';
import type { Wheel } from '../../../../shared/plan.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { withPaperIndex } from '../../../support/paper-index.ts';
import { hashOf } from '../../../support/sample-journal.ts';
import { sampleEnvironment } from '../../../support/sample-machine.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

let folder: string;
beforeEach(async () => {
  folder = await makeTemporaryFolder('review');
});

function wheel(name: string, own: Partial<Wheel> = {}): Wheel {
  const fileName = `${name}-1.0.whl`;
  const url = `https://index.example/${fileName}`;
  return { name, version: '1.0', fileName, url, sha256: null, bytes: null, ...own };
}

function review(wheels: Wheel[], downloads: Record<string, string> = {}) {
  const signal = new AbortController().signal;
  const { system, calls } = withPaperIndex({ find: () => [], downloads });
  const settings = { 'index-url': 'https://mirror.example/simple' };
  const about = { folder, settings, options: { signal } };
  return { calls, signal, reviewed: withHashes(system, sampleEnvironment(), wheels, about) };
}

describe('the hash of a wheel', () => {
  it('is the one that the index tells', async () => {
    const wheels = [wheel('a', { sha256: 'a1' }), wheel('b', { sha256: 'b2' })];
    const { calls, reviewed } = review(wheels);
    expect(await reviewed).toEqual(wheels);
    expect(calls).toEqual([]);
  });

  it('is that of the file where it lies in a folder', async () => {
    const file = await write(join(folder, 'w h', 'a-1.0.whl'), 'content');
    const { calls, reviewed } = review([wheel('a', { url: pathToFileURL(file).href })]);
    expect((await reviewed)[0]?.sha256).toBe(hashOf('content'));
    expect(calls).toEqual([]);
  });

  it('is that of what is downloaded now where the index tells none', async () => {
    const wheels = [wheel('a'), wheel('b', { sha256: 'b2' }), wheel('c')];
    const downloads = { 'a-1.0.whl': 'of a', 'c-1.0.whl': 'of c' };
    const { calls, signal, reviewed } = review(wheels, downloads);
    expect((await reviewed).map(({ name, sha256 }) => [name, sha256])).toEqual([
      ['a', hashOf('of a')],
      ['b', 'b2'],
      ['c', hashOf('of c')],
    ]);
    const words = (name: string) => [
      ...['download', '--no-deps', '--only-binary', ':all:', '--progress-bar', 'off'],
      ...['--dest', join(folder, 'reviewed'), `${name}==1.0`],
    ];
    expect(calls.map((each) => each.words)).toEqual([words('a'), words('c')]);
    for (const { options } of calls) {
      expect(options).toMatchObject({ signal, workingFolder: folder });
      expect(options.environment?.['PIP_INDEX_URL']).toBe('https://mirror.example/simple');
    }
  });

  it('is not that of another file', async () => {
    const { reviewed } = review([wheel('a')], { 'a-1.0-other.whl': 'content' });
    expect(await problemOf(reviewed)).toEqual({ code: 'plan-outdated' });
  });
});
