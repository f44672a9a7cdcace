import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlagChange } from '../../../../../electron/engine/launch/settings/flag-change.ts';
import {
  editSettings,
  flagsInSettings,
} from '../../../../../electron/engine/launch/settings/flag-place.ts';
import type { LaunchSettings } from '../../../../../shared/install.ts';

const wanted = '--use-pytorch-cross-attention';
const others = ['--use-sage-attention', '--use-flash-attention', '--disable-xformers'];
const change: FlagChange = { add: [wanted], remove: others };

/** Flags as they may stand together: at most one other attention, ours, and what has nothing to do with it. */
const flags = fc
  .tuple(
    fc.subarray(['--lowvram', '--listen', '--fast', '--enable-manager', '--highvram']),
    fc.option(fc.constantFrom(...others, wanted), { nil: null }),
  )
  .chain(([plain, own]) =>
    fc.shuffledSubarray(own === null ? plain : [...plain, own], {
      minLength: plain.length + (own === null ? 0 : 1),
    }),
  );
/** Names and values of a JSON file that are nobody's flags. */
const rest = fc.dictionary(
  fc
    .string({ unit: 'grapheme' })
    .filter(
      (name) =>
        !/^(__proto__|LaunchArgs|launchArgs|installPath|LibraryPath|Path|server_arguments|Comfy\.Server\.LaunchArgs)$/.test(
          name,
        ),
    ),
  fc.jsonValue(),
  { maxKeys: 4 },
);
const indent = fc.constantFrom(undefined, 1, 2, 4, '\t');
const ends = fc.constantFrom('\n', '\r\n');
const encoding = fc.constantFrom<['utf8' | 'utf16le', string]>(
  ['utf8', ''],
  ['utf8', '\uFEFF'],
  ['utf16le', '\uFEFF'],
);

type Made = { bytes: Uint8Array; read: (bytes: Uint8Array) => unknown };

/** A JSON file around a value, and how to read all of it but that value. */
function json(
  settings: LaunchSettings,
  around: (value: unknown, other: object) => unknown,
  valueOf: (words: string[]) => unknown,
) {
  return fc
    .tuple(flags, rest, indent, ends, encoding)
    .map(([words, other, space, end, [code, mark]]) => {
      const text = JSON.stringify(around(valueOf(words), other), null, space).replaceAll('\n', end);
      const bytes = new Uint8Array(Buffer.from(mark + text, code));
      const open = (from: Uint8Array): string => {
        const whole = Buffer.from(from).toString(code);
        expect(whole.startsWith(mark)).toBe(true);
        expect(/(?<!\r)\n/.test(whole)).toBe(end === '\n' && space !== undefined);
        return whole.slice(mark.length);
      };
      const read = (from: Uint8Array): unknown =>
        JSON.parse(open(from), (name, value: unknown) => (name === atOf(settings) ? 0 : value));
      return { settings, words, made: { bytes, read } satisfies Made };
    });
}

function atOf({ id }: LaunchSettings): string {
  if (id === 'desktop_v1') return 'Comfy.Server.LaunchArgs';
  if (id === 'krita') return 'server_arguments';
  return id === 'desktop_v2' ? 'launchArgs' : 'LaunchArgs';
}

/** A text with a line of flags in it, whatever its encoding. */
function text(
  settings: LaunchSettings,
  around: (line: string, other: string) => string,
  first = '',
) {
  const other = fc
    .string({ unit: 'grapheme' })
    .map((each) => each.replace(/[^\x20-\xff]|[:=#]/g, ''));
  const encodings = fc.constantFrom<BufferEncoding>('utf8', 'latin1');
  return fc.tuple(flags, other, ends, encodings).map(([words, own, end, code]) => {
    const line = words.length === 0 ? first : words.join(' ');
    const bytes = new Uint8Array(Buffer.from(around(line, own).replaceAll('\n', end), code));
    const read = (from: Uint8Array): unknown =>
      Buffer.from(from)
        .toString('latin1')
        .replaceAll(/--[a-z-]+|\\x/g, '')
        .replaceAll(/ +/g, '');
    return { settings, words, made: { bytes, read } satisfies Made };
  });
}

const named = (words: string[]): unknown =>
  words.map((word) => ({ Name: word, Type: 'Bool', OptionValue: true }));
const forms = {
  'a map of options': json(
    { id: 'desktop_v1', entry: null },
    (value, other) => ({ ...other, 'Comfy.Server.LaunchArgs': value, last: '绘' }),
    (words) => Object.fromEntries(words.map((word) => [word.slice(2), ''])),
  ),
  'a line in JSON': json(
    { id: 'desktop_v2', entry: 'C:\\图' },
    (value, other) => [
      { installPath: 'C:\\a', launchArgs: 0 },
      { ...other, installPath: 'C:\\图', launchArgs: value },
    ],
    (words) => words.join('  '),
  ),
  'a list of options': json(
    { id: 'stability_matrix', entry: 'Packages/a' },
    (value, other) => ({
      ...other,
      InstalledPackages: [{ LibraryPath: 'Packages/a', LaunchArgs: value }, other],
    }),
    named,
  ),
  'a key of an ini file': text(
    { id: 'comfy_cli', entry: null },
    (line, other) =>
      `[DEFAULT]\nown = ${other}\ndefault_launch_extras = ${line}\nlast = ${other}\n`,
  ),
  'a value of an .fds file': text(
    { id: 'swarmui', entry: '3' },
    (line, other) => `3:\n  settings:\n    ExtraArgs: ${line}\n    Own: ${other}x\n`,
    '\\x',
  ),
  'a variable of a batch file': text(
    { id: 'webui', entry: null },
    (line, other) => `rem ${other}\nset COMMANDLINE_ARGS=${line}\ncall webui.bat\n`,
  ),
  'a variable of a shell script': text(
    { id: 'webui', entry: null },
    (line, other) => `# ${other}\nexport COMMANDLINE_ARGS="${line}"\n`,
  ),
  'arguments line by line': text({ id: 'runpod_base', entry: null }, (line, other) =>
    line === '' ? `# ${other}\n` : `# ${other}\n${line.replaceAll(' ', '\n')}\n`,
  ),
};

describe.each(Object.entries(forms))('%s', (name, arbitrary) => {
  it('has just the wanted flags, nothing else changed, and comes back to the byte', () => {
    fc.assert(
      fc.property(
        arbitrary as fc.Arbitrary<{ settings: LaunchSettings; words: string[]; made: Made }>,
        ({ settings, words, made }) => {
          const sorted = (each: readonly string[] | null) => [...(each ?? [])].sort();
          expect(sorted(flagsInSettings(made.bytes, settings))).toEqual(sorted(words));
          const after = editSettings(made.bytes, settings, change);
          if (!after) throw new Error('not edited');
          const plain = words.filter((word) => !others.includes(word) && word !== wanted);
          expect(sorted(flagsInSettings(after, settings))).toEqual(sorted([...plain, wanted]));
          if (name !== 'arguments line by line')
            expect(made.read(after)).toEqual(made.read(made.bytes));
          // A switch that was turned off is there still, so that the list is another one.
          if (name === 'a list of options') return;
          const replaced = words.filter((word) => others.includes(word));
          const gone = words.includes(wanted) ? [] : [wanted];
          const back = editSettings(after, settings, { add: replaced, remove: gone });
          // The last word of an .fds value leaves nothing, where nothing was said as \x.
          if (name === 'a value of an .fds file' && words.length === 0) return;
          expect(back).toEqual(made.bytes);
        },
      ),
      { numRuns: 300 },
    );
  });
});
