import { describe, expect, it } from 'vitest';
import { message } from '../../../../shared/messages/index.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';

const start = (hour: string) => [
  `** ComfyUI startup time: 2026-03-02 ${hour}:00:00.000`,
  'pytorch version: 2.9.1+cu128',
];
const came = 'To see the GUI go to: http://127.0.0.1:8188';
const made = 'Prompt executed in 3.33 seconds';
const works = 'Using pytorch attention';
const banner = [
  "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:",
  '    PyTorch 2.8.0+cu128 with CUDA 1208 (you have 2.9.1+cu128)',
];
const needed =
  'To use the `--use-sage-attention` feature, the `sageattention` package must be installed first.';
const atWork = 'RuntimeError: CUDA error: no kernel image is available for execution on the device';

describe('several starts in one log', () => {
  it.each([
    [
      'what stopped one start is past in the next',
      [...start('09'), needed, ...start('10'), works, came],
    ],
    [
      'a warning of the first start is gone in the next',
      [...start('09'), ...banner, works, came, ...start('10'), works, came],
    ],
    [
      'what failed at work is past once something was made',
      [...start('09'), works, came, atWork, ...start('10'), works, came, made],
    ],
    [
      'without the head of the first start',
      [works, ...banner, ...start('10'), 'Using xformers attention', came, made],
    ],
  ])('%s', (_, lines) => {
    const analysis = analyse(lines);
    expect(analysis.verdict).toBe('healthy');
    expect(analysis.hints).toContainEqual(message('log.hint.earlier-start'));
  });

  it.each([
    [
      'the last start has it too',
      [...start('09'), needed, ...start('10'), needed],
      'accel_package_not_installed',
    ],
    [
      'the last start got nowhere',
      [...start('09'), needed, ...start('10'), works],
      'accel_package_not_installed',
    ],
    [
      'nothing was made since',
      [...start('09'), works, came, atWork, ...start('10'), works, came],
      'torch_dropped_old_gpu_arch',
    ],
    [
      'an error pasted above a log is of no earlier start',
      [needed, ...start('10'), works, came, made],
      'accel_package_not_installed',
    ],
    [
      'the last start has another',
      [...start('09'), needed, ...start('10'), ...banner, works, came, made],
      'xformers_torch_mismatch',
    ],
  ])('counts still: %s', (_, lines, cause) => {
    const analysis = analyse(lines);
    expect(analysis.findings.map((each) => each.cause)).toContain(cause);
    expect(analysis.verdict).toBe('problem');
    expect(analysis.hints).toEqual([]);
  });
});
