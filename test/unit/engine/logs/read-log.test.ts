import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readText } from '../../../../electron/engine/logs/read-log.ts';
import { message, read, readBytes } from '../../../support/made-up-log.ts';

describe('reading a log', () => {
  it('says which messages stand in which lines, and what they name', () => {
    const reading = read(
      'nothing\r\n\r\na FIRST Message of Ada\nplain\n  second message: /usr/bin\n',
    );
    expect(reading.said).toEqual([
      { signature: 'ONE', line: 3, text: 'a FIRST Message of Ada', values: { whom: 'Ada' } },
      { signature: 'TWO', line: 5, text: 'second message: /usr/bin', values: { path: '/usr/bin' } },
    ]);
    expect(reading.counts).toEqual(
      new Map([
        ['ONE', 1],
        ['TWO', 1],
      ]),
    );
    expect(reading.firstLine).toBe('nothing');
  });

  it('counts lines as an editor does, and bytes as the file system does', () => {
    expect(read('')).toMatchObject({ lines: 0, bytes: 0, firstLine: null, said: [] });
    expect(read('one')).toMatchObject({ lines: 1, bytes: 3 });
    expect(read('one\n').lines).toBe(1);
    expect(read('one\r\ntwo')).toMatchObject({ lines: 2, bytes: 8 });
    expect(read('\n\n  \n\tfirst\n').firstLine).toBe('first');
  });

  it('needs the whole pattern, not the anchor alone', () => {
    expect(read('second message without a path named').said).toEqual([]);
  });

  it('reads the same however the bytes are cut', () => {
    const bytes = Buffer.from(
      `préface\n\u001b[31m${message}\u001b[0m\r\nfirst message of Eve 日本\n`,
    );
    const whole = readBytes([bytes]);
    expect(whole.said.map(({ line }) => line)).toEqual([2, 3]);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(readBytes([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole);
    }
    expect(readBytes(Array.from(bytes, (byte) => Buffer.of(byte)))).toEqual(whole);
  });

  it('reads the same however the bytes of a large log are cut', () => {
    const text = Array.from({ length: 9000 }, (_, n) =>
      n % 301 === 300 ? `at ${n} ${message}` : `line ${n} ${'.'.repeat(n % 90)}`,
    ).join('\n');
    const bytes = Buffer.from(text);
    const whole = read(text);
    expect(whole.counts.get('TWO')).toBe(29);
    expect(
      whole.said.every(({ line, text: said }) => said.startsWith(`at ${Number(line) - 1} `)),
    ).toBe(true);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 6 }), (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
        expect(readBytes(chunks)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the first twenty and the last five of a message, and counts them all', () => {
    const reading = read(Array.from({ length: 1000 }, () => 'first message').join('\n'));
    const expected = [...Array.from({ length: 20 }, (_, n) => n + 1), 996, 997, 998, 999, 1000];
    expect(reading.said.map(({ line }) => line)).toEqual(expected);
    expect(reading.counts.get('ONE')).toBe(1000);
  });

  it('reads no more of a message than is enough, and everything else in its lines', () => {
    const reading = read('100%\n100% first message\n100%');
    expect(reading.said.map(({ signature: id, line }) => `${id} ${line ?? ''}`)).toEqual([
      'OFTEN 1',
      'ONE 2',
    ]);
  });

  it('keeps the order of the log across messages', () => {
    const reading = read('first message\nsecond message: a\nfirst message zweite');
    expect(reading.said.map(({ signature: id }) => id)).toEqual(['ONE', 'TWO', 'ONE', 'TWO']);
  });
});

describe('what terminals and programs do to a line', () => {
  it('sees through colours, links and titles in the middle of a message', () => {
    const link = '\u001b]8;;file:///x\u001b\\second\u001b]8;;\u0007';
    const reading = read(
      `\u001b[1;31mfirst mes\u001b[0msage\u001b[K of Bob\n\u001b]0;title\u0007${link} message: x`,
    );
    expect(reading.said.map(({ text }) => text)).toEqual([
      'first message of Bob',
      'second message: x',
    ]);
  });

  it('is not swallowed by an escape that never ends', () => {
    expect(read('\u001b]0;broken\nfirst message').said).toHaveLength(1);
    expect(read('\u001b[31\nfirst message').said).toHaveLength(1);
  });

  it('parts a progress bar from what is printed behind it, on the same line', () => {
    const bar = ' 10%|█   | 2/20 [00:01<00:09,  1.9it/s]\r 15%|█▌  | 3/20\r';
    const reading = read(`start\n${bar}first message of Kim\r\nend`);
    expect(reading.said).toEqual([
      { signature: 'ONE', line: 2, text: 'first message of Kim', values: { whom: 'Kim' } },
    ]);
  });

  it.each([
    ['a time', '2025-05-09T13:34:52.590489 - '],
    ['a date in brackets', '[2024-08-10 14:53] '],
    ['a stream', '[ComfyUI-0] [STDERR] '],
    ['a container step', '#10 40.52 '],
    ['a quotation', '> > '],
    ['a bar without its line end', '  0%|          | 0/20 [00:00<?, ?it/s]'],
  ])('looks behind %s', (_, prefix) => {
    expect(read(`${prefix}first message`).counts.get('ONE')).toBe(1);
  });

  it('reads what was put into a string, with quotes and line ends escaped', () => {
    const escaped = String.raw`{"log": "x\nNo module named \'thing\'\nC:\\lib\\thing\nfirst message of A\nfirst message of B"}`;
    const reading = read(escaped);
    expect(reading.said.map(({ signature: id }) => id)).toEqual(['QUOTED', 'PATH', 'ONE', 'ONE']);
    expect(reading.said.at(-1)?.values).toEqual({ whom: 'B' });
  });

  it('reads the curly quotes of forums', () => {
    expect(read('No module named ‘thing’').counts.get('QUOTED')).toBe(1);
  });
});

it('knows the messages of all tables', () => {
  const { said } = readText("x\nModuleNotFoundError: No module named 'xformers'");
  expect(said.map(({ signature: id, line }) => [id, line])).toContainEqual(['XF_MISSING', 2]);
});
