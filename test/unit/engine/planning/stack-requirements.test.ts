import { describe, expect, it } from 'vitest';
import { newerTorches } from '../../../../electron/engine/knowledge/torch-candidates.ts';
import { xformersFor } from '../../../../electron/engine/knowledge/xformers-releases.ts';
import { choose } from '../../../../electron/engine/planning/choose.ts';
import { surroundingsOf } from '../../../../electron/engine/diagnosis/evidence/surroundings.ts';
import { torchParts } from '../../../../electron/engine/planning/torch-parts.ts';
import { absent, known, type Facts } from '../../../../shared/facts.ts';
import { cards, factsWith, torch, xformers } from '../../../support/facts.ts';
import { driver, packages } from '../../../support/findings.ts';

const stack = (own: Partial<Facts>) => choose(factsWith(own), [], 'upgrade-stack');
const firstOf = (own: Partial<Facts>) => stack(own).attempts[0];
const hereOf = (own: Partial<Facts>) => {
  const here = surroundingsOf(factsWith(own));
  if (!here) throw new Error('no torch');
  return here;
};

describe('what upgrade-stack asks pip for', () => {
  const own: Partial<Facts> = {
    torch: torch('2.6.0+cu124', '12.4'),
    gpus: cards('8.9'),
    distributions: packages('torch==2.6.0', 'torchvision==0.21.0', 'torchaudio==2.6.0'),
  };
  const candidates = newerTorches(hereOf(own));

  it('is each torch that could come, in turn, with its own partners and from its own index', () => {
    const { attempts, ...intent } = stack({ ...own, xformers: absent('file') });
    expect(attempts).toEqual(
      candidates.flatMap(({ minor, variant, onPypi, torchvision, torchaudio }) => {
        const attempt = {
          requirements: [
            `torch==${minor}.*`,
            `torchvision==${torchvision}.*`,
            `torchaudio==${torchaudio}.*`,
          ],
          index: { torchVariant: variant },
          forceReinstall: false,
          also: [],
        };
        const fromPypi = { ...attempt, index: 'default', torchVariant: variant };
        return onPypi ? [attempt, fromPypi] : [attempt];
      }),
    );
    expect(new Set(candidates.map(({ onPypi }) => onPypi))).toEqual(new Set([true, false]));
    const onWindows = newerTorches(hereOf({ ...own, platform: 'win32' }));
    expect(onWindows.some(({ onPypi }) => onPypi)).toBe(false);
    const [first] = candidates;
    expect(intent).toMatchObject({
      askFirst: 'torch',
      othersMayMind: true,
      remove: [],
      warnings: [{ key: 'plan.warning.no-driver-seen' }],
      subject: { name: `PyTorch ${first?.minor} (${first?.variant})`, what: expect.any(String) },
    });
    expect(intent.movable).toEqual(torchParts(factsWith(own)));
    expect(intent.subject.what).toContain('2.6.0+cu124');
  });

  it('is the xFormers that belongs to that torch, brought anew where only its build differs', () => {
    const [first] = candidates;
    const build = first?.torch ?? hereOf(own).torch;
    const [release] = xformersFor({ ...hereOf(own), torch: build, torchArchitectures: null });
    const alsoOf = (version: string) =>
      firstOf({ ...own, xformers: xformers(version, '2.6.0+cu124') })?.also;
    const part = { requirements: [`xformers==${release?.version}`], index: expect.anything() };
    expect(alsoOf('0.0.20')).toEqual([{ ...part, forceReinstall: false }]);
    expect(alsoOf(`${release?.version}+cu124`)).toEqual([{ ...part, forceReinstall: true }]);
  });

  it('is no Triton on Linux, where torch asks for its own, and none on Windows where nobody uses it', () => {
    const tritons = (facts: Partial<Facts>) =>
      firstOf({ ...own, xformers: absent('file'), ...facts })?.also?.length;
    const there = { triton: known({ distribution: 'triton', version: '3.2.0' }, 'file') };
    expect(tritons(there)).toBe(0);
    expect(tritons({ platform: 'win32', triton: absent('file') })).toBe(0);
    const sage = packages('torch==2.6.0', 'sageattention==1.0.6');
    expect(tritons({ platform: 'win32', triton: absent('file'), distributions: sage })).toBe(1);
  });

  it('tells what goes, and lets go only of what is there', () => {
    const flash: Facts['attentionBuilds'] = [
      { name: 'flash-attn', version: '2.7.4', wheel: null, compiled: ['x.so'], importable: true },
    ];
    expect(stack({ ...own, attentionBuilds: flash }).remove).toEqual([]);
    const there = [...packages('torch==2.6.0', 'flash-attn==2.7.4')];
    const { remove, warnings } = stack({ ...own, attentionBuilds: flash, distributions: there });
    expect(remove).toEqual(['flash-attn']);
    expect(warnings).toEqual([
      { key: 'plan.warning.no-driver-seen' },
      { key: 'plan.warning.goes', params: { name: 'flash-attn' } },
    ]);
  });

  it('tells that no driver was seen, and nothing where there is one', () => {
    expect(stack({ ...own, driver: driver('580.10') }).warnings).toEqual([]);
    expect(stack({ ...own, driver: { state: 'unknown' } }).warnings).toEqual([
      { key: 'plan.warning.no-driver-seen' },
    ]);
  });
});
