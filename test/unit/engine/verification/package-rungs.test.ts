import { describe, expect, it } from 'vitest';
import { packageRungs } from '../../../../electron/engine/verification/package-rungs.ts';
import { absent, unknown, type Facts, type LiveFacts } from '../../../../shared/facts.ts';
import type { Rung } from '../../../../shared/verification.ts';
import { factsWith, live, torch, xformers } from '../../../support/facts.ts';

type LiveXformers = NonNullable<LiveFacts['xformers']>;

/** What a healthy Python says of xFormers, but for what differs. */
function loaded(own: Partial<LiveXformers>): Partial<Facts> {
  const facts = live();
  const usual = facts.state === 'known' ? facts.value.xformers : null;
  if (usual === null) throw new Error('no xFormers');
  return { live: live({ xformers: { ...usual, ...own } }) };
}

function rungOf(id: Rung['id'], own: Partial<Facts>): Rung {
  const found = packageRungs(factsWith({ live: live(), ...own })).find((each) => each.id === id);
  if (!found) throw new Error(`no rung ${id}`);
  return found;
}

/** "outcome: sentence {params}". */
function told({ outcome, evidence }: Rung): string {
  const params = evidence.params ? ` ${JSON.stringify(evidence.params)}` : '';
  return `${outcome}: ${evidence.key}${params}`;
}

describe('the rungs about packages', () => {
  it('are four, which a healthy environment passes', () => {
    const rungs = packageRungs(factsWith({ live: live() }));
    expect(rungs.map(({ rung, id, outcome }) => `${rung} ${id} ${outcome}`)).toEqual([
      '0 attribute pass',
      '1 extension pass',
      '2 metadata pass',
      '3 operators pass',
    ]);
    expect(rungs.every((each) => each.problem === null)).toBe(true);
  });

  it('name beside xFormers’ own words what the loader would miss', () => {
    const extensions = [
      {
        distribution: 'xformers',
        file: 'xformers/_C.so',
        answer: 'cannot-load' as const,
        why: 'library' as const,
        name: 'libcudart.so.12',
      },
      {
        distribution: 'xformers',
        file: 'xformers/_C_flash.so',
        answer: 'cannot-load' as const,
        why: 'functions' as const,
        names: ['a', 'b'],
        count: 9,
      },
      { distribution: 'xformers', file: 'xformers/_D.so', answer: 'loads' as const },
      { distribution: 'nunchaku', file: 'nunchaku/_C.so', answer: 'cannot-load' as const },
    ];
    const missing = [
      { name: 'xformers/_C.so', ok: false, why: 'libcudart.so.12' },
      { name: 'xformers/_C_flash.so', ok: false, why: 'a, b, …' },
    ];
    const fallen = { ...loaded({ hasCppLibrary: false, loadError: 'no' }), extensions };
    expect(rungOf('extension', fallen)).toMatchObject({ outcome: 'fail', details: missing });
    const untold = { ...loaded({ hasCppLibrary: null }), extensions };
    expect(rungOf('extension', untold)).toMatchObject({ outcome: 'unknown', details: missing });
    // What was loaded is never doubted.
    expect(rungOf('extension', { live: live(), extensions }).details).toEqual([]);
  });

  it('let right numbers count for more than what a file says, and nothing less', () => {
    const facts = factsWith({
      live: live(),
      torch: torch('2.11.0+cu130', '13.0'),
      xformers: xformers('0.0.35', '2.10.0+cu128'),
    });
    const metadata = (computed?: boolean) => {
      const found = packageRungs(facts, [], computed).find(({ id }) => id === 'metadata');
      return found && `${found.outcome} ${found.evidence.key}`;
    };
    expect(metadata(true)).toBe('pass rung.metadata.computes');
    expect(metadata(false)).toBe('fail rung.metadata.fail');
    expect(metadata()).toBe('fail rung.metadata.fail');
  });

  it.each<[string, Partial<Facts>]>([
    ['by its files', { xformers: absent('file') }],
    ['by its files, whatever a live Python says', { xformers: absent('file'), live: live() }],
    ['by the live Python', { live: live({ xformers: null }) }],
  ])('have nothing to check where xFormers is not installed %s', (_, own) => {
    const rungs = packageRungs(factsWith(own));
    expect(rungs.map((each) => each.id)).toEqual([
      'attribute',
      'extension',
      'metadata',
      'operators',
    ]);
    expect(new Set(rungs.map(told))).toEqual(new Set(['skipped: rung.not-installed']));
  });

  it('say nothing where Python was not asked, and why where it gave no answer', () => {
    const rungs = packageRungs(factsWith());
    expect(rungs.map((each) => each.rung)).toEqual([0, 1, 2, 3]);
    expect(new Set(rungs.map(told))).toEqual(new Set(['unknown: rung.not-run']));
    expect(rungs.map((each) => each.problem)).toEqual([null, null, null, null]);
    const problem = { code: 'timed-out' as const, params: { seconds: 60 } };
    const asked = packageRungs(factsWith({ live: unknown(problem) }));
    expect(asked.map((each) => each.problem)).toEqual([problem, problem, problem, problem]);
    expect(asked.flatMap((each) => each.details)).toEqual([]);
    expect(packageRungs(factsWith({ live: unknown() })).map((each) => each.problem)[0]).toBeNull();
  });
});

describe('the attribute', () => {
  it.each<[string, Partial<LiveXformers>]>([
    ['pass: rung.attribute.pass', {}],
    ['fail: rung.attribute.fail', { hasAttribute: false }],
    ['fail: rung.attribute.fail', { hasAttribute: null }],
    ['fail: rung.attribute.error {"text":"no DLL"}', { error: 'no DLL' }],
    ['fail: rung.attribute.error {"text":"no ops"}', { opsError: 'no ops' }],
    ['fail: rung.attribute.error {"text":"no ops"}', { opsError: 'no ops', error: 'no DLL' }],
  ])('%s', (expected, own) => {
    expect(told(rungOf('attribute', loaded(own)))).toBe(expected);
  });
});

describe('the extension', () => {
  it.each<[string, Partial<LiveXformers>]>([
    ['pass: rung.extension.pass', {}],
    ['unknown: rung.extension.unknown', { hasCppLibrary: null }],
    ['fail: rung.extension.fail {"text":""}', { hasCppLibrary: false }],
    [
      'fail: rung.extension.fail {"text":"undefined symbol"}',
      { hasCppLibrary: false, loadError: 'undefined symbol' },
    ],
  ])('%s', (expected, own) => {
    expect(told(rungOf('extension', loaded(own)))).toBe(expected);
  });
});

describe('what it was built for', () => {
  const params = (built: string, here = '2.6.0+cu124') => JSON.stringify({ built, torch: here });
  it.each<[string, Partial<Facts>]>([
    [`pass: rung.metadata.pass ${params('2.6.0+cu124')}`, {}],
    [
      `fail: rung.metadata.fail ${params('2.3.1+cu121')}`,
      { xformers: xformers('0.0.27', '2.3.1+cu121') },
    ],
    [
      `fail: rung.metadata.fail ${params('2.6.0+cu124', '2.7.0+cu128')}`,
      { torch: torch('2.7.0+cu128', '12.8') },
    ],
    [
      `pass: rung.metadata.pass ${params('2.6.0+cu124')}`,
      { xformers: xformers('0.0.29.post3', null) },
    ],
    [
      `fail: rung.metadata.fail ${params('2.5.1+cu124')}`,
      { xformers: xformers('0.0.29.post3', null), ...loaded({ builtForTorch: '2.5.1+cu124' }) },
    ],
    // What its file says counts, else what it says itself.
    [`pass: rung.metadata.pass ${params('2.6.0+cu124')}`, loaded({ builtForTorch: '2.5.1' })],
    [
      'unknown: rung.metadata.unknown',
      { xformers: xformers('0.0.29.post3', null), ...loaded({ builtForTorch: null }) },
    ],
    ['unknown: rung.metadata.unknown', { torch: absent('file') }],
    ['unknown: rung.metadata.unknown', { xformers: unknown() }],
  ])('%s', (expected, own) => {
    expect(told(rungOf('metadata', own))).toBe(expected);
  });
});

describe('the operators', () => {
  const operators = [
    { name: 'fa2F', available: true },
    { name: 'fa3F', available: false },
    { name: 'cutlassF', available: true },
  ];
  const none = operators.map((each) => ({ ...each, available: false }));
  it.each<[string, Partial<LiveXformers>]>([
    ['pass: rung.operators.pass {"count":2,"total":3}', { operators }],
    ['pass: rung.operators.pass {"count":2,"total":3}', { operators, hasCppLibrary: null }],
    ['fail: rung.operators.refused {"count":2}', { operators, hasCppLibrary: false }],
    ['fail: rung.operators.fail', { operators: none }],
    ['unknown: rung.operators.unknown', { operators: [] }],
    ['unknown: rung.operators.unknown', { operators: [], hasCppLibrary: false }],
  ])('%s', (expected, own) => {
    const rung = rungOf('operators', loaded(own));
    expect(told(rung)).toBe(expected);
    expect(rung.details.map(({ name, ok }) => ({ name, available: ok }))).toEqual(own.operators);
  });

  it('are told with the reasons that xFormers gives on this card, where it was asked', () => {
    const refusals = [
      { name: 'fa2F', reasons: [] },
      { name: 'fa3F', reasons: ['requires a GPU with compute capability 9.0', 'not built'] },
    ];
    const rung = packageRungs(factsWith(loaded({ operators })), refusals)[3];
    expect(rung?.details).toEqual([
      { name: 'fa2F', ok: true },
      { name: 'fa3F', ok: false, why: 'requires a GPU with compute capability 9.0; not built' },
    ]);
    expect(rung?.evidence.params).toEqual({ count: 1, total: 2 });
  });

  it('are told by their rung alone', () => {
    const rungs = packageRungs(factsWith(loaded({ operators })));
    expect(rungs.map((each) => each.details.length)).toEqual([0, 0, 0, 3]);
  });
});
