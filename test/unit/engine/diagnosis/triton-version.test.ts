import { describe, expect, it } from 'vitest';
import { known, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { live, torch } from '../../../support/facts.ts';
import { cards, findingsOf, noXformers, packages, verdictOn } from '../../../support/findings.ts';
import { sage, windows } from '../../../support/triton-environments.ts';

const tritonWindows = (version: string): Facts['triton'] =>
  known({ distribution: 'triton-windows', version }, 'file');
const triton = (version: string): Facts['triton'] =>
  known({ distribution: 'triton', version }, 'file');

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
  ['the right triton-windows', windows, 'triton_version_mismatch', null],
  [
    'upstream triton on Windows',
    { ...windows, triton: triton('3.5.1'), distributions: packages('triton==3.5.1') },
    'triton_version_mismatch',
    'warning, medium',
  ],
  [
    'upstream triton beside triton-windows',
    { ...windows, distributions: packages('triton==3.0.0', 'triton-windows==3.5.1.post21') },
    'triton_version_mismatch',
    'warning, medium',
  ],
  [
    'an old Triton with RTX 50',
    {
      ...noXformers,
      torch: torch('2.12.0.dev1+cu128', '12.8'),
      triton: triton('3.2.0'),
      distributions: sage,
      gpus: cards('RTX 5090'),
    },
    'triton_version_mismatch',
    'error, medium',
  ],
  [
    'a Triton that failed live',
    {
      ...windows,
      triton: tritonWindows('3.3.1.post19'),
      live: live({
        triton: { version: null, error: "ImportError: cannot import name 'AttrsDescriptor'" },
      }),
    },
    'triton_version_mismatch',
    'error, high',
  ],
  [
    'a torch that no table knows',
    { ...noXformers, torch: torch('2.40.0+cu140', '14.0'), distributions: sage },
    'triton_version_mismatch',
    null,
  ],
  [
    'a Triton for ROCm',
    {
      ...noXformers,
      triton: known({ distribution: 'pytorch-triton-rocm', version: '3.1.0' }, 'file'),
      distributions: sage,
    },
    'triton_version_mismatch',
    null,
  ],
  [
    'a Triton of another torch where Sage needs it',
    { ...noXformers, triton: triton('3.3.0'), distributions: sage },
    'triton_version_mismatch',
    'error, medium',
  ],
  [
    'the same where nobody needs it',
    { ...noXformers, triton: triton('3.3.0') },
    'triton_version_mismatch',
    null,
  ],
  [
    'a patch release of the right series',
    { ...noXformers, triton: triton('3.2.1'), distributions: sage },
    'triton_version_mismatch',
    null,
  ],
  [
    'a triton-windows of another torch',
    { ...windows, triton: tritonWindows('3.3.1.post19') },
    'triton_version_mismatch',
    'warning, medium',
  ],
  [
    'the same beside Sage',
    { ...windows, triton: tritonWindows('3.3.1.post19'), distributions: sage },
    'triton_version_mismatch',
    'error, medium',
  ],
];

describe('Triton beside torch and card', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });

  it('offer the Triton of the system', () => {
    const remedy = (own: Partial<Facts>) =>
      findingsOf(own).find((each) => each.cause === 'triton_version_mismatch')?.remedies[0];
    expect(remedy({ ...windows, triton: tritonWindows('3.3.1.post19') })?.fixKind).toBe(
      'install_triton_windows',
    );
    expect(remedy({ ...noXformers, triton: triton('3.3.0'), distributions: sage })?.fixDetail).toBe(
      'align_triton_with_torch',
    );
  });
});
