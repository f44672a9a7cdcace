import { describe, expect, it } from 'vitest';
import { analyse, rootOf } from '../../../support/log-templates/analyse.ts';

const needsAmpere = 'RuntimeError: FlashAttention only supports Ampere GPUs or newer.';
const noImage =
  'RuntimeError: CUDA error: no kernel image is available for execution on the device';
const noCuda = 'AssertionError: Torch not compiled with CUDA enabled';
const noDriver =
  'RuntimeError: Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU';

describe('"FlashAttention only supports Ampere GPUs or newer"', () => {
  it.each([
    ['NVIDIA GeForce RTX 5090', 'attention_gpu_too_new'],
    ['NVIDIA GeForce RTX 5070 Ti Laptop GPU', 'attention_gpu_too_new'],
    ['NVIDIA GeForce GTX 1080 Ti', 'attention_gpu_too_old'],
    ['NVIDIA GeForce RTX 2080 Ti', 'attention_gpu_too_old'],
  ])('on a %s', (gpu, cause) => {
    expect(rootOf([`Device: cuda:0 ${gpu} : cudaMallocAsync`, needsAmpere])).toBe(cause);
    expect(rootOf(needsAmpere, { gpu })).toBe(cause);
  });

  it('names both candidates and asks for the card where nobody says which', () => {
    expectBothAndQuestion(needsAmpere, ['attention_gpu_too_old', 'attention_gpu_too_new']);
  });

  it('is no matter of age on an AMD card', () => {
    expect(rootOf(['AMD arch: gfx1100', needsAmpere])).toBe('amd_unsupported');
  });
});

describe('"no kernel image is available"', () => {
  it.each([
    ['NVIDIA GeForce RTX 5080', '2.5.1+cu124', 'torch_missing_new_gpu_arch'],
    ['NVIDIA GeForce RTX 5060 Ti', '2.6.0+cu126', 'torch_missing_new_gpu_arch'],
    ['NVIDIA GeForce GTX 1070', '2.9.1+cu130', 'torch_dropped_old_gpu_arch'],
    ['Tesla P100-PCIE-16GB', '2.10.0+cu130', 'torch_dropped_old_gpu_arch'],
    ['Tesla V100-SXM2-32GB', '2.9.0+cu130', 'torch_dropped_old_gpu_arch'],
  ])('on a %s with torch %s', (gpu, torch, cause) => {
    expect(rootOf([...start(gpu, torch), noImage])).toBe(cause);
  });

  it('is the package and not torch where the package raised it', () => {
    const frame = '    out = flash_attn_gpu.fwd(';
    const kernels = [...start('NVIDIA GeForce RTX 5090', '2.9.1+cu130'), frame, noImage];
    expect(rootOf(kernels)).toBe('attention_gpu_too_new');
    const old = [...start('NVIDIA GeForce GTX 1080', '2.4.1+cu121'), frame, noImage];
    expect(rootOf(old)).toBe('attention_gpu_too_old');
  });

  it('is not of a package whose frame stands in another traceback', () => {
    const started = [
      'A matching Triton is not available, some optimizations will not be enabled',
      'Traceback (most recent call last):',
      '  File "/venv/lib/python3.12/site-packages/xformers/__init__.py", line 57, in _is_triton_available',
      "ModuleNotFoundError: No module named 'triton'",
    ];
    const here = start('NVIDIA GeForce RTX 5090', '2.5.1+cu124');
    expect(rootOf([...started, ...here, noImage])).toBe('torch_missing_new_gpu_arch');
    const sage = [
      'Traceback (most recent call last):',
      '  File "/venv/lib/python3.12/site-packages/sageattention/core.py", line 9, in sageattn',
      'ValueError: no',
    ];
    const own = ['Traceback (most recent call last):', '  File "/comfy/ops.py", line 9', noImage];
    expect(rootOf([...here, ...sage, ...own])).toBe('torch_missing_new_gpu_arch');
    expect(rootOf([...here, ...own, ...sage])).toBe('torch_missing_new_gpu_arch');
  });

  it('goes by the build of torch where nobody names the card', () => {
    expect(rootOf(['pytorch version: 2.9.1+cu130', noImage])).toBe('torch_dropped_old_gpu_arch');
    expect(rootOf(['pytorch version: 2.4.1+cu121', noImage])).toBe('torch_missing_new_gpu_arch');
  });

  it('names both candidates and asks for the card where nobody says anything', () => {
    expectBothAndQuestion(noImage, ['torch_missing_new_gpu_arch', 'torch_dropped_old_gpu_arch']);
  });
});

describe('"Torch not compiled with CUDA enabled"', () => {
  it.each([
    ['NVIDIA GeForce RTX 3060', {}, 'torch_cpu_build'],
    ['AMD Radeon RX 6700 XT', {}, 'wrong_vendor_torch_build'],
    ['AMD Radeon RX 6700 XT', { launch_args: '--directml' }, 'amd_unsupported'],
    ['Intel(R) Arc(TM) A770 Graphics', {}, 'intel_xpu_unsupported'],
    ['Apple M4', { os: 'macOS 15' }, 'apple_mps_unsupported'],
    ['MacBook Air M2', {}, 'apple_mps_unsupported'],
  ])('with a %s %o', (gpu, more, cause) => {
    expect(rootOf(noCuda, { gpu, ...more })).toBe(cause);
  });

  it('is an AMD card that DirectML uses', () => {
    expect(rootOf(['Using directml with device: AMD Radeon RX 580', noCuda])).toBe(
      'amd_unsupported',
    );
  });

  it('comes from pip where pip took the CUDA build out', () => {
    const pip = [
      '    Found existing installation: torch 2.5.1+cu124',
      '      Successfully uninstalled torch-2.5.1+cu124',
      'Successfully installed torch-2.11.0 xformers-0.0.35',
    ];
    expect(rootOf([...pip, noCuda])).toBe('torch_replaced_by_pip');
    expect(rootOf([noCuda, ...pip])).toBe('torch_replaced_by_pip');
  });

  it('is no matter of pip where the same build was put back', () => {
    const same = [
      '    Found existing installation: torch 2.5.1+cpu',
      'Successfully installed torch-2.5.1+cpu',
      noCuda,
    ];
    expect(rootOf(same, { gpu: 'RTX 3060' })).toBe('torch_cpu_build');
  });
});

describe('the banner of xFormers', () => {
  it.each([
    ['2.7.1+cu128', '2.6.0+cpu', 'torch_cpu_build'],
    ['2.7.1+cu128', '2.7.1+xpu', 'intel_xpu_unsupported'],
    ['2.7.1+cu128', '2.7.1+rocm6.3', 'amd_unsupported'],
    ['2.7.1+cu128', '2.9.1+cu130', 'xformers_torch_mismatch'],
    ['2.10.0+cu128', '2.10.0+cu130', 'xformers_torch_mismatch'],
    ['2.5.1', '2.6.0+cu124', 'xformers_torch_mismatch'],
    ['2.7.1+cu128', '2.7.1+cu128', 'xformers_incomplete_build'],
  ])('built for %s, beside %s', (built, torch, cause) => {
    expect(rootOf(banner(built, torch))).toBe(cause);
  });

  it('never blames the Python or the number of the compiler', () => {
    const analysis = analyse(banner('2.7.1+cu126', '2.9.1+cu128'));
    const shown = analysis.findings[0]?.evidence.map(({ said }) => said?.text ?? '');
    expect(shown?.some((text) => /Python +3/.test(text))).toBe(false);
  });

  it('shows a torch for the processor beside an AMD card as the wrong vendor', () => {
    expect(rootOf(banner('2.7.1+cu128', '2.6.0+cpu'), { gpu: 'AMD Radeon RX 7800 XT' })).toBe(
      'wrong_vendor_torch_build',
    );
  });
});

describe('a start on the processor', () => {
  const lines = ['pytorch version: 2.6.0+cpu', 'Device: cpu', 'Using pytorch attention'];

  it('is a fault where a NVIDIA card could do the work', () => {
    expect(rootOf(lines, { gpu: 'NVIDIA GeForce RTX 3060' })).toBe('torch_cpu_build');
  });

  it('is healthy where somebody wanted it, or nobody knows of a card', () => {
    const wanted = { gpu: 'NVIDIA GeForce RTX 3060', launch_args: '--cpu' };
    expect(analyse(lines, wanted).verdict).toBe('healthy');
    expect(analyse(lines).verdict).toBe('healthy');
    expect(analyse(lines, { gpu: 'AMD Radeon RX 580' }).verdict).not.toBe('not_attention');
  });
});

describe('"Found no NVIDIA driver on your system"', () => {
  it.each([
    ['NVIDIA GeForce RTX 4070', 'cuda_device_unavailable', 'update_driver'],
    ['AMD Radeon RX 7900 XT', 'wrong_vendor_torch_build', 'other'],
    ['Intel(R) UHD Graphics 630', 'wrong_vendor_torch_build', 'change_launch_flag'],
  ])('with a %s', (gpu, cause, fixKind) => {
    const [root] = analyse(noDriver, { gpu }).findings;
    expect(root?.cause).toBe(cause);
    expect(root?.remedies[0]?.fixKind).toBe(fixKind);
  });

  it('asks for the card where nobody says which', () => {
    const { questions } = analyse(noDriver);
    expect(questions.map(({ key }) => key)).toContain('log.question.gpu');
  });
});

function start(gpu: string, torch: string): string[] {
  return [`pytorch version: ${torch}`, `Device: cuda:0 ${gpu} : cudaMallocAsync`];
}

function banner(built: string, torch: string): string[] {
  return [
    "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:",
    `    PyTorch ${built} with CUDA 1208 (you have ${torch})`,
    '    Python  3.12.9 (you have 3.12.10)',
  ];
}

function expectBothAndQuestion(log: string, candidates: readonly string[]): void {
  const { findings, questions } = analyse(log);
  expect(findings.map(({ cause }) => cause).sort()).toEqual([...candidates].sort());
  expect(findings.every(({ confidence }) => confidence !== 'high')).toBe(true);
  expect(questions.map(({ key }) => key)).toContain('log.question.gpu');
}
