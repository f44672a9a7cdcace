import { describe, expect, it } from 'vitest';
import { backendsToTry } from '../../../../electron/engine/verification/backends-to-try.ts';
import { climb, nothingRan } from '../../../../electron/engine/verification/ladder.ts';
import {
  kernelRung,
  mattering,
  runsRung,
} from '../../../../electron/engine/verification/run-rungs.ts';
import type { Facts } from '../../../../shared/facts.ts';
import { message } from '../../../../shared/messages/index.ts';
import { proofOf } from '../../../../shared/proof.ts';
import { rungIds, type BackendRun, type Rung } from '../../../../shared/verification.ts';
import { factsWith, live } from '../../../support/facts.ts';

const facts = factsWith({ live: live() });
const uses = (backend: NonNullable<Facts['backend']>['backend']): Facts =>
  factsWith({ live: live(), backend: { backend, reason: message('backend.pytorch') } });

function ran(id: BackendRun['id'], own: Partial<BackendRun> = {}): BackendRun {
  return {
    ...{
      id,
      outcome: 'pass',
      evidence: message('backend.ran.gpu', { name: id, percent: '0.03 %' }),
    },
    ...{ version: '1.0', device: 'cuda', dtype: 'fp16', shape: '2x8x1024x64' },
    ...{ relativeError: 0.0003, kernel: null, problem: null },
    ...own,
  };
}
const failed = (id: BackendRun['id']): BackendRun =>
  ran(id, { outcome: 'fail', evidence: message('backend.failed', { name: id, text: 'no' }) });
const skipped = (id: BackendRun['id']): BackendRun =>
  ran(id, {
    outcome: 'skipped',
    device: null,
    evidence: message('backend.needs-gpu', { name: id }),
  });
const told = ({ outcome, evidence }: Rung): string => `${outcome} ${evidence.key}`;

it('the ladder has its rungs in order, and nothing computed is no proof', () => {
  const rungs = climb(facts);
  expect(rungs.map((each) => each.id)).toEqual(rungIds);
  expect(rungs.map((each) => each.rung)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(rungs.slice(4).map((each) => each.outcome)).toEqual(Array(4).fill('skipped'));
  expect(proofOf({ rungs, backends: [] })).toBe('fits');
});

it('a Python that gave no answer leaves every rung unknown', () => {
  const rungs = climb(factsWith(), { ...nothingRan, skipped: [] });
  expect(new Set(rungs.map(told))).toEqual(new Set(['unknown rung.not-run']));
});

describe('attention is computed', () => {
  it.each<[string, Facts, BackendRun[], string]>([
    ['by all', facts, [ran('sdpa'), ran('xformers')], 'pass rung.runs.pass-gpu'],
    [
      'on the processor',
      facts,
      [ran('sdpa', { device: 'cpu' }), skipped('xformers')],
      'pass rung.runs.pass-cpu',
    ],
    ['not by PyTorch', facts, [failed('sdpa'), ran('xformers')], 'fail backend.failed'],
    ['not by xFormers', facts, [ran('sdpa'), failed('xformers')], 'fail backend.failed'],
    [
      'not by an xFormers that ComfyUI does not use',
      uses('pytorch'),
      [ran('sdpa'), failed('xformers')],
      'pass rung.runs.pass-gpu',
    ],
    [
      'not by the Sage that ComfyUI uses',
      uses('sage'),
      [ran('sdpa'), failed('sageattention')],
      'fail backend.failed',
    ],
    [
      'not by a kernel inside PyTorch',
      facts,
      [ran('sdpa'), failed('sdpa-cudnn')],
      'pass rung.runs.pass-gpu',
    ],
    [
      'not by a comfy-kitchen that nobody chose',
      facts,
      [ran('sdpa'), failed('comfy-kitchen')],
      'pass rung.runs.pass-gpu',
    ],
    ['nobody knows', facts, [ran('sdpa', { outcome: 'unknown' })], 'unknown backend.ran.gpu'],
    ['nowhere', facts, [skipped('sdpa')], 'skipped backend.needs-gpu'],
  ])('%s', (_, where, backends, expected) => {
    expect(told(runsRung(where, backends))).toBe(expected);
  });

  it('with names, and with those that did not', () => {
    const { evidence, details } = runsRung(uses('pytorch'), [
      ran('sdpa'),
      failed('xformers'),
      ran('sdpa-math'),
    ]);
    expect(evidence.params).toEqual({ names: 'PyTorch 1.0' });
    expect(details).toEqual([
      { name: 'PyTorch 1.0', ok: true },
      { name: 'xFormers 1.0', ok: false, why: 'no' },
      { name: 'PyTorch math', ok: true },
    ]);
  });

  it('matters where ComfyUI uses it', () => {
    expect(mattering(uses('flash'))).toEqual(['sdpa', 'flash-attn']);
    expect(mattering(uses('comfy_kitchen'))).toEqual(['sdpa', 'comfy-kitchen']);
    expect(mattering(uses('stops'))).toEqual(['sdpa']);
    expect(mattering(uses('sub_quad'))).toEqual(['sdpa']);
  });
});

describe('the kernel', () => {
  const cudnn = 'cudnn_generated_fort_native_sdpa_sm90_flash_fprop_wgmma_f16_knob_6';
  const torchFlash =
    'void pytorch_flash::flash_fwd_kernel<pytorch_flash::Flash_fwd_kernel_traits<64>>';
  it.each<[string, BackendRun[], string]>([
    ['did not run', [failed('sdpa')], 'skipped rung.kernel.nothing-ran'],
    ['has no name', [ran('sdpa')], 'unknown rung.kernel.unnamed'],
    ['is PyTorch’s choice', [ran('sdpa', { kernel: cudnn })], 'pass rung.kernel.own'],
    [
      'is the plain formula',
      [ran('sdpa', { kernel: 'aten::_scaled_dot_product_attention_math' })],
      'pass rung.kernel.math',
    ],
    [
      'is borrowed by xFormers',
      [ran('sdpa', { kernel: cudnn }), ran('xformers', { kernel: torchFlash })],
      'pass rung.kernel.borrowed',
    ],
    [
      'is not SageAttention’s',
      [ran('sageattention', { kernel: torchFlash })],
      'fail rung.kernel.other',
    ],
    [
      'is not known',
      [ran('sageattention', { kernel: 'void gelu()' })],
      'unknown rung.kernel.strange',
    ],
    [
      'is another inside PyTorch',
      [ran('sdpa', { kernel: cudnn }), ran('sdpa-flash', { kernel: cudnn })],
      'pass rung.kernel.own',
    ],
  ])('%s', (_, backends, expected) => {
    expect(told(kernelRung(backends))).toBe(expected);
  });
});

describe('what is worth trying', () => {
  const names = (own: Partial<Facts>) => backendsToTry(factsWith(own));
  it('is what is installed, where there is a card', () => {
    const { start, skipped: left } = names({ live: live() });
    expect(start).toContain('sdpa-cudnn');
    const whys = left.map(({ backend, why }) => `${backend} ${why.key}`);
    expect(whys).toContain('flash-attn backend.not-installed');
    expect(whys).toContain('sdpa-fa4 backend.not-installed');
  });

  it('is PyTorch’s own on a processor', () => {
    const torch = { version: '2.6.0', cuda: null, cudaAvailable: false, devices: [], error: null };
    const { start, skipped: left } = names({ live: live({ torch }) });
    expect(start).toEqual(['sdpa', 'sdpa-math']);
    expect(left.find((each) => each.backend === 'sdpa-flash')?.why.key).toBe('backend.needs-gpu');
  });

  it('is nothing without a PyTorch that can be imported', () => {
    const broken = { version: null, cuda: null, cudaAvailable: null, devices: [], error: 'no DLL' };
    const whys = (own: Partial<Facts>) => new Set(names(own).skipped.map((each) => each.why.key));
    expect(whys({ live: live({ torch: broken }) })).toEqual(new Set(['backend.torch-broken']));
    expect(whys({ live: live({ torch: null }) })).toEqual(new Set(['backend.no-torch']));
    expect(names({}).start).toEqual([]);
  });
});

describe('what a ladder proves', () => {
  const all = (outcomes: Partial<Record<Rung['id'], Rung['outcome']>>): Rung[] =>
    rungIds.map((id, rung) => ({
      ...{ id, rung, evidence: message('rung.not-run'), details: [], problem: null },
      outcome: outcomes[id] ?? 'skipped',
    }));
  it.each<[string, Partial<Record<Rung['id'], Rung['outcome']>>, BackendRun[], string]>([
    ['nothing', {}, [], 'nothing'],
    ['that packages fit', { attribute: 'pass' }, [], 'fits'],
    ['that it works', { runs: 'pass' }, [ran('sdpa')], 'works'],
    [
      'that it works on the processor',
      { runs: 'pass' },
      [ran('sdpa', { device: 'cpu' })],
      'works-cpu',
    ],
    [
      'that it does not, though it computed',
      { extension: 'fail', runs: 'pass' },
      [ran('sdpa')],
      'failed',
    ],
    ['not all', { attribute: 'pass', runs: 'pass', kernel: 'unknown' }, [ran('sdpa')], 'partly'],
  ])('%s', (_, outcomes, backends, expected) => {
    expect(proofOf({ rungs: all(outcomes), backends })).toBe(expected);
  });
});
