import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forms } from '../../electron/engine/protection/forms/index.ts';

/** Reads each text as pip or uv would: null where it stops, else what stands there. */
const program = `
import configparser, io, json, sys, tomllib
def ini(text):
    parser = configparser.RawConfigParser()
    parser.read_file(io.StringIO(text, newline=None))
    return {name: dict(parser.items(name)) for name in parser.sections()}
def toml(text):
    return tomllib.loads(text)
def read(kind, text):
    try:
        return {"ini": ini, "toml": toml}[kind](text)
    except (configparser.Error, tomllib.TOMLDecodeError):
        return None
print(json.dumps([[read(kind, text) for text in texts] for kind, texts in json.load(sys.stdin)], default=str))
`;
type Read = Record<string, unknown> | null;

const seed = 20_261_130;
const lines = (parts: string[], ends: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...parts), fc.constantFrom(...ends)), { maxLength: 6 })
    .map((all) => all.map(([line, end]) => line + end).join(''));
const sample = (texts: fc.Arbitrary<string>) => [
  ...new Set(fc.sample(texts, { seed, numRuns: 1500 })),
];

const iniTexts = sample(
  lines(
    [
      ...['[install]', '[global]', '  [install]', '[install] ; why', '[list]', '[install'],
      ...[
        'constraint = /a',
        'constraint=',
        'Constraint: /b',
        '--constraint = /c',
        '    /d',
        ' e = f',
      ],
      ...['timeout = 60', '\tretries = 1', '', '# c', ' ; d', 'word', '= x', '      deep'],
    ],
    ['\n', '\n', '\r\n', '\r'],
  ),
);
const tomlTexts = sample(
  lines(
    [
      ...['[pip]', '[[index]]', 'url = "x"', '"constraint-dependencies" = [ "a", "b" ]', '# c', ''],
      ...["constraint-dependencies = ['a', # why", "  'b'", ']', 'constraint-dependencies = []'],
      ...['offline = true', "'constraint-dependencies' = 'a'", 'pip.constraint-dependencies = []'],
    ],
    ['\n', '\n', '\n', '\r\n', '\r'],
  ),
);

/** Each text, the text with ours in it, that without ours, and whether ours could be put in. */
function edited(form: 'pip' | 'uv', texts: readonly string[], wanted: readonly string[]) {
  return texts.map((text) => {
    const put = forms[form].put(text, wanted);
    return [text, put ?? '', put === null ? '' : forms[form].takeOut(put, wanted), put] as const;
  });
}

const pip = edited('pip', iniTexts, ['/ours.txt']);
const uv = edited('uv', tomlTexts, ['torch===2.9.1', 'numpy<3']);
const asked = [
  ...[pip, pip, pip].map((all, at) => ['ini', all.map((each) => each[at])]),
  ...[uv, uv, uv].map((all, at) => ['toml', all.map((each) => each[at])]),
];
const answers = JSON.parse(
  execFileSync('python3', ['-c', program], {
    input: JSON.stringify(asked),
    maxBuffer: 2 ** 28,
  }).toString(),
) as Read[][];

it('settings of pip are understood as Python’s own parser does', () => {
  const [before = [], after = [], back = []] = answers;
  let written = 0;
  for (const [at, [text, , , put]] of pip.entries()) {
    const told = before[at] as Record<string, Record<string, string>> | null | undefined;
    const named = Object.keys(told?.['install'] ?? {}).filter((key) => /constraint$/.test(key));
    if (!told || named.length > 1) {
      expect([text, put]).toEqual([text, null]);
      continue;
    }
    written += 1;
    const [name = 'constraint'] = named;
    const { [name]: constraint = '', ...others } = told['install'] ?? {};
    const { install, ...rest } = (after[at] ?? {}) as typeof told;
    const { [name]: now = '', ...same } = install ?? {};
    const words = (value: string) => value.split(/\s+/).filter((each) => each !== '');
    expect([text, rest, same, words(now)]).toEqual([
      ...[text, { ...told, install: undefined }, others],
      [...words(constraint), '/ours.txt'],
    ]);
    const without = {
      ...back[at],
      install: { ...told['install'], ...(back[at]?.['install'] as object) },
    };
    expect([text, without]).toEqual([text, { ...told, install: told['install'] ?? {} }]);
  }
  expect(written).toBeGreaterThan(100);
});

it('settings of uv are understood as Python’s own parser does', () => {
  const [, , , before = [], after = [], back = []] = answers;
  let written = 0;
  for (const [at, [text, , , put]] of uv.entries()) {
    const told = before[at];
    if (!told) expect([text, put]).toEqual([text, null]);
    if (!told || put === null) continue;
    written += 1;
    const list = told['constraint-dependencies'] ?? [];
    const wanted = ['torch===2.9.1', 'numpy<3', ...(list as string[])];
    expect([text, after[at]]).toEqual([text, { ...told, 'constraint-dependencies': wanted }]);
    expect([text, back[at]]).toEqual([text, told]);
  }
  expect(written).toBeGreaterThan(100);
});
