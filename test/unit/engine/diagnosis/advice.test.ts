import { expect, it } from 'vitest';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import { en } from '../../../../shared/messages/en.ts';
import { translate } from '../../../../shared/messages/index.ts';
import type { Facts } from '../../../../shared/facts.ts';
import { factsWith, torch, xformers } from '../../../support/facts.ts';
import {
  attentionBuild,
  comfyui,
  findingsOf,
  noXformers,
  packages,
} from '../../../support/findings.ts';

const newXformers: Partial<Facts> = {
  torch: torch('2.10.0+cu128', '12.8'),
  xformers: xformers('0.0.35', '2.10.0+cu128'),
};
const remains = [attentionBuild({ name: 'flash-attn', version: null, importable: false })];

function adviceOn(own: Partial<Facts>): string {
  const [found] = findingsOf(own);
  return found ? translate('en', found.advice) : '';
}

it.each([
  ['another flash-attn', { distributions: packages('flash-attn==2.9.0') }, 'uninstall flash-attn”'],
  ['its remains', { attentionBuilds: remains }, 'delete the folder flash_attn'],
  [
    'flash-attn-4 alone',
    { attentionBuilds: remains, distributions: packages('flash-attn-4==4.0.0') },
    'uninstall flash-attn-4',
  ],
])('names the flash-attn that xFormers accepts instead of %s', (_, own, words) => {
  const advice = adviceOn({ ...newXformers, ...own });
  expect(advice).toContain('from 2.7.1 to 2.8.4');
  expect(advice).toContain(words);
});

it('does not send anybody to fetch a wheel that nobody misses', () => {
  expect(adviceOn({ ...noXformers, distributions: packages() })).toMatch(/^Nothing has to be done/);
  expect(adviceOn({ ...noXformers, comfyui: null, distributions: packages() })).toMatch(
    /^If a program/,
  );
});

it.each([
  ['sage', 'verdict.healthy.sage'],
  ['flash', 'verdict.healthy.flash'],
  ['pytorch', 'verdict.healthy.pytorch'],
  ['sub_quad', 'verdict.healthy.other'],
] as const)('a healthy one is told which attention it will use: %s', (backend, key) => {
  const { headline, verdict } = judge(
    factsWith({
      ...noXformers,
      comfyui: comfyui('--use-pytorch-cross-attention'),
      backend: { backend, reason: { key: 'backend.last' } },
    }),
  );
  expect([verdict, headline.key]).toEqual(['healthy', key]);
  expect(en[key]).toMatch(/^Everything works/);
});
