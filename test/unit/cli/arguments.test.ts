import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../electron/hosts/cli/arguments.ts';
import { commandNames } from '../../../electron/hosts/cli/commands.ts';
import { translate } from '../../../shared/messages/index.ts';

function parse(line: string[], environment: Record<string, string> = {}) {
  return parseArguments(line, { platform: 'linux', environment });
}

function invocation(...line: string[]) {
  const { request } = parse(line);
  if (!request.ok) throw new Error(translate('en', request.fault.sentence));
  return request.invocation;
}

function refusal(...line: string[]) {
  const { request } = parse(line);
  if (request.ok) throw new Error('understood');
  return `${translate('en', request.fault.sentence)} ${translate('en', request.fault.hint)}`;
}

describe('command lines that are understood', () => {
  test.each([
    [['find'], { command: 'find', roots: [], onlyRoots: false, verdicts: false }],
    [
      ['find', '--root', 'a', '--root=b', '--only-roots'],
      { command: 'find', roots: ['a', 'b'], onlyRoots: true, verdicts: false },
    ],
    [['find', '--verdicts'], { command: 'find', roots: [], onlyRoots: false, verdicts: true }],
    [['diagnose', 'x'], { command: 'diagnose', target: 'x', static: false }],
    [['--static', 'diagnose', 'x'], { command: 'diagnose', target: 'x', static: true }],
    [
      ['plan', 'x'],
      { command: 'plan', target: 'x', goal: 'recommended', wheel: null, mirror: null },
    ],
    [
      ['plan', 'x', '--goal', 'triton'],
      { command: 'plan', target: 'x', goal: 'triton', wheel: null, mirror: null },
    ],
    [
      ['fix', 'x', '--plan', 'p1', '--yes'],
      {
        command: 'fix',
        target: 'x',
        goal: null,
        wheel: null,
        planId: 'p1',
        yes: true,
        mirror: null,
      },
    ],
    [
      ['trial', 'x'],
      { command: 'trial', target: 'x', goal: 'recommended', wheel: null, mirror: null },
    ],
    [
      ['trial', 'x', '--goal', 'flash-attn', '--wheel', 'f.whl'],
      { command: 'trial', target: 'x', goal: 'flash-attn', wheel: 'f.whl', mirror: null },
    ],
    [['verify', 'x'], { command: 'verify', target: 'x', benchmark: false, workflow: null }],
    [
      ['verify', 'x', '--benchmark', '--workflow', 'w.png'],
      { command: 'verify', target: 'x', benchmark: true, workflow: 'w.png' },
    ],
    [
      ['diagnose', '--all', '--static', '--root', 'd', '--only-roots'],
      { command: 'diagnose-all', static: true, roots: ['d'], onlyRoots: true },
    ],
    [['snapshots', 'x'], { command: 'snapshots', target: 'x' }],
    [
      ['rollback', 'x'],
      { command: 'rollback', target: 'x', snapshotId: null, yes: false, forget: false },
    ],
    [
      ['rollback', 'x', 's1', '--yes'],
      { command: 'rollback', target: 'x', snapshotId: 's1', yes: true, forget: false },
    ],
    [
      ['bundle', 'x', '--output', 'f.zip'],
      { command: 'bundle', target: 'x', output: 'f.zip', without: [] },
    ],
    [
      ['bundle', 'x', '--output', 'f.zip', '--without', 'log.txt', '--without', 'plan.json'],
      { command: 'bundle', target: 'x', output: 'f.zip', without: ['log.txt', 'plan.json'] },
    ],
    [['bundle', '--open', 'f.zip'], { command: 'open-bundle', file: 'f.zip' }],
    [['serve', '--port', '0', '--no-open'], { command: 'serve', port: 0, open: false }],
    [['--version'], { command: 'version' }],
    [['--help'], { command: 'help', about: null }],
    [['help', 'plan'], { command: 'help', about: 'plan' }],
    [['plan', '-h'], { command: 'help', about: 'plan' }],
    [
      ['diagnose', '--', '--odd-folder'],
      { command: 'diagnose', target: '--odd-folder', static: false },
    ],
  ])('%j', (line, wanted) => {
    expect(invocation(...line)).toEqual(wanted);
  });
});

describe('command lines that are refused', () => {
  test.each([
    [[], 'Please say what to do.'],
    [['diagnos', 'x'], 'There is no command “diagnos”; did you mean “diagnose”?'],
    [['log'], '“log” needs a log: a file, or - for what is piped in.'],
    [['log', 'a', '--facts'], 'The option --facts needs a value: --facts FILE.json.'],
    [['log', 'a', 'b'], '“log” has no use for the word “b”.'],
    [['diagnose', 'a', '--facts', 'b'], '“diagnose” has no option “--facts”.'],
    [['benchmark', 'x'], 'There is no command “benchmark”.'],
    [['plan', 'x', '--gaol', 'triton'], '“plan” has no option “--gaol”; did you mean “--goal”?'],
    [['plan', 'x', '--benchmark'], '“plan” has no option “--benchmark”.'],
    [['find', '--yes'], '“find” has no option “--yes”.'],
    [['find', 'here'], '“find” has no use for the word “here”.'],
    [['diagnose'], '“diagnose” needs a target'],
    [['diagnose', ' '], '“diagnose” needs a target'],
    [['diagnose', 'a', 'b'], '“diagnose” has no use for the word “b”.'],
    [['plan', 'x', '--goal'], 'The option --goal needs a value: --goal GOAL.'],
    [['plan', 'x', '--goal', '--json'], 'The option --goal needs a value: --goal GOAL.'],
    [['plan', 'x', '--goal', 'xformer'], 'There is no goal “xformer”; did you mean “xformers”?'],
    [['plan', 'x', '--goal', 'pizza'], 'There is no goal “pizza”. Goals: recommended, xformers'],
    [['diagnose', 'x', '--all'], '“diagnose” has no use for the word “x”.'],
    [['diagnose', 'x', '--root', 'd'], '“--root” and “--only-roots” belong to “--all”'],
    [['bundle', 'x'], '“bundle” needs a file to write: --output FILE.zip.'],
    [
      ['bundle', 'x', '--output', 'f.zip', '--without', 'report.md'],
      '“report.md” is no file of a bundle that can be left out.',
    ],
    [['plan', 'x', '--wheel', 'f.whl'], '--wheel goes with a goal that takes a file.'],
    [['plan', 'x', '--goal', 'triton', '--wheel', 'f.whl'], 'sageattention, flash-attn'],
    [['serve', '--port', '70000'], '“70000” is not a port'],
    [['serve', '--port', 'eighty'], '“eighty” is not a port'],
    [['find', '--lang', 'fr'], 'There is no language “fr” here. Languages: en, zh-CN.'],
    [['find', '--json=yes'], '“find” has no option “--json=yes”'],
  ])('%j', (line, sentence) => {
    expect(refusal(...line)).toContain(sentence);
  });

  test('an unknown command is answered with all that there are', () => {
    for (const name of commandNames) expect(refusal('lgo')).toContain(name);
  });
});

describe('language and output', () => {
  test('--lang wins over the locale, the locale over English', () => {
    expect(parse(['find', '--lang', 'zh-CN']).language).toBe('zh-CN');
    expect(parse(['find', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }).language).toBe('en');
    expect(parse(['find'], { LANG: 'zh_CN.UTF-8' }).language).toBe('zh-CN');
    expect(parse(['find'], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }).language).toBe('en');
    expect(parse(['find']).language).toBe('en');
  });

  test('--json is heard even where the rest is wrong', () => {
    expect(parse(['nonsense', '--json']).json).toBe(true);
    expect(parse(['plan', 'x', '--goal', '--json']).json).toBe(true);
  });

  test('on Windows the quote that a trailing backslash leaves is dropped', () => {
    const read = parseArguments(['diagnose', 'C:\\My ComfyUI"'], {
      platform: 'win32',
      environment: {},
    });
    expect(read.request).toEqual({
      ok: true,
      invocation: { command: 'diagnose', target: 'C:\\My ComfyUI', static: false },
    });
  });
});
