import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../electron/engine/logs/read-log.ts';
import { seamBetween, wrapOf } from '../../../../electron/engine/logs/wrap.ts';
import { healthyStart } from '../../../support/healthy-log.ts';
import { read, readBytes } from '../../../support/made-up-log.ts';
import { wrappedAt } from '../../../support/wrapped-text.ts';

const long = `at ${'.'.repeat(70)} second message: /a/rather/long/path/of/a/file/python.exe, and more`;

function atWords(columns: number, text: string): string {
  return text.replace(
    new RegExp(`(?=\\S{1,${columns}}|\\s)(.{1,${columns}})(?:\\s|$)`, 'gu'),
    '$1\n',
  );
}

describe('a message that a console tore apart', () => {
  it.each([80, 100, 120])('is read where lines end after %i columns', (columns) => {
    const reading = read(wrappedAt(columns, `first line\n${long}\nlast line\n`));
    expect(reading.said).toHaveLength(1);
    expect(reading.said[0]?.values['path']).toBe('/a/rather/long/path/of/a/file/python.exe,');
  });

  it('stands in the line of the editor where it begins', () => {
    const text = wrappedAt(80, `one\n${long}\nfirst message\n${long}`);
    const lines = read(text).said.map(({ signature, line }) => [signature, line]);
    const at = (wanted: string, from = 0): number =>
      text.split('\n').findIndex((line, index) => index >= from && line.includes(wanted)) + 1;
    expect(lines).toEqual([
      ['TWO', at(' second')],
      ['ONE', at('first message')],
      ['TWO', at(' second', at('first message'))],
    ]);
    expect(read(text).lines).toBe(text.split('\n').length);
  });

  it('is read where the lines are quoted as well', () => {
    const text = wrappedAt(80, `${long}\n${long.replace('at', 'in')}`);
    const quoted = text.split('\n').map((line) => `> ${line}`);
    expect(read(quoted.join('\n')).counts.get('TWO')).toBe(2);
  });

  it('is read where words were kept whole', () => {
    const words = 'The package that you have here was made for another version of it, and so a';
    const text = Array.from({ length: 4 }, (_, n) => `${n} ${words} first message of Ada ${words}`);
    expect(read(atWords(76, text.join('\n'))).counts.get('ONE')).toBe(4);
  });

  it('is read in Chinese, where a character takes two columns', () => {
    const line = `正在加载模型并检查显卡驱动程序的版本信息以及所有已安装的软件包 second message: /usr/bin`;
    const torn = [line.slice(0, 40), line.slice(40)];
    const columns =
      Array.from(torn[0] ?? '').length + (torn[0]?.match(/[\u4e00-\u9fff]/g) ?? []).length;
    const filler = `正${'.'.repeat(columns - 2)}`;
    const text = [
      ...torn,
      ...['a', 'b', 'c'].flatMap((each) => [`${filler.slice(0, -1)}${each}`, each]),
    ];
    expect(read(text.join('\n')).counts.get('TWO')).toBe(1);
  });

  it('reads the same however the bytes are cut', () => {
    const bytes = Buffer.from(wrappedAt(80, `one\n${long}\r\nfirst message\n${long}\n`));
    const whole = readBytes([bytes]);
    expect(whole.said).toHaveLength(3);
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const pieces = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
        expect(readBytes(pieces)).toEqual(whole);
      }),
    );
  });

  it('is read beside lines that are longer than any console, or without an end', () => {
    const torn = wrappedAt(80, `${long}\n${long.replace('at', 'in')}`).split('\n');
    const lines = [...torn, '.'.repeat(70_000), long];
    const reading = read(lines.join('\n'));
    expect(reading.counts.get('TWO')).toBe(3);
    expect(reading.lines).toBe(lines.length);
  });
});

describe('a text that nobody tore', () => {
  it.each([
    ['a log of ComfyUI', healthyStart(80)],
    ['rulers', Array.from({ length: 6 }, () => '='.repeat(80))],
    ['boxes', Array.from({ length: 6 }, (_, n) => `│ ${String(n).padEnd(96)} │`)],
    ['the same line again', Array.from({ length: 6 }, () => `loaded completely ${'1'.repeat(60)}`)],
    ['short lines', ['a b', 'c d']],
    ['very long lines', ['x'.repeat(400), 'y'.repeat(400), 'z']],
    ['a table', Array.from({ length: 9 }, (_, n) => `a.long.key.${n}:${' '.repeat(44)}value${n}`)],
  ])('is none: %s', (_, lines) => {
    expect(wrapOf(lines)).toBeNull();
  });

  it('loses no message by it where its lines look torn by chance', () => {
    const line = 'x'.repeat(80 - 'first message'.length);
    const text = `${line}first message\nzweite`;
    expect(wrapOf(text.split('\n'))).not.toBeNull();
    expect(read(text).said.map((each) => [each.signature, each.line, each.text])).toEqual([
      ['ONE', 1, `${line}first message`],
      ['TWO', 2, 'zweite'],
    ]);
  });

  it.each([
    [
      '  File "/a/b.py", line 1, in f'
        .padStart(80, 'x')
        .replace(/^x*/, (x) => ' '.repeat(x.length)),
      'next',
    ],
    [`a${' '.repeat(78)}b`, 'RuntimeError: no'],
    [`a${' '.repeat(78)}b`, '2026-01-01 10:00:00 next'],
    [`[x] ${' '.repeat(75)}b`, '[x] next'],
    [`a${' '.repeat(78)}b`, '   '],
  ])('goes on in a new line: %s | %s', (line, next) => {
    expect(
      seamBetween(line, next, { columns: 80, at: 'column', measure: 'characters' }),
    ).toBeNull();
  });

  it('gets back the space that was lost at the end of a line', () => {
    const wrap = { columns: 80, at: 'column', measure: 'characters' } as const;
    expect(seamBetween('x'.repeat(79), 'y', wrap)).toBe(' ');
    expect(seamBetween('x'.repeat(80), 'y', wrap)).toBe('');
    expect(seamBetween('x'.repeat(78), 'y', wrap)).toBeNull();
  });
});

describe('what a program only reports', () => {
  const heard = (text: string): string[] => readText(text).said.map((each) => each.signature);
  const reason = `"ImportError: No module named 'triton'"`;
  const entry = `Found comfy_kitchen backend triton: {'available': False, 'unavailable_reason': ${reason}, 'capabilities': []}`;

  it.each([
    ['an inventory', entry],
    ['an inventory that a console tore apart', wrappedAt(80, `${entry}\n${entry}`)],
    ['JSON', `{"name": "x", "state": "No module named 'triton'"}`],
    ['a quotation that is not closed', `{'unavailable_reason': "No module named 'triton'`],
  ])('is no message: %s', (_, text) => {
    expect(heard(text)).not.toContain('TR_NO_MODULE');
    expect(heard(text).filter((each) => !each.startsWith('FACT_'))).toEqual([]);
  });

  it.each([
    ['where the key says so', `{"exception_message": "No module named 'triton'"}`],
    ['in the log of a container', `{"log":"No module named 'triton'\\n","stream":"stderr"}`],
    ['beside a report', `{'a': 'b'} ModuleNotFoundError: No module named 'triton'`],
  ])('is one %s', (_, text) => {
    expect(heard(text).filter((each) => !each.startsWith('FACT_'))).not.toEqual([]);
  });
});
