import { absent, known, type Distribution, type Fact } from '../../../shared/facts.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';

/**
 * They share one import name. triton-windows is the one that works on Windows; torch brings
 * one of the others for ROCm and XPU.
 * Source: Requires-Dist of the torch wheels on download.pytorch.org/whl/rocm* and xpu.
 */
const names = [
  'triton-windows',
  'triton',
  'pytorch-triton',
  'pytorch-triton-rocm',
  'triton-rocm',
  'pytorch-triton-xpu',
  'triton-xpu',
];

export function tritonOf(
  distributions: readonly Distribution[],
): Fact<{ distribution: string; version: string }> {
  for (const name of names) {
    const found = distributionNamed(distributions, name);
    if (found) return known({ distribution: name, version: found.version }, 'file', found.location);
  }
  return absent('file');
}
