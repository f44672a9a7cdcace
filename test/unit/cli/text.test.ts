import { expect, test } from 'vitest';
import { nearestWord } from '../../../electron/hosts/cli/nearest-word.ts';
import { languageOf } from '../../../electron/hosts/cli/language.ts';
import { createPage, printProblem, shellWord } from '../../../electron/hosts/cli/page.ts';
import { printHelp } from '../../../electron/hosts/cli/help.ts';
import { commandNames } from '../../../electron/hosts/cli/commands.ts';
import { bytesText } from '../../../electron/hosts/cli/quantities.ts';
import { openerOf } from '../../../electron/hosts/cli/open-address.ts';
import { terminalText } from '../../../electron/hosts/cli/painted-text.ts';
import { createProgress } from '../../../electron/hosts/cli/progress.ts';
import { columns, styleOf, terminalOf, widthOf } from '../../../electron/hosts/cli/terminal.ts';

const plain = { style: styleOf(false), width: 60 };

test('the nearest word is named only where it is near', () => {
  expect(nearestWord('diagnos', commandNames)).toBe('diagnose');
  expect(nearestWord('vrify', commandNames)).toBe('verify');
  expect(nearestWord('snap', commandNames)).toBe('snapshots');
  expect(nearestWord('benchmark', commandNames)).toBeNull();
  expect(nearestWord('', commandNames)).toBeNull();
});

test('the locale of the terminal chooses the language', () => {
  expect(languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
  expect(languageOf({ LANG: 'zh-Hans' })).toBe('zh-CN');
  expect(languageOf({ LANG: 'de_DE.UTF-8' })).toBe('en');
  expect(languageOf({})).toBe('en');
});

test('colours are for a person at a terminal, and never against NO_COLOR', () => {
  const green = terminalOf({ isTTY: true }, {}).style.good('x');
  expect(terminalText(green)).toBe('\u001b[32mx\u001b[0m');
  expect(terminalOf({ isTTY: true }, { NO_COLOR: '1' }).style.good('x')).toBe('x');
  expect(terminalOf({ isTTY: true }, { TERM: 'dumb' }).style.good('x')).toBe('x');
  expect(terminalOf({}, {}).style.good('x')).toBe('x');
});

test('columns stand below one another, Chinese and colours included', () => {
  expect(
    columns([
      ['文件夹', '/a'],
      ['Id', 'b'],
    ]),
  ).toEqual(['文件夹  /a', 'Id      b']);
  expect(widthOf(styleOf(true).good('通过'))).toBe(4);
});

test('a problem is one sentence, a hint, and the end of what failed', () => {
  const page = createPage('en', plain, 'x');
  const detail = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
  const lines = printProblem(page, { code: 'pip-failed', params: { reason: 'exit 1' }, detail });
  expect(lines.slice(0, 2)).toEqual([
    'Problem: pip could not finish (exit 1).',
    'The last lines of its output are below.',
  ]);
  expect(lines).toHaveLength(22);
  expect(lines.at(-1)).toBe('  line 39');
});

test('help names every command and every exit code, in both languages', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const text = printHelp(createPage(language, plain, ''), null).join('\n');
    for (const name of commandNames) expect(text).toContain(name);
    for (const code of ['0', '1', '2', '3', '4', '5', '130']) expect(text).toContain(`  ${code}  `);
  }
  const plan = printHelp(createPage('en', plain, ''), 'plan').join('\n');
  expect(plan).toContain('attention-doctor plan TARGET [--goal GOAL]');
  expect(plan).toContain('Offered: recommended, xformers,');
});

test('small things', () => {
  expect(bytesText(512)).toBe('512 B');
  expect(bytesText(1536)).toBe('1.5 KiB');
  expect(bytesText(2_500_000_000)).toBe('2.3 GiB');
  expect(shellWord('/a/b')).toBe('/a/b');
  expect(shellWord('/my folder')).toBe('"/my folder"');
  const windows = { platform: 'win32', environment: {} } as const;
  expect(openerOf(windows, 'http://127.0.0.1/?a=1&b=2')).toEqual({
    program: 'rundll32.exe',
    arguments: ['url.dll,FileProtocolHandler', 'http://127.0.0.1/?a=1&b=2'],
  });
});

test('progress in a file is one line for each step, and the log', () => {
  const written: string[] = [];
  const output = { write: (text: string) => written.push(text) };
  const onEvent = createProgress(createPage('en', plain, 'x'), output);
  const base = { operationId: 'o', at: '2026-01-01T00:00:00Z' };
  onEvent({ type: 'started', ...base, seq: 1, kind: 'fix', targetId: 't', steps: ['install'] });
  onEvent({ type: 'step-started', ...base, seq: 2, step: 'unknown-step' });
  onEvent({
    type: 'progress',
    ...base,
    seq: 3,
    step: 'unknown-step',
    fraction: 0.5,
    note: { key: 'half' },
  });
  onEvent({
    type: 'log',
    ...base,
    seq: 4,
    step: 'unknown-step',
    lines: [
      { stream: 'command', text: 'pip install' },
      { stream: 'stdout', text: 'Collecting' },
    ],
  });
  expect(written).toEqual(['unknown-step ...\n', '$ pip install\n', '| Collecting\n']);
});

test('progress at a terminal is one line that moves, no wider than it is', () => {
  const tell = (columns: number, secondsLeft?: number | null): string => {
    const written: string[] = [];
    const output = { isTTY: true, columns, write: (text: string) => written.push(text) };
    const onEvent = createProgress(createPage('en', plain, 'x'), output);
    const base = { operationId: 'o', at: '2026-01-01T00:00:00Z', seq: 1 };
    onEvent({ type: 'started', ...base, kind: 'fix', targetId: 't', steps: ['download'] });
    onEvent({
      type: 'progress',
      ...base,
      step: 'download',
      fraction: 0.41,
      ...(secondsLeft === undefined ? {} : { secondsLeft }),
      note: { key: 'progress.installing', params: { names: 'a' } },
    });
    return written.join('').replace('\r\u001b[K', '');
  };
  expect(tell(200, 360)).toBe('Download 41% - pip is installing a - about 6 minutes left');
  expect(tell(200, null)).toBe('Download 41% - pip is installing a - time left unknown');
  expect(tell(200)).toBe('Download 41% - pip is installing a');
  expect(tell(20, 360)).toBe('Download 41% - pip…');
});
