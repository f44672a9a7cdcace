import { describe, expect, it } from 'vitest';
import { fitToMachine } from '../../../../electron/engine/diagnosis/fit-machine.ts';
import { findingOf } from '../../../../electron/engine/diagnosis/evidence/finding-of.ts';
import { cluesOfLog } from '../../../../electron/engine/log-analysis/log-clues.ts';
import { readText } from '../../../../electron/engine/logs/read-log.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { translate } from '../../../../shared/messages/index.ts';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';
import { causes, fixDetails, fixKinds } from '../../../../shared/taxonomy.ts';

const machines: Record<'amd' | 'intel' | 'apple', StatedFacts> = {
  amd: { os: 'Windows', gpu: 'AMD Radeon RX 7900 XTX', torch: '2.9.1+rocm7.2' },
  intel: { os: 'Linux', gpu: 'Intel Arc B580', torch: '2.9.0+xpu' },
  apple: { os: 'macOS', gpu: 'Apple M3' },
};
const hosts = {
  colab: '  File "/content/ComfyUI/main.py", line 3, in <module>',
  kaggle: '/kaggle/working/ComfyUI/main.py',
  runpod: 'RUNPOD_POD_ID=abc',
  sagemaker: '/home/ec2-user/SageMaker/ComfyUI/main.py',
  paperspace: '/notebooks/ComfyUI/main.py',
  lightning: '/teamspace/studios/this_studio/ComfyUI/main.py',
  vast: 'VAST_CONTAINERLABEL=C.123',
};
const nvidia: StatedFacts = { os: 'Linux', gpu: 'NVIDIA RTX A4000', driver: '535.1' };

const remedies: Finding['remedies'] = [
  ...fixKinds.filter((kind) => kind !== 'other').map((fixKind) => ({ goal: null, fixKind })),
  ...fixDetails.map((fixDetail) => ({ goal: null, fixKind: 'other' as const, fixDetail })),
];

/** Each cause with its usual remedy, and with every other that a rule might give it. */
function everyFinding(): Finding[] {
  return causes.flatMap((cause) => [
    findingOf(cause, { evidence: [] }),
    ...remedies.map((remedy) => findingOf(cause, { evidence: [], remedies: [remedy] })),
  ]);
}

function fitted(log: string, stated: StatedFacts | null): Finding[] {
  const clues = cluesOfLog(readText(log).said, stated);
  return fitToMachine(everyFinding(), clues);
}

function words(finding: Finding): string {
  const kinds = finding.remedies.map((each) => `${each.fixKind} ${each.fixDetail ?? ''}`);
  const { advice } = finding;
  return [translate('en', advice), translate('zh-CN', advice), ...kinds].join('\n');
}

const ofNvidia =
  /nvidia-smi|triton-windows|install_triton_windows|reinstall_torch_cuda|cu1[23]\d|\bCUDA \d|from NVIDIA|NVIDIA 网站/;

describe.each(Object.entries(machines))('on a machine of %s', (vendor, stated) => {
  it('no cause and no remedy leads to what only NVIDIA cards have', () => {
    for (const finding of fitted('', stated))
      expect([finding.cause, words(finding)]).not.toEqual([
        finding.cause,
        expect.stringMatching(ofNvidia),
      ]);
  });

  it('no link leads there, and no plan is offered for CUDA', () => {
    for (const { links, remedies: offered } of fitted('', stated)) {
      expect(links).not.toContain('nvidia-drivers');
      expect(links).not.toContain('triton-windows-readme');
      expect(offered.every((each) => each.goal === null)).toBe(true);
    }
  });

  it('the explanation of a card that does not answer is not about NVIDIA', () => {
    const found = fitted('', stated).filter((each) => each.cause === 'cuda_device_unavailable');
    expect(found.length).toBeGreaterThan(0);
    for (const { explanation } of found)
      expect(translate('en', explanation)).not.toMatch(/NVIDIA|CUDA_/);
  });

  it('what only an NVIDIA card can have is another cause', () => {
    const found = new Set(fitted('', stated).map((each) => each.cause));
    expect(found).not.toContain('nvidia_driver_too_old');
    expect(found).not.toContain('torch_cpu_build');
    expect(found).toContain(
      vendor === 'apple' ? 'apple_mps_unsupported' : 'wrong_vendor_torch_build',
    );
  });
});

const driver = /update_driver|newest driver for your card|nvidia-smi|最新驱动/;

describe.each([...Object.entries(hosts), ['stated', ''] as const])(
  'on a rented machine: %s',
  (name, line) => {
    const stated = name === 'stated' ? { ...nvidia, install_kind: 'Google Colab' } : nvidia;

    it('nobody is told to update the driver', () => {
      for (const finding of fitted(line, stated)) {
        expect([finding.cause, words(finding)]).not.toEqual([
          finding.cause,
          expect.stringMatching(driver),
        ]);
        expect(finding.links).not.toContain('nvidia-drivers');
      }
    });

    it('nor with a card of another maker', () => {
      for (const finding of fitted(line, {
        ...machines.amd,
        install_kind: stated.install_kind ?? '',
      }))
        expect(words(finding)).not.toMatch(driver);
    });
  },
);

describe("on one's own machine with an NVIDIA card", () => {
  it.each([
    ['nothing that names a host', 'D:\\ComfyUI\\main.py'],
    [
      'an address with the same word in its path',
      'https://raw.githubusercontent.com/a/content/b.json',
    ],
    ['a word that only begins like one', 'a vast amount of memory'],
  ])('everything stays as it was: %s', (_, line) => {
    expect(fitted(line, nvidia)).toEqual(everyFinding());
  });
});
