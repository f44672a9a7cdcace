import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../../electron/engine/machine/line-reader.ts';
import {
  fromCimTime,
  parsePowershellListing,
  parseTasklist,
  parseWmicListing,
} from '../../../../electron/engine/machine/windows-listings.ts';
import { fromFileTime, processesOfRows } from '../../../../electron/engine/machine/windows-rows.ts';

const python = 'D:\\AI 图像\\python_embeded\\python.exe';
const line = '".\\python_embeded\\python.exe" -s ComfyUI\\main.py --windows-standalone-build';
const expected = {
  pid: 42,
  parentPid: 4,
  executable: python,
  arguments: ['.\\python_embeded\\python.exe', '-s', 'ComfyUI\\main.py'].concat(
    '--windows-standalone-build',
  ),
  workingFolder: null,
};

describe('the JSON of PowerShell', () => {
  const row = {
    ProcessId: 42,
    ParentProcessId: 4,
    ExecutablePath: python,
    CommandLine: line,
    Started: '134093574151234567',
  };
  const idle = { ProcessId: 4, ParentProcessId: 0, ExecutablePath: null, CommandLine: null };
  const read = (output: string) => processesOfRows(parsePowershellListing(output));

  it('is read of one process and of many', () => {
    expect(read(JSON.stringify(row))).toEqual([expected]);
    expect(read(`${JSON.stringify([row, { ...idle, Started: null }])}\r\n`)).toHaveLength(2);
  });

  it.each([
    ['nothing', ''],
    ['a line end', '\r\n'],
    ['half of it', JSON.stringify([row, row]).slice(0, -20)],
    ['a refusal', 'This script contains malicious content and has been blocked by your antivirus.'],
    ['null', 'null'],
    ['an empty list', '[]'],
    ['other rows', '[1, "a", {"ProcessId": "42"}, {}]'],
    ['a list without any command line', JSON.stringify([idle, { ...row, CommandLine: null }])],
  ])('is no answer: %s', (_, output) => {
    expect(read(output)).toBeNull();
  });

  it('takes no younger program for the parent', () => {
    const children = [
      { ...row, ProcessId: 4, Started: '134093574151239999', CommandLine: 'x' },
      { ...row, Started: '134093574141234567' },
    ];
    expect(read(JSON.stringify(children))?.map(({ parentPid }) => parentPid)).toEqual([4, null]);
  });
});

describe('the list of wmic', () => {
  // As it comes: two carriage returns, no quotes, and XML's words for & and <.
  const text = [
    ...['', '', 'CommandLine=', 'CreationDate=', 'ExecutablePath=', 'ParentProcessId=0'],
    ...['ProcessId=0', '', '', `CommandLine=${line}`, 'CreationDate=20261128093015.123456+480'],
    ...[`ExecutablePath=${python}`, 'ParentProcessId=4', 'ProcessId=42', '', ''],
    ...['CommandLine="C:\\R&amp;D, a=b\\krita.exe" -c "two', 'lines"'],
    ...['CreationDate=20261128093015.123456+480', 'ExecutablePath=C:\\R&amp;D, a=b\\krita.exe'],
    ...['ParentProcessId=42', 'ProcessId=43', '', ''],
  ].join('\r\r\n');

  it('is read with any characters in the paths', () => {
    const all = processesOfRows(parseWmicListing(text));
    expect(all).toHaveLength(3);
    expect(all?.[1]).toEqual(expected);
    expect(all?.[2]).toMatchObject({ executable: 'C:\\R&D, a=b\\krita.exe', parentPid: 42 });
  });

  it('is read in a Chinese code page', () => {
    // 图像 in GBK.
    const bytes = Buffer.from(text.replace('图像', '\u00cd\u00bc\u00cf\u00f1'), 'latin1');
    expect(processesOfRows(parseWmicListing(decodeBytes(bytes, 'zh-CN')))?.[1]).toEqual(expected);
  });

  it('is read where it is UTF-16', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(processesOfRows(parseWmicListing(decodeBytes(bytes)))?.[1]).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['that it has no instances', 'No Instance(s) Available.\r\r\n'],
    ['a broken style sheet', 'Invalid XSL format (or) file name.\r\r\n'],
    ['a table', 'CommandLine  ProcessId\r\r\npython.exe   42\r\r\n'],
    ['the beginning of a process', text.slice(0, text.indexOf('ProcessId=42'))],
  ])('is no answer: %s', (_, output) => {
    expect(processesOfRows(parseWmicListing(output))).toBeNull();
  });
});

it('reads the rows of tasklist in any language and with its header', () => {
  const rows = (header: string) =>
    `${header}\r\n"System Idle Process","0","Services","0","8 K"\r\n"python.exe","4711","Console","1","10,240 K"\r\n`;
  const wanted = [
    { name: 'System Idle Process', pid: 0 },
    { name: 'python.exe', pid: 4711 },
  ];
  const english = rows('"Image Name","PID","Session Name","Session#","Mem Usage"');
  expect(parseTasklist(english)).toEqual(wanted);
  // "映像名称","PID","会话名      ","会话#   ","内存使用 " in GBK.
  const chinese = Buffer.from(
    rows(
      '"\u00d3\u00b3\u00cf\u00f1\u00c3\u00fb\u00b3\u00c6","PID","\u00bb\u00e1\u00bb\u00b0\u00c3\u00fb"',
    ),
    'latin1',
  );
  expect(parseTasklist(decodeBytes(chinese, 'zh-CN'))).toEqual(wanted);
});

it('tells one moment alike, by whatever tool it was told', () => {
  const moment = Date.UTC(2026, 10, 28, 1, 30, 15, 123);
  expect(fromCimTime('20261128093015.123456+480')).toBe(moment);
  expect(fromCimTime('20261127203015.123456-300')).toBe(moment);
  expect(fromFileTime(String((BigInt(moment) + 11_644_473_600_000n) * 10_000n + 4567n))).toBe(
    moment,
  );
  expect([fromCimTime(''), fromFileTime(''), fromFileTime('now')]).toEqual([null, null, null]);
});
