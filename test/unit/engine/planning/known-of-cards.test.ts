import { describe, expect, it } from 'vitest';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import { absent, type Facts } from '../../../../shared/facts.ts';
import type { PlannableGoal } from '../../../../shared/goal.ts';
import { toProblem } from '../../../../shared/problem.ts';
import { factsWith, torch } from '../../../support/facts.ts';
import { cards } from '../../../support/findings.ts';

/**
 * What the field knows, told again beside the tables: planner and rules read one row, so they
 * agree with each other also where that row is wrong. Only what a later release cannot change.
 */
const table: [PlannableGoal, string, 'win32' | 'linux', string, string | null, string][] = [
  ['xformers', '2.7.0+cu128', 'win32', 'RTX 5090', 'xformers==0.0.30', 'pytorch 2.7 has sm_120'],
  ['xformers', '2.7.0+cu128', 'linux', 'RTX 5090', null, 'xformers#1251'],
  ['xformers', '2.7.1+cu128', 'win32', 'RTX 5090', null, 'xformers#1323'],
  ['xformers', '2.7.1+cu128', 'linux', 'RTX 5090', null, 'xformers#1323'],
  ['xformers', '2.8.0+cu128', 'win32', 'RTX 5090', null, 'xformers#1323'],
  ['xformers', '2.8.0+cu128', 'linux', 'RTX 5090', null, 'xformers#1323'],
  ['xformers', '2.9.0+cu128', 'win32', 'RTX 5090', null, 'xformers#1356, ComfyUI#11602'],
  ['xformers', '2.9.1+cu128', 'win32', 'RTX 5090', null, 'xformers#1356, ComfyUI#11602'],
  ['xformers', '2.10.0+cu130', 'win32', 'RTX 5090', null, 'xformers#1356'],
  ['xformers', '2.9.1+cu128', 'linux', 'RTX 5090', 'xformers==0.0.33.post2', 'xformers v0.0.33'],
  ['xformers', '2.6.0+cu124', 'win32', 'RTX 5090', null, 'Blackwell needs torch 2.7 and cu128'],
  ['xformers', '2.7.1+cu126', 'win32', 'RTX 5090', null, 'Blackwell needs torch 2.7 and cu128'],
  ['xformers', '2.8.0+cu128', 'win32', 'RTX 4090', 'xformers==0.0.32.post2', 'wheels.yml'],
  ['xformers', '2.3.1+cu121', 'win32', 'RTX 4090', null, 'xformers 0.0.27 is broken on Windows'],
  ['xformers', '2.3.1+cu121', 'linux', 'RTX 4090', 'xformers==0.0.27', 'wheels.yml'],
  ['xformers', '2.4.0+cu121', 'win32', 'RTX 4090', 'xformers==0.0.27.post2', 'xformers 8d8463c2'],
  ['triton', '2.6.0+cu124', 'win32', 'RTX 2080', 'triton-windows==3.2.*', 'triton PR 5066'],
  ['triton', '2.7.1+cu126', 'win32', 'RTX 2080', null, 'triton PR 5066'],
  ['triton', '2.9.1+cu126', 'linux', 'RTX 2080', null, 'triton PR 5066'],
  ['triton', '2.6.0+cu124', 'win32', 'GTX 1080', null, 'triton-windows readme'],
  ['triton', '2.6.0+cu124', 'linux', 'RTX 5090', null, 'RTX 50 needs Triton 3.3'],
  ['triton', '2.7.1+cu128', 'win32', 'RTX 5090', 'triton-windows==3.3.*', 'triton-windows readme'],
  ['triton', '2.9.0+cu128', 'linux', 'RTX 4090', 'triton==3.5.0', 'Requires-Dist of torch'],
  ['triton', '2.12.1+cu130', 'linux', 'RTX 4090', 'triton==3.7.1', 'Requires-Dist of torch'],
  ['triton', '2.14.1+cu130', 'linux', 'RTX 4090', 'triton~=3.8.0', 'Requires-Dist of torch'],
  ['torch-cuda', '2.6.0+cpu', 'win32', 'RTX 5090', null, 'Blackwell needs torch 2.7 and cu128'],
  ['torch-cuda', '2.7.1+cpu', 'win32', 'RTX 5090', 'torch==2.7.1+cu128', 'pytorch 2.7'],
  ['torch-cuda', '2.7.1+cpu', 'linux', 'RTX 4090', 'torch==2.7.1+cu126', 'PyPI 2.7.1'],
  [
    'torch-cuda',
    '2.7.1+cpu',
    'linux',
    'RTX 4090 and RTX 5090',
    'torch==2.7.1+cu128',
    'pytorch 2.7',
  ],
  ['torch-cuda', '2.14.0+cpu', 'win32', 'GTX 1080', 'torch==2.14.0+cu126', 'pytorch#190385'],
  ['torch-cuda', '2.15.0+cpu', 'win32', 'GTX 1080', null, 'pytorch#190385'],
];

function factsOf(version: string, platform: Facts['platform'], card: string): Facts {
  const digits = /\+cu(\d\d)(\d)/.exec(version);
  return factsWith({
    platform,
    torch: torch(version, digits ? `${digits[1] ?? ''}.${digits[2] ?? ''}` : null),
    xformers: absent('file'),
    gpus: cards(...card.split(' and ')),
  });
}

function tried(goal: PlannableGoal, facts: Facts): string[] {
  try {
    return choose(facts, [], goal).attempts.flatMap((each) => each.requirements);
  } catch (error) {
    expect(toProblem(error).code).toBe('no-matching-wheel');
    return [];
  }
}

describe('what the field knows of versions and cards', () => {
  it.each(table)('%s beside torch %s, %s, %s: %s (%s)', (goal, version, platform, card, what) => {
    expect(tried(goal, factsOf(version, platform, card))[0] ?? null).toBe(what);
  });

  it('does not fall back to a release that is broken on Windows', () => {
    const facts = factsOf('2.4.0+cu121', 'win32', 'RTX 4090');
    expect(tried('xformers', facts)).not.toContain('xformers==0.0.27.post1');
  });
});
