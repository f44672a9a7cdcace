import { describe, expect, it } from 'vitest';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import { known, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { translate } from '../../../../shared/messages/index.ts';
import { factsWith, torch } from '../../../support/facts.ts';
import { cards, comfyui, noXformers, packages, verdictOn } from '../../../support/findings.ts';
import { windows } from '../../../support/triton-environments.ts';

function install(pin: string | null, ...flags: string[]): Facts['comfyui'] {
  return { version: '0.45.2', flags, kitchenPin: pin };
}
/** A ComfyUI beside this torch and these packages. */
function kitchen(torchVersion: string, spec: string, comfy = install(null)): Partial<Facts> {
  const cuda = torchVersion.includes('+cu') ? '12.6' : null;
  return {
    ...noXformers,
    torch: torch(torchVersion, cuda),
    distributions: packages(...(spec === '' ? [] : [spec])),
    comfyui: comfy,
  };
}

const breaks: Cause = 'attention_api_break';
const missing: Cause = 'accel_package_not_installed';

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
  ['too new for torch 2.6', kitchen('2.6.0+cu124', 'comfy-kitchen==0.2.28'), breaks, 'error, high'],
  ['the one before it', kitchen('2.6.0+cu124', 'comfy-kitchen==0.2.27'), breaks, null],
  ['torch 2.7', kitchen('2.7.0+cu126', 'comfy-kitchen==0.2.40'), breaks, null],
  ['a torch of 2.10', kitchen('2.10.0+cu126', 'comfy-kitchen==0.2.40'), breaks, null],
  [
    'a nightly that no table knows',
    kitchen('2.7.0.dev20250301+cu126', 'comfy-kitchen==0.2.40'),
    breaks,
    null,
  ],
  ['ROCm counts alike', kitchen('2.6.0+rocm6.2', 'comfy-kitchen==0.2.40'), breaks, 'error, high'],
  [
    'an environment without a ComfyUI',
    { ...kitchen('2.6.0+cu124', 'comfy-kitchen==0.2.40'), comfyui: null },
    breaks,
    null,
  ],
  [
    'older than the pin',
    kitchen('2.8.0+cu126', 'comfy-kitchen==0.2.3', install('0.2.36')),
    breaks,
    'warning, medium',
  ],
  [
    'the one that is pinned',
    kitchen('2.8.0+cu126', 'comfy-kitchen==0.2.36', install('0.2.36')),
    breaks,
    null,
  ],
  [
    'newer than the pin',
    kitchen('2.8.0+cu126', 'comfy-kitchen==0.2.40', install('0.2.36')),
    breaks,
    null,
  ],
  ['missing', kitchen('2.8.0+cu126', '', install('0.2.36')), missing, 'error, high'],
  [
    'missing where an older ComfyUI guards it',
    kitchen('2.8.0+cu126', '', install('0.2.3')),
    missing,
    'warning, medium',
  ],
  [
    'missing, and no ComfyUI that asks for it',
    kitchen('2.8.0+cu126', 'numpy==2.0', install(null)),
    breaks,
    null,
  ],
  [
    'a flag for an attention that this version does not have',
    kitchen('2.8.0+cu126', 'comfy-kitchen==0.2.28', install(null, '--use-ck-attention')),
    breaks,
    'error, high',
  ],
  [
    'the flag without the package',
    kitchen('2.8.0+cu126', 'numpy==2.0', install(null, '--use-ck-attention')),
    missing,
    'error, high',
  ],
  [
    'the flag on a card below Turing',
    {
      ...kitchen('2.8.0+cu126', 'comfy-kitchen==0.2.40', install(null, '--use-ck-attention')),
      gpus: cards('GTX 1080'),
    },
    'attention_gpu_too_old',
    'limit, high',
  ],
  [
    'the flag on Turing',
    {
      ...kitchen('2.8.0+cu126', 'comfy-kitchen==0.2.40', install(null, '--use-ck-attention')),
      gpus: cards('RTX 2080'),
    },
    'attention_gpu_too_old',
    null,
  ],
];

describe('comfy-kitchen by its files', () => {
  it.each(table)('%s', (_, own, cause, said) => {
    expect(verdictOn(own, cause)).toBe(said);
  });

  it('sends an old card to the torch that still has code for it', () => {
    const own = kitchen('2.6.0+cu118', 'comfy-kitchen==0.2.40');
    const remedyOn = (gpus: Facts['gpus']) =>
      judge(factsWith({ ...own, gpus })).findings.find((each) => each.cause === breaks)
        ?.remedies[0];
    expect(remedyOn(cards('GTX 1080'))?.fixDetail).toBe('torch_cu126_for_old_gpu');
    expect(remedyOn(cards('RTX 4090'))?.fixKind).toBe('upgrade_torch_for_gpu_arch');
  });
});

describe('a torch that has no Triton for Windows yet', () => {
  const sageOn = (version: string, own: Partial<Facts> = {}): Partial<Facts> => ({
    ...windows,
    torch: torch(version, '13.0'),
    triton: { state: 'absent', how: 'file' },
    distributions: packages('sageattention==2.2.0'),
    comfyui: comfyui('--use-sage-attention'),
    ...own,
  });
  const adviceOn = (own: Partial<Facts>): string => {
    const found = judge(factsWith(own)).findings.find(
      (each) => each.cause === 'triton_missing_required',
    );
    return found ? translate('en', found.advice) : '';
  };

  it('is said, and which torch has one', () => {
    expect(adviceOn(sageOn('2.15.0+cu130'))).toContain('PyTorch 2.14');
  });

  it('is not said of torch 2.14, of Linux, or where nobody needs Triton', () => {
    expect(adviceOn(sageOn('2.14.1+cu130'))).toContain('triton-windows');
    expect(adviceOn(sageOn('2.14.1+cu130'))).not.toContain('Go back');
    expect(adviceOn(sageOn('2.15.0+cu130', { platform: 'linux' }))).not.toContain('Go back');
    const nobody = sageOn('2.15.0+cu130', { distributions: packages(), comfyui: comfyui() });
    expect(adviceOn(nobody)).toBe('');
  });
});

describe('torchaudio 2.11.1', () => {
  const beside = (torchVersion: string, audio: string): string | null =>
    verdictOn(
      {
        ...noXformers,
        torch: torch(torchVersion, '13.0'),
        distributions: packages(`torchaudio==${audio}`),
      },
      'torchvision_torch_mismatch',
    );

  it.each([
    ['another minor of the same CUDA major', '2.14.1+cu130', '2.11.1+cu132', null],
    ['an older one compares both numbers', '2.14.1+cu130', '2.11.0+cu132', 'warning, high'],
    ['another CUDA major', '2.14.1+cu130', '2.11.1+cu126', 'warning, high'],
    ['a torch that it does not know', '2.9.1+cu130', '2.11.1+cu130', 'warning, medium'],
    ['the torch that it asks for', '2.11.0+cu130', '2.11.1+cu130', null],
  ])('%s', (_, torchVersion, audio, said) => {
    expect(beside(torchVersion, audio)).toBe(said);
  });
});

describe('a wheel for ARM', () => {
  const on = (architecture: string, capability: string, version = '2.15.0+cu130') =>
    verdictOn(
      {
        ...noXformers,
        torch: torch(version, '13.0'),
        architecture,
        gpus: known(
          [
            {
              vendor: 'nvidia',
              name: 'NVIDIA T4G',
              computeCapability: capability,
              memoryMiB: null,
            },
          ],
          'driver',
        ),
      },
      'torch_dropped_old_gpu_arch',
    );

  it('has code for other cards than that for x86-64', () => {
    expect(on('arm64', '7.5')).toBe('error, high');
    expect(on('x64', '7.5')).toBeNull();
    expect(on('arm64', '12.1')).toBeNull();
  });

  it('is unknown where nobody read it', () => {
    expect(on('arm64', '7.5', '2.12.0+cu130')).toBeNull();
  });
});
