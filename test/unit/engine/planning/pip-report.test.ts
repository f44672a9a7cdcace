import { describe, expect, it } from 'vitest';
import { withoutCredentials } from '../../../../electron/engine/knowledge/torch-index.ts';
import { parsePipReport } from '../../../../electron/engine/pip/pip-report.ts';
import { reported, type Reported } from '../../../support/paper-index.ts';

/** The one wheel of a report in which this differs. */
function wheelOf(own: Partial<Reported['download_info']>, name = 'xformers') {
  const usual = reported(name, '0.0.29');
  const entry = { ...usual, download_info: { ...usual.download_info, ...own } };
  return parsePipReport(JSON.stringify({ install: [entry] }))[0]?.wheel;
}

describe('a report of pip', () => {
  it('names the wheels in the order in which pip would install them', () => {
    const install = [reported('torch', '2.6.0+cu124', 'b2'), reported('xformers', '0.0.29')];
    const found = parsePipReport(JSON.stringify({ version: '1', install, environment: {} }));
    expect(found.map(({ wheel }) => wheel)).toEqual([
      {
        name: 'torch',
        version: '2.6.0+cu124',
        fileName: 'torch-2.6.0+cu124.whl',
        url: 'https://index.example/torch-2.6.0+cu124.whl',
        sha256: 'b2',
        bytes: null,
      },
      {
        name: 'xformers',
        version: '0.0.29',
        fileName: 'xformers-0.0.29.whl',
        url: 'https://index.example/xformers-0.0.29.whl',
        sha256: 'a1',
        bytes: null,
      },
    ]);
  });

  it('may write a name as its author does', () => {
    expect(wheelOf({}, 'Flash_Attn')?.name).toBe('flash-attn');
  });

  it.each([
    ['https://index.example/a/torch-2.6.0%2Bcu124-cp311.whl', 'torch-2.6.0+cu124-cp311.whl'],
    ['https://index.example/x.whl?token=1#sha256=2', 'x.whl'],
    ['file:///D:/wheels/x%20y.whl', 'x y.whl'],
    // An index that would have another file taken for its own.
    ['https://index.example/..%2F..%2F..%2Fhome%2Fx.whl', 'x.whl'],
    ['https://index.example/..%5C..%5Cx.whl', 'x.whl'],
    ['https://index.example/%ff%.whl', '\ufffd%.whl'],
  ])('names the file behind %s', (url, fileName) => {
    expect(wheelOf({ url })?.fileName).toBe(fileName);
  });

  it.each([
    'https://index.example/..%2F..',
    'https://index.example/',
    'https://index.example/x%0A.whl',
    'no address',
  ])('is refused where %j names no file', (url) => {
    const problem = { problem: expect.objectContaining({ code: 'pip-failed' }) as object };
    expect(() => wheelOf({ url })).toThrow(expect.objectContaining(problem) as Error);
  });

  it('tells what each wheel asks for', () => {
    const usual = reported('xformers', '0.0.29');
    const requires_dist = ['numpy', 'torch==2.6.0; os_name == "nt"', 'no requirement'];
    const metadata = { ...usual.metadata, requires_dist };
    const install = [{ ...usual, metadata, requested_extras: ['gpu'] }, usual];
    const [asking, silent] = parsePipReport(JSON.stringify({ install }));
    expect(asking?.requires.map(({ name, specifier }) => name + specifier)).toEqual([
      'numpy',
      'torch==2.6.0',
    ]);
    expect(asking?.extras).toEqual(['gpu']);
    expect(silent).toMatchObject({ requires: [], extras: [] });
  });

  it('keeps no password', () => {
    expect(wheelOf({ url: 'https://me:secret@index.example/x.whl' })).toMatchObject({
      url: 'https://index.example/x.whl',
      fileName: 'x.whl',
    });
  });

  it.each<[string, Reported['download_info']['archive_info'], string | null]>([
    ['by its kind', { hashes: { sha256: 'c3', md5: 'd4' } }, 'c3'],
    ['in one word, as pip 22 does', { hash: 'sha256=e5' }, 'e5'],
    ['in both ways', { hashes: { sha256: 'c3' }, hash: 'sha256=e5' }, 'c3'],
    ['of another kind alone', { hashes: { md5: 'd4' }, hash: 'md5=d4' }, null],
    ['of a kind that only sounds so', { hash: 'not-sha256=e5' }, null],
    ['without its value', { hash: 'sha256=' }, null],
    ['not at all', {}, null],
    ['with no word of the archive', undefined, null],
  ])('tells the hash %s', (_, archive, sha256) => {
    const { url } = reported('xformers', '0.0.29').download_info;
    const own = archive === undefined ? {} : { archive_info: archive };
    const entry = { metadata: { name: 'x', version: '1' }, download_info: { url, ...own } };
    expect(parsePipReport(JSON.stringify({ install: [entry] }))[0]?.wheel.sha256).toBe(sha256);
  });

  it.each(['', 'no JSON', '{}', '{"install":[{"metadata":{"name":"x"}}]}'])(
    'is none that says %j',
    (text) => {
      expect(() => parsePipReport(text)).toThrow();
    },
  );
});

describe('an address', () => {
  it.each([
    ['https://me:secret@index.example/simple', 'https://index.example/simple'],
    ['git+HTTPS://token@index.example/x', 'git+HTTPS://index.example/x'],
    ['https://index.example/a@b', 'https://index.example/a@b'],
    ['https://index.example/simple', 'https://index.example/simple'],
    ['see https://me:secret@index.example/', 'see https://me:secret@index.example/'],
    ['https://me: secret@index.example/', 'https://me: secret@index.example/'],
    ['//me:secret@index.example/', '//me:secret@index.example/'],
  ])('%s is shown as %s', (url, shown) => {
    expect(withoutCredentials(url)).toBe(shown);
  });
});
