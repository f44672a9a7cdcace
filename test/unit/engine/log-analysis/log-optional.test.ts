import { describe, expect, it } from 'vitest';
import { analyse } from '../../../support/log-templates/analyse.ts';

const before = ['pytorch version: 2.9.1+cu128', 'Using pytorch attention'];
const after = ['Starting server', 'Prompt executed in 12.01 seconds'];

describe('a package that a node can do without', () => {
  it.each([
    "Warning: Could not load sageattention: No module named 'sageattention'",
    "No module named 'flash_attn', falling back to sdpa",
    "Failed to import sageattention (No module named 'sageattention')",
  ])('is no fault of a program that goes on: %s', (line) => {
    const analysis = analyse([...before, line, ...after]);
    expect(analysis.verdict).toBe('healthy');
    expect(analysis.findings.map(({ cause, severity }) => `${cause} ${severity}`)).toEqual([
      'healthy ok',
      'accel_package_not_installed harmless',
    ]);
  });

  it.each([
    [
      'raised',
      [
        'Traceback (most recent call last):',
        '  from sageattention import sageattn',
        "ModuleNotFoundError: No module named 'sageattention'",
      ],
    ],
    [
      'asked for by a flag',
      [
        'To use the `--use-sage-attention` feature, the `sageattention` package must be installed first.',
      ],
    ],
    [
      'noticed, and no start follows',
      ["Could not load sageattention: No module named 'sageattention'"],
    ],
  ])('is one when it is %s', (_, lines) => {
    const analysis = analyse([...before, ...lines]);
    expect(analysis.findings[0]?.cause).toBe('accel_package_not_installed');
    expect(analysis.verdict).toBe('problem');
  });
});
