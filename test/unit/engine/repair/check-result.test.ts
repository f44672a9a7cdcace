import { describe, expect, it } from 'vitest';
import type { Facts, LiveFacts } from '../../../../shared/facts.ts';
import type { Diagnosis, Finding } from '../../../../shared/finding.ts';
import { toProblem, type Problem } from '../../../../shared/problem.ts';
import type { Rung } from '../../../../shared/verification.ts';
import { checkResult } from '../../../../electron/engine/repair/check-result.ts';
import { factsWith, live, torch } from '../../../support/facts.ts';
import { samplePlan } from '../../../support/sample-plan.ts';

type Change = { name: string; from: string | null; to: string | null };
type Given = {
  changes?: Change[];
  installed?: Record<string, string>;
  loaded?: Partial<LiveFacts> | null;
  torchAfter?: Facts['torch'];
  torchBefore?: Facts['torch'];
  before?: Partial<Finding>[];
  after?: Partial<Finding>[];
  problem?: Problem;
  rungs?: [Rung['outcome'], string][];
};
const to = (name: string, version: string | null = '1.0'): Change => ({
  ...{ name, from: '0.9', to: version },
});

function diagnosis(facts: Partial<Facts>, findings: Partial<Finding>[], problem?: Problem) {
  const all = findings.map((each) => ({ severity: 'error', consequence: false, ...each }));
  return { facts: factsWith(facts), findings: all, problem: problem ?? null } as Diagnosis;
}

/** What was missed; null: nothing. */
function missed(given: Given): string | null {
  const { changes = [to('xformers')], installed = { xformers: '1.0' }, loaded = {} } = given;
  const distributions = Object.entries(installed).map(([name, version]) => ({
    ...{ name, version, location: `/env/${name}`, hasRecord: true },
  }));
  const after = diagnosis(
    {
      distributions,
      ...(loaded === null ? {} : { live: live(loaded) }),
      ...(given.torchAfter ? { torch: given.torchAfter } : {}),
    },
    given.after ?? [],
    given.problem,
  );
  const before = diagnosis(
    given.torchBefore ? { torch: given.torchBefore } : {},
    given.before ?? [],
  );
  const rungs = (given.rungs ?? []).map(([outcome, id], rung) => ({ rung, id, outcome }) as Rung);
  try {
    checkResult(samplePlan({ changes }), before, after, { rungs, backends: [] });
    return null;
  } catch (error) {
    const problem = toProblem(error);
    expect(problem.code).toBe('verification-failed');
    return problem.detail ?? '';
  }
}

describe('what was promised', () => {
  it.each<[string, Given, string | null]>([
    ['is there', {}, null],
    ['is another version', { installed: { xformers: '0.9' } }, 'xformers: 0.9'],
    [
      'is another version, behind a package that has it',
      { installed: { numpy: '1.0', xformers: '0.9' } },
      'xformers: 0.9',
    ],
    ['is missing', { installed: {} }, 'xformers: -'],
    ['is gone', { changes: [to('triton', null)], installed: {} }, null],
    ['is not gone', { changes: [to('triton', null)], installed: { triton: '3' } }, 'triton: 3'],
    ['moves torch by chance', { torchAfter: torch('2.6.0', null) }, 'torch 2.6.0 cpu'],
    [
      'changes what torch was built for',
      { torchAfter: torch('2.6.0+cu124', '12.6') },
      'torch 2.6.0+cu124 12.6',
    ],
    ['loses torch', { torchAfter: { state: 'absent', how: 'file' } }, 'torch -'],
    [
      'finds torch',
      { torchBefore: { state: 'absent', how: 'file' }, torchAfter: torch('2.6.0', '12.4') },
      'torch 2.6.0 12.4',
    ],
    [
      'moves torch as planned',
      {
        changes: [to('torch'), to('xformers')],
        installed: { torch: '1.0', xformers: '1.0' },
        torchAfter: torch('1.0', null),
      },
      null,
    ],
  ])('%s', (_, given, expected) => {
    expect(missed(given)).toBe(expected);
  });

  it('looks at what ROCm and XPU builds were made for', () => {
    const built = (hip: string | null, xpu: string | null): Facts['torch'] => ({
      ...{ state: 'known', how: 'file' },
      value: { version: '2.6', cuda: null, hip, xpu },
    });
    expect(missed({ torchBefore: built('6.1', null), torchAfter: built('6.2', null) })).toBe(
      'torch 2.6 6.2',
    );
    expect(missed({ torchBefore: built(null, 'a'), torchAfter: built(null, 'b') })).toBe(
      'torch 2.6 b',
    );
    expect(missed({ torchBefore: built(null, 'a'), torchAfter: built(null, 'a') })).toBeNull();
  });
});

describe('a live Python', () => {
  it('has to answer', () => {
    expect(missed({ loaded: null })).toBe('no live Python');
    const problem = { code: 'interpreter-crashed' as const, detail: 'core dumped' };
    expect(missed({ loaded: null, problem })).toBe('interpreter-crashed\ncore dumped');
    expect(missed({ problem: { code: 'timed-out' } })).toBe('timed-out\n');
  });

  const imports = [
    { module: 'flash_attn', error: 'undefined symbol' },
    { module: 'sageattention', error: null },
  ];
  const bad = { ...{ version: null, error: 'broken' } };
  it.each<[string, Partial<LiveFacts>, string | null]>([
    ['xformers', { xformers: null }, 'xformers: not imported'],
    ['xformers', { xformers: { ...bad } as unknown as LiveFacts['xformers'] }, 'xformers: broken'],
    ['xformers', {}, null],
    ['torch', { torch: null }, 'torch: not imported'],
    ['torch', { torch: { ...bad } as unknown as LiveFacts['torch'] }, 'torch: broken'],
    ['torch', {}, null],
    ['triton', { triton: null }, 'triton: not imported'],
    ['triton', { triton: bad }, 'triton: broken'],
    ['triton', {}, null],
    ['triton-windows', { triton: null }, 'triton-windows: not imported'],
    ['triton-windows', { triton: bad }, 'triton-windows: broken'],
    ['triton-windows', {}, null],
    ['flash-attn', { imports }, 'flash-attn: undefined symbol'],
    ['sageattention', { imports }, null],
    ['numpy', { imports }, null],
    ['numpy', {}, null],
  ])('imports %s with %j: %s', (name, loaded, expected) => {
    expect(missed({ changes: [to(name)], installed: { [name]: '1.0' }, loaded })).toBe(expected);
  });

  it('need not import what was taken out', () => {
    const loaded = { triton: null };
    expect(missed({ changes: [to('triton', null)], installed: {}, loaded })).toBeNull();
  });
});

describe('findings', () => {
  const cause = (name: string, changes: Partial<Finding> = {}): Partial<Finding> =>
    ({ cause: name, ...changes }) as Partial<Finding>;
  it.each<[string, Partial<Finding>[], Partial<Finding>[], string | null]>([
    ['the root is gone', [cause('a')], [], null],
    ['the root stays', [cause('a')], [cause('a')], 'a'],
    ['the root stays as a limit', [cause('a')], [cause('a', { severity: 'limit' })], null],
    ['the root stays as a consequence', [cause('a')], [cause('a', { consequence: true })], null],
    ['another one stays', [cause('a'), cause('b')], [cause('b')], null],
    ['a new one came', [cause('a')], [cause('c')], 'c'],
    ['a new one came behind', [cause('a'), cause('b')], [cause('b'), cause('c')], 'c'],
    [
      'the first was a consequence',
      [cause('b', { consequence: true }), cause('a')],
      [cause('a')],
      'a',
    ],
    ['a consequence stays', [cause('b', { consequence: true }), cause('a')], [cause('b')], null],
    ['a new warning came', [cause('a')], [cause('c', { severity: 'warning' })], null],
    ['there was none', [], [cause('c')], 'c'],
  ])('%s', (_, before, after, expected) => {
    expect(missed({ before, after })).toBe(expected);
  });
});

describe('rungs', () => {
  const fallen: Given['rungs'] = [
    ['pass', 'attribute'],
    ['unknown', 'metadata'],
    ['fail', 'extension'],
  ];
  const skipped: Given['rungs'] = [['skipped', 'operators']];
  const good: Given['rungs'] = [
    ['pass', 'attribute'],
    ['unknown', 'metadata'],
  ];
  const both = { torch: '1.0', xformers: '1.0' };
  it.each<[string, Given, string | null]>([
    ['passed', { rungs: good }, null],
    ['failed', { rungs: fallen }, 'rung 2 (extension): fail'],
    ['skipped', { rungs: skipped }, 'rung 0 (operators): skipped'],
    [
      'failed after torch was moved',
      { rungs: fallen, changes: [to('torch')], installed: both, torchAfter: torch('1.0', null) },
      'rung 2 (extension): fail',
    ],
    [
      'failed after torch was moved, without xFormers',
      { rungs: fallen, changes: [to('torch')], installed: { torch: '1.0' } },
      null,
    ],
    [
      'failed, after xFormers was taken out',
      { rungs: fallen, changes: [to('xformers', null)], installed: {} },
      null,
    ],
    [
      'failed, but only Triton was moved',
      { rungs: fallen, changes: [to('triton')], installed: { triton: '1.0', xformers: '1' } },
      null,
    ],
    [
      'failed, after more than xFormers was moved',
      {
        ...{ rungs: fallen, changes: [to('triton'), to('xformers')] },
        installed: { triton: '1.0', xformers: '1.0' },
      },
      'rung 2 (extension): fail',
    ],
  ])('%s', (_, given, expected) => {
    expect(missed(given)).toBe(expected);
  });
});
