import { expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import { nothingToDo } from '../../../../electron/engine/planning/intent.ts';
import { absent } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { goals, type Goal } from '../../../../shared/goal.ts';
import { factsWith } from '../../../support/facts.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { mismatchFinding } from '../../../support/sample-diagnoses.ts';

/** A finding with a button for each of these. */
function finding(goals: (Goal | null)[], own: Partial<Finding> = {}): Finding {
  const remedies = goals.map((goal) => ({ goal, fixKind: 'install_triton' as const }));
  return { ...mismatchFinding, remedies, ...own };
}

/** What would move for "fix everything". */
function moved(...findings: Finding[]): string[] {
  return choose(factsWith(), findings, 'recommended').movable;
}

it.each<[string, Finding[], string[]]>([
  ['nothing is wrong', [], []],
  ['the root can be mended', [finding(['triton'])], ['triton']],
  ['a warning can be mended', [finding(['triton'], { severity: 'warning' })], ['triton']],
  ['it is harmless', [finding(['triton'], { severity: 'harmless' })], []],
  ['it is a limit', [finding(['triton'], { severity: 'limit' })], []],
  ['all is well', [finding(['triton'], { severity: 'ok' })], []],
  [
    'the first is a consequence',
    [finding(['triton'], { consequence: true }), finding(['xformers'])],
    ['xformers'],
  ],
  ['the root has no way out', [finding([]), finding(['triton'])], []],
  ['the first of its ways is no button', [finding([null, 'xformers', 'triton'])], ['xformers']],
  ['none of its ways is a button', [finding([null])], []],
  [
    'it recommends what is recommended of others',
    [finding(['xformers']), finding(['triton'])],
    ['xformers'],
  ],
])('where %s', (_, findings, movable) => {
  expect(moved(...findings)).toEqual(movable);
});

it('wants nothing of anybody where there is nothing to do', () => {
  expect(choose(factsWith(), [], 'recommended')).toEqual({
    attempts: [],
    movable: [],
    remove: [],
    warnings: [],
    subject: { name: '', what: '' },
  });
  expect(choose(factsWith(), [], 'recommended')).toBe(nothingToDo);
});

it('never compiles anything that nobody asked for', () => {
  expect(choose(factsWith(), [finding(['source-build'])], 'recommended')).toBe(nothingToDo);
  const alternatives = [finding(['source-build', 'triton'])];
  expect(choose(factsWith(), alternatives, 'recommended').movable).toContain('triton');
});

const withoutTorch: readonly Goal[] = ['pytorch-attention', 'repair'];
it.each(goals.filter((goal) => !withoutTorch.includes(goal)))(
  'needs a torch for %s',
  async (goal) => {
    const problem = await problemOf(() => choose(factsWith({ torch: absent('file') }), [], goal));
    expect(problem).toEqual({ code: 'torch-missing' });
  },
);
