import { describe, expect, it } from 'vitest';
import { analyse } from '../../../support/log-templates/analyse.ts';

const found = (torch: string) => [
  'Installing collected packages: torch, xformers',
  '  Attempting uninstall: torch',
  `    Found existing installation: torch ${torch}`,
  `    Uninstalling torch-${torch}:`,
];
const removed = (torch: string) => [
  ...found(torch),
  `      Successfully uninstalled torch-${torch}`,
];
const denied =
  "ERROR: Could not install packages due to an OSError: [WinError 5] 拒绝访问。: 'd:\\\\python_embeded\\\\lib\\\\site-packages\\\\~orch\\\\lib\\\\c10.dll'";

function first(lines: readonly string[]): string | undefined {
  const finding = analyse(lines).findings[0];
  return finding && `${finding.cause} ${finding.remedies[0]?.fixKind ?? ''}`;
}

describe('torch in a log of pip', () => {
  it.each([
    [
      'comes from PyPI on Windows: the build for the processor',
      'win_amd64',
      'reinstall_torch_cuda',
    ],
    [
      'comes with xFormers on Linux: one that fits would leave it alone',
      'manylinux_2_28_x86_64',
      'upgrade_xformers_matching_torch',
    ],
  ])('%s', (_, platform, fixKind) => {
    const lines = [
      'Collecting xformers',
      `  Downloading torch-2.12.0-cp312-cp312-${platform}.whl.metadata (30 kB)`,
      ...removed('2.8.0+cu128'),
      'Successfully installed torch-2.12.0 xformers-0.0.35',
    ];
    expect(first(lines)).toBe(`torch_replaced_by_pip ${fixKind}`);
  });

  it('is asked for in another version than the one that is there', () => {
    const lines = (there: string) => [
      `[pip3] torch==${there}`,
      'Collecting torch==2.0.0 (from xformers==0.0.19)',
    ];
    expect(first(lines('2.0.1+cu118'))).toBe(
      'torch_replaced_by_pip upgrade_xformers_matching_torch',
    );
    expect(first(lines('2.0.0+cu118'))).toBeUndefined();
  });

  it.each([
    ['was never taken away', [...found('2.8.0+cu128'), denied]],
    ['was put back', [...removed('2.8.0+cu128'), '  Rolling back uninstall of torch', denied]],
  ])('%s: what stopped pip is the cause', (_, lines) => {
    expect(first(lines)).toBe('file_locked_or_denied close_comfyui');
  });

  it('with CUDA took the place of one without: mended, not damaged', () => {
    const lines = [...removed('2.8.0+cpu'), 'Successfully installed torch-2.9.1+cu128'];
    expect(analyse(lines).verdict).not.toBe('problem');
    expect(analyse(lines).summary.torch).toBe('2.9.1+cu128');
  });

  it('is listed twice by collect_env: the line with the build counts', () => {
    const lines = ['PyTorch version: 2.9.1+cpu', 'Is CUDA available: False', '[pip3] torch==2.9.1'];
    expect(first([...lines, 'GPU 0: NVIDIA GeForce RTX 4060'])).toMatch(/^torch_cpu_build/);
  });
});
