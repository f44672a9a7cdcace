import { expect, it } from 'vitest';
import type { Facts } from '../../../../shared/facts.ts';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import { factsWith, torch } from '../../../support/facts.ts';
import { cards, comfyui, noXformers } from '../../../support/findings.ts';

const wanted: Partial<Facts> = {
  ...noXformers,
  torch: torch('2.8.0+cu128', '12.8'),
  comfyui: comfyui('--use-flash-attention'),
  gpus: cards('RTX 4090'),
};

it.each<[string, Partial<Facts>, string | undefined]>([
  ['a file of the user’s would do', {}, 'flash-attn'],
  ['no file helps an old card', { gpus: cards('GTX 1080') }, undefined],
  ['no file helps a torch without CUDA', { torch: torch('2.8.0+cpu', null) }, undefined],
])('no index has flash-attn: %s', (_, own, ownWheel) => {
  const { findings } = judge(factsWith({ ...wanted, ...own }));
  const remedies = findings.flatMap((each) => each.remedies);
  expect(remedies.filter((each) => each.goal === 'flash-attn')).toEqual([]);
  expect(remedies.find((each) => each.ownWheel)?.ownWheel).toBe(ownWheel);
});
