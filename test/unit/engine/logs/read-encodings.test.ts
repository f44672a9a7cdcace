import { describe, expect, it } from 'vitest';
import { message, read, readBytes } from '../../../support/made-up-log.ts';

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
