import { describe, expect, it } from 'vitest';
import { absent, known, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { factsWith, live } from '../../../support/facts.ts';
import { comfyui, imported, noXformers, packages, verdictOn } from '../../../support/findings.ts';

const health = (own: Partial<Facts['packageHealth']>): Partial<Facts> => ({
  packageHealth: { leftovers: [], duplicates: [], withoutRecord: [], userSite: [], ...own },
});
const compiledTorch = (...compiled: string[]): Facts['torch'] =>
  known({ version: '2.6.0+cu124', cuda: '12.4', hip: null, xpu: null, compiled }, 'file');
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
    'warning, medium',
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
    'warning, medium',
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
    'xFormers that nothing lists',
    health({ withoutMetadata: ['xformers'] }),
    'install_corrupted',
    'warning, medium',
  ],
  [
    'a torch that pip took out and never brought back',
    {
      torch: absent('file'),
      ...health({ leftovers: ['C:\\env\\~orch', 'C:\\env\\~-rch-2.8.0.dist-info'] }),
    },
    'install_corrupted',
    'error, high',
  ],
  [
    'the remains of another package where torch is absent',
    { torch: absent('file'), ...health({ leftovers: ['/env/~orchvision'] }) },
    'install_corrupted',
    'harmless, high',
  ],
  [
    'a compiled file of torch that is gone',
    health({ missingFiles: [{ name: 'torch', files: ['torch/_C.cp312-win_amd64.pyd'] }] }),
    'install_corrupted',
    'error, high',
  ],
  [
    'one of flash-attn that nobody asked for',
    health({ missingFiles: [{ name: 'flash-attn', files: ['flash_attn_2_cuda.so'] }] }),
    'install_corrupted',
    'warning, high',
  ],
  [
    'one of SageAttention that a flag asks for',
    {
      ...health({ missingFiles: [{ name: 'sageattention', files: ['sageattention/_fused.so'] }] }),
      comfyui: comfyui('--use-sage-attention'),
    },
    'install_corrupted',
    'error, high',
  ],
  [
    'one of torchvision, which imports all the same',
    {
      ...health({ missingFiles: [{ name: 'torchvision', files: ['torchvision/image.so'] }] }),
      live: imported('torchvision', null),
    },
    'install_corrupted',
    null,
  ],
  [
    'a torch compiled for another Python',
    { torch: compiledTorch('_C.cpython-310-x86_64-linux-gnu.so') },
    'install_corrupted',
    'error, high',
  ],
  [
    'a torch with remains of an earlier Python',
    {
      torch: compiledTorch(
        '_C.cpython-310-x86_64-linux-gnu.so',
        '_C.cpython-311-x86_64-linux-gnu.so',
      ),
    },
    'install_corrupted',
    null,
  ],
  [
    'a ComfyUI without torch',
    { torch: absent('file'), ...noXformers },
    'accel_package_not_installed',
    'error, medium',
  ],
  [
    'a ComfyUI whose torch lies where no file tells',
    { torch: absent('file'), ...noXformers, live: live() },
    'accel_package_not_installed',
    null,
  ],
  [
    'a Python without torch that no ComfyUI uses',
    { torch: absent('file'), ...noXformers, comfyui: null },
    'accel_package_not_installed',
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
