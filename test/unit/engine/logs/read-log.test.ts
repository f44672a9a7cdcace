import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Signature } from '../../../../electron/engine/knowledge/signatures.ts';
import { createLogReader, readText } from '../../../../electron/engine/logs/read-log.ts';
import type { LogReading } from '../../../../electron/engine/logs/log-reading.ts';

const signatures = [
  signature('ONE', ['first message'], String.raw`first message(?: of (?<whom>\w+))?`),
  signature('TWO', ['second message', 'zweite'], String.raw`second message: (?<path>\S+)|zweite`),
  signature('QUOTED', ["named 'thing'"], "no module named 'thing'"),
  signature('PATH', ['lib\\thing'], String.raw`lib[\\/]{1,4}thing`),
  { ...signature('OFTEN', ['100%'], '100%'), enough: 1 },
];
const message = 'second message: C:\\ComfyUI\\python.exe';

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

describe('encodings', () => {
  const text = `起動中 ログ\r\n${message}\r\nfirst message of Ann é\r\n`;
  const plain = read(text).said;

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 LE without', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 BE without', Buffer.from(text, 'utf16le').swap16()],
  ])('reads %s, cut anywhere', (_, bytes) => {
    for (const cut of [0, 1, 2, 3, 7, 50, 51, bytes.length - 1]) {
      const reading = readBytes([bytes.subarray(0, cut), bytes.subarray(cut)]);
      expect(reading).toMatchObject({ said: plain, lines: 3, bytes: bytes.length });
      expect(reading.firstLine).toBe('起動中 ログ');
    }
  });

  it('reads UTF-16 that PowerShell put behind something else', () => {
    const before = Buffer.from('x'.repeat(3000) + '\n');
    const reading = readBytes([before, Buffer.from('first message of Max\r\n', 'utf16le')]);
    expect(reading.said[0]).toMatchObject({ line: 2, text: 'first message of Max' });
  });

  it.each([
    ['GBK', [0xd5, 0xd2, 0xb2, 0xbb, 0xb5, 0xbd], '找不到'],
    ['Shift-JIS', [0x8e, 0xb8, 0x94, 0x73], null],
    ['windows-1251', [0xce, 0xf8, 0xe8, 0xe1, 0xea, 0xe0], null],
    ['windows-1252', [0x45, 0x63, 0x68, 0x6f, 0xe9], null],
  ])('finds a message between words in %s', (_, foreign, readable) => {
    const bytes = Buffer.concat([
      Buffer.from('x\n'),
      Buffer.from(foreign),
      Buffer.from('first message of Lee: '),
      Buffer.from(foreign),
      Buffer.from('second message: ok\n'),
    ]);
    const { said } = readBytes([bytes]);
    expect(said.map(({ signature: id, line }) => [id, line])).toEqual([
      ['ONE', 2],
      ['TWO', 2],
    ]);
    if (readable) expect(said[0]?.text).toContain(readable);
  });
});

describe('a line without end', () => {
  it('is read wherever its messages stand, once each', () => {
    const size = 50 * 1024 * 1024;
    const bytes = Buffer.alloc(size, 'abcdefgh 01234567 ');
    const places = [0, 5000, 262_100, 1_000_000, size - 40];
    for (const place of places) bytes.write(' first message of Joe ', place);
    const chunks = Array.from({ length: size / 65_536 }, (_, n) =>
      bytes.subarray(n * 65_536, (n + 1) * 65_536),
    );
    const reading = readBytes(chunks);
    expect(reading.counts.get('ONE')).toBe(places.length);
    expect(reading.lines).toBe(1);
    for (const { line, text, values } of reading.said) {
      expect(line).toBe(1);
      expect(text.length).toBeLessThan(410);
      expect(text).toContain('first message of Joe');
      expect(values).toEqual({ whom: 'Joe' });
    }
  });

  it('is counted right where messages stand closer than one can see', () => {
    const reading = read('first message of Sam '.padEnd(97, '.').repeat(1000));
    expect(reading.counts.get('ONE')).toBeGreaterThan(200);
    expect(reading.counts.get('ONE')).toBeLessThanOrEqual(1000);
  });

  it('is not cut within a character', () => {
    const { said } = read('语'.repeat(5000) + ' first message ' + '语'.repeat(5000));
    expect(said[0]?.text).not.toContain('\ufffd');
  });
});

it('knows the messages of all tables', () => {
  const { said } = readText("x\nModuleNotFoundError: No module named 'xformers'");
  expect(said.map(({ signature: id, line }) => [id, line])).toContainEqual(['XF_MISSING', 2]);
});

function read(text: string): LogReading {
  return readBytes([Buffer.from(text)]);
}

function readBytes(chunks: readonly Buffer[]): LogReading {
  const reader = createLogReader({ signatures });
  for (const chunk of chunks) reader.push(chunk);
  return reader.end();
}

function signature(id: string, anchors: string[], pattern: string): Signature {
  return {
    id,
    anchors,
    pattern,
    role: 'detail',
    printedBy: '',
    versions: '',
    meaning: '',
    source: '',
  };
}
