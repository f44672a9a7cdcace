import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { wheelsOf } from '../../../../electron/engine/planning/resolve.ts';
import { fail } from '../../../../shared/problem.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { reported, withPaperIndex, type PaperIndex } from '../../../support/paper-index.ts';
import { hashOf } from '../../../support/sample-journal.ts';
import {
  subject,
  attempt,
  fromTorch,
  resolving,
  none,
  conflict,
  unreachable,
} from '../../../support/paper-resolve.ts';

describe('an attempt', () => {
  it('is a dry run with everything pinned that must not move', async () => {
    const signal = new AbortController().signal;
    const { asked, resolved } = resolving(
      [attempt('xformers==0.0.29')],
      {},
      { options: { signal } },
    );
    const [taken] = await resolved;
    expect(taken?.wheels.map(({ name, version, sha256 }) => [name, version, sha256])).toEqual([
      ['xformers', '0.0.29', 'a1'],
    ]);
    expect(taken?.part).toEqual(attempt('xformers==0.0.29'));
    const [first, ...others] = asked;
    expect(others).toEqual([]);
    const folder = first?.options.workingFolder ?? '';
    expect(first?.words).toEqual([
      ...['install', '--dry-run', '--report', `${folder}/report.json`],
      ...['--only-binary', ':all:', '--progress-bar', 'off', '--retries', '2'],
      ...['--constraint', `${folder}/constraints.txt`, 'xformers==0.0.29'],
    ]);
    expect(first?.constraints).toEqual(['torch==2.6.0', 'numpy==1.26.4']);
    expect(first?.options.signal).toBe(signal);
  });

  it('moves nothing else where the same number comes again', async () => {
    const { asked, resolved } = resolving([attempt('xformers', { forceReinstall: true })], {});
    await resolved;
    const words = asked[0]?.words ?? [];
    const at = words.indexOf('--force-reinstall');
    expect(words.slice(at - 1, at + 3)).toEqual([
      ...['2', '--force-reinstall', '--no-deps', '--constraint'],
    ]);
  });

  it('is made with the settings of the user, and the index that it wants', async () => {
    const config = "global.index-url='https://mine/'\nglobal.extra-index-url='https://more/'\n";
    const attempts = [attempt('a'), attempt('b', fromTorch('cu124'))];
    const { asked, resolved } = resolving(attempts, { config, find: none });
    await problemOf(resolved);
    const urls = asked.map(({ options: { environment } }) => [
      environment?.['PIP_INDEX_URL'],
      environment?.['PIP_EXTRA_INDEX_URL'],
    ]);
    expect(urls).toEqual([
      ['https://mine/', 'https://more/'],
      ['https://download.pytorch.org/whl/cu124', undefined],
    ]);
  });

  it('reads the wheels of which the index tells no hash, with the same settings', async () => {
    const find = () => [reported('x', '1', null)];
    const attempts = [attempt('x', fromTorch('cu124'))];
    const { calls, resolved } = resolving(attempts, { find, downloads: { 'x-1.whl': 'content' } });
    expect(wheelsOf(await resolved)[0]?.sha256).toBe(hashOf('content'));
    const { environment } = calls.at(-1)?.options ?? {};
    expect(environment?.['PIP_INDEX_URL']).toBe('https://download.pytorch.org/whl/cu124');
  });

  it('leaves nothing behind, however it ends', async () => {
    for (const find of [none, () => [reported('xformers', '0.0.29')]]) {
      const { system, asked, resolved } = resolving([attempt('a')], { find });
      await problemOf(resolved);
      const folder = asked[0]?.options.workingFolder ?? '';
      expect(folder).toContain('attention-doctor-plan-');
      expect(await system.files.info(folder)).toBeNull();
      expect((await system.files.info(dirname(folder)))?.kind).toBe('folder');
    }
  });

  it('is as good where what it leaves cannot be removed', async () => {
    const { files } = withPaperIndex({ find: () => [] }).system;
    const remove: System['files']['remove'] = async (where) => {
      await files.remove(where);
      fail('permission-denied');
    };
    const { resolved } = resolving([attempt('a')], {}, { own: { files: { ...files, remove } } });
    expect(wheelsOf(await resolved)).toHaveLength(1);
  });
});

describe('the first attempt that pip can resolve', () => {
  it('is the one', async () => {
    const attempts = [attempt('a'), attempt('b'), attempt('c')];
    const { asked, resolved } = resolving(attempts, {
      find: (asked) => (asked.requirements[0] === 'a' ? none(asked) : [reported('b', '1')]),
    });
    const [taken] = await resolved;
    expect([taken?.wheels[0]?.name, taken?.part.requirements]).toEqual(['b', ['b']]);
    expect(asked.flatMap((each) => each.requirements)).toEqual(['a', 'b']);
  });

  it('is not looked for on a computer that did not answer: all of PyTorch lies on one', async () => {
    const attempts = [
      attempt('a', fromTorch('cu124')),
      attempt('b', fromTorch('cu124')),
      attempt('c', fromTorch('cu121')),
      attempt('d'),
      attempt('e'),
    ];
    const { asked, resolved } = resolving(attempts, { find: () => unreachable });
    await problemOf(resolved);
    expect(asked.flatMap((each) => each.requirements)).toEqual(['a', 'd']);
  });

  it('is looked for further in an index that only has none', async () => {
    const { asked, resolved } = resolving([attempt('a'), attempt('b')], { find: none });
    await problemOf(resolved);
    expect(asked).toHaveLength(2);
  });
});

describe('where none can be resolved', () => {
  const told = (...said: (string | typeof none)[]) => {
    const attempts = said.map((_, at) => attempt(`${at}`, at % 2 === 0 ? fromTorch('cu124') : {}));
    const find: PaperIndex['find'] = (asked) => {
      const one = said[Number(asked.requirements[0])] ?? '';
      return typeof one === 'string' ? one : one(asked);
    };
    return problemOf(resolving(attempts, { find }).resolved);
  };

  it('an index that is none is told instead of it', async () => {
    const versions = 'Could not fetch URL https://a.example/x/: 503 Server Error: x - skipping';
    const { resolved, calls } = resolving(
      [attempt('xformers==0.0.29'), attempt('xformers==0.0.28')],
      { find: none, versions },
    );
    const params = { index: 'a.example', status: '503' };
    expect(await problemOf(resolved)).toMatchObject({ code: 'index-refuses', params });
    // Once for each index, and only when nothing was found.
    expect(calls.filter(({ words }) => words[0] === 'index').map(({ words }) => words)).toEqual([
      ['index', 'versions', '-vv', '--only-binary', ':all:', '--retries', '1', 'xformers'],
    ]);
  });

  it('each computer is asked once, whatever folders of it were tried', async () => {
    const versions = 'Skipping nothing';
    const folders = ['cu124', 'cu126', 'cu128'].map((each) => attempt('xformers', fromTorch(each)));
    const { resolved, calls } = resolving([...folders, attempt('xformers')], {
      find: none,
      versions,
    });
    expect((await problemOf(resolved))?.code).toBe('no-matching-wheel');
    const asked = calls.filter(({ words }) => words[0] === 'index');
    expect(asked.map(({ options }) => options.environment?.['PIP_INDEX_URL'])).toEqual([
      expect.stringMatching(/\/whl\/cu124$/),
      undefined,
    ]);
  });

  it('it is told what was looked for', async () => {
    expect(await told(none)).toMatchObject({ code: 'no-matching-wheel', params: subject });
    expect(await told()).toEqual({ code: 'no-matching-wheel', params: subject });
  });

  it.each<[string, string, Parameters<typeof told>]>([
    ['that something is in the way', 'would-break-packages', [conflict, unreachable]],
    ['that something was in the way later', 'would-break-packages', [unreachable, conflict]],
    ['that none was found', 'no-matching-wheel', [none, none]],
    ['that an index could not be asked', 'index-unreachable', [none, unreachable, none]],
    ['that an index could not be asked at first', 'index-unreachable', [unreachable, none]],
    [
      'the first failure that leaves the answer open',
      'would-break-packages',
      [none, conflict, unreachable],
    ],
  ])('%s is told', async (_, code, said) => {
    expect((await told(...said))?.code).toBe(code);
  });

  it('the words of pip about another failure stay', async () => {
    expect((await told(unreachable))?.params).toEqual({ index: 'a.example:443' });
  });
});

describe('what ends all attempts', () => {
  it('is a cancellation', async () => {
    const { asked, resolved } = resolving([attempt('a'), attempt('b')], {
      find: () => fail('cancelled'),
    });
    expect(await problemOf(resolved)).toEqual({ code: 'cancelled' });
    expect(asked).toHaveLength(1);
  });

  it('is a mistake of ours', async () => {
    const { asked, resolved } = resolving([attempt('a'), attempt('b')], {
      find: () => {
        throw new TypeError('a bug');
      },
    });
    await expect(resolved).rejects.toThrow('a bug');
    expect(asked).toHaveLength(1);
  });

  it('is a pip that writes no report', async () => {
    const { files } = withPaperIndex({ find: () => [] }).system;
    const limits: (number | undefined)[] = [];
    const readText: System['files']['readText'] = async (file, options) => {
      if (!file.endsWith('report.json')) return files.readText(file, options);
      limits.push(options?.limit);
      return null;
    };
    const own = { files: { ...files, readText } };
    const { asked, resolved } = resolving([attempt('a'), attempt('b')], {}, { own });
    expect((await problemOf(resolved))?.code).toBe('unexpected');
    expect(asked).toHaveLength(1);
    // With the whole metadata of hundreds of wheels in it.
    expect(limits).toEqual([256 * 1024 * 1024]);
  });
});
