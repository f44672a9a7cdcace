import { describe, expect, it } from 'vitest';
import { absent, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { factsWith, live } from '../../../support/facts.ts';
import { comfyui, noXformers, packages, verdictOn } from '../../../support/findings.ts';

const health = (own: Partial<Facts['packageHealth']>): Partial<Facts> => ({
  packageHealth: { leftovers: [], duplicates: [], withoutRecord: [], userSite: [], ...own },
});
const interpreter = (own: Partial<Facts['interpreter']>): Partial<Facts> => ({
  interpreter: { ...factsWith().interpreter, ...own },
});

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
  [
    'folders that pip left behind',
    health({ leftovers: ['/env/~orch'] }),
    'install_corrupted',
    'harmless, high',
  ],
  [
    'torch listed twice',
    health({ duplicates: [{ name: 'torch', versions: ['2.5.1', '2.6.0'] }] }),
    'install_corrupted',
    'error, medium',
  ],
  [
    'another package listed twice',
    health({ duplicates: [{ name: 'pillow', versions: ['10', '11'] }] }),
    'install_corrupted',
    null,
  ],
  [
    'xFormers without its RECORD',
    {
      ...health({ withoutRecord: ['xformers'] }),
      distributions: packages('xformers==0.0.29.post3'),
    },
    'install_corrupted',
    'error, medium',
  ],
  [
    'conda keeps none',
    {
      ...health({ withoutRecord: ['torch'] }),
      ...interpreter({ kind: 'conda' }),
      distributions: packages('torch==2.6.0'),
    },
    'install_corrupted',
    null,
  ],
  [
    'xFormers listed without its files',
    { xformers: absent('file'), distributions: packages('xformers==0.0.29.post3') },
    'install_corrupted',
    'error, high',
  ],
  [
    'torch listed without its files',
    { torch: absent('file'), distributions: packages('torch==2.6.0') },
    'install_corrupted',
    'error, high',
  ],
  [
    'torch listed without its files, and it imports',
    { torch: absent('file'), distributions: packages('torch==2.6.0'), live: live() },
    'install_corrupted',
    null,
  ],
  [
    'another torch in the user folder',
    {
      ...health({ userSite: packages('torch==2.4.0') }),
      ...interpreter({ kind: 'system' }),
      distributions: packages('torch==2.6.0'),
    },
    'wrong_python_env',
    'warning, medium',
  ],
  [
    'the same torch in both',
    {
      ...health({ userSite: packages('torch==2.6.0') }),
      ...interpreter({ kind: 'system' }),
      distributions: packages('torch==2.6.0'),
    },
    'wrong_python_env',
    null,
  ],
  [
    'only in the user folder',
    health({ userSite: packages('torch==2.4.0') }),
    'wrong_python_env',
    null,
  ],
  [
    'an embedded Python, which is started with -s',
    {
      ...health({ userSite: packages('torch==2.4.0') }),
      ...interpreter({ kind: 'embedded' }),
      distributions: packages('torch==2.6.0'),
    },
    'wrong_python_env',
    'harmless, low',
  ],
  [
    'a managed Python that needs something',
    { ...interpreter({ externallyManaged: true }), xformers: absent('file') },
    'pep668_managed_env',
    'harmless, high',
  ],
  [
    'a managed Python that needs nothing',
    interpreter({ externallyManaged: true }),
    'pep668_managed_env',
    null,
  ],
  ['a Python of one’s own', { xformers: absent('file') }, 'pep668_managed_env', null],
  [
    '--xformers on a Python for which there is none',
    { ...noXformers, ...interpreter({ version: '3.13.1' }), comfyui: comfyui('--xformers') },
    'no_matching_wheel',
    'error, high',
  ],
  [
    '--xformers on a Python that has one',
    { ...noXformers, comfyui: comfyui('--xformers') },
    'no_matching_wheel',
    null,
  ],
  [
    'Python 3.13 without the flag',
    { ...noXformers, ...interpreter({ version: '3.13.1' }) },
    'no_matching_wheel',
    null,
  ],
];

describe('packages and interpreters', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });
});
