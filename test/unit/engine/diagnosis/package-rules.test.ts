import { describe, expect, it } from 'vitest';
import { absent, known, unknown, type Facts, type Toolchain } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { factsWith, live, torch } from '../../../support/facts.ts';
import {
  cards,
  comfyui,
  findingsOf,
  noXformers,
  packages,
  verdictOn,
} from '../../../support/findings.ts';

const sage = packages('sageattention==2.2.0');
const whole: Toolchain = {
  compiler: known('/usr/bin/gcc', 'file'),
  headers: known('/usr/include/python3.11/Python.h', 'file'),
  importLibrary: unknown(),
  runtimeBesidePython: unknown(),
  runtimeOfSystem: unknown(),
};
const windowsTools: Toolchain = {
  ...whole,
  importLibrary: known('libs/python311.lib', 'file'),
  runtimeBesidePython: absent('file'),
  runtimeOfSystem: known({ file: 'System32/msvcp140.dll', version: '14.44.35211.0' }, 'file'),
};
const windows: Partial<Facts> = {
  ...noXformers,
  platform: 'win32',
  torch: torch('2.9.1+cu128', '12.8'),
  triton: known({ distribution: 'triton-windows', version: '3.5.1.post21' }, 'file'),
  distributions: packages('triton-windows==3.5.1.post21'),
  toolchain: windowsTools,
};
const oldRuntime = known({ file: 'python_embeded/msvcp140.dll', version: '14.29.30133.0' }, 'file');
const tritonWindows = (version: string): Facts['triton'] =>
  known({ distribution: 'triton-windows', version }, 'file');
const triton = (version: string): Facts['triton'] =>
  known({ distribution: 'triton', version }, 'file');
const health = (own: Partial<Facts['packageHealth']>): Partial<Facts> => ({
  packageHealth: { leftovers: [], duplicates: [], withoutRecord: [], userSite: [], ...own },
});
const interpreter = (own: Partial<Facts['interpreter']>): Partial<Facts> => ({
  interpreter: { ...factsWith().interpreter, ...own },
});

const table: [string, Partial<Facts>, Cause, string | null][] = [
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
    'no Python.h where Sage needs it',
    { ...noXformers, distributions: sage, toolchain: { ...whole, headers: absent('file') } },
    'python_headers_missing',
    'error, medium',
  ],
  [
    'no Python.h where nobody needs it',
    { ...noXformers, toolchain: { ...whole, headers: absent('file') } },
    'python_headers_missing',
    null,
  ],
  [
    'an embedded Python without libs',
    { ...windows, toolchain: { ...windowsTools, importLibrary: absent('file') } },
    'python_headers_missing',
    'warning, medium',
  ],
  ['an embedded Python that has both', windows, 'python_headers_missing', null],
  [
    'no Triton, so nobody looked',
    { ...noXformers, distributions: sage, triton: absent('file') },
    'python_headers_missing',
    null,
  ],

  [
    'no compiler where Sage needs it',
    { ...noXformers, distributions: sage, toolchain: { ...whole, compiler: absent('file') } },
    'triton_toolchain_missing',
    'error, medium',
  ],
  [
    'no compiler on Windows, and Triton brings one',
    { ...windows, toolchain: { ...windowsTools, compiler: absent('file') } },
    'triton_toolchain_missing',
    null,
  ],
  [
    'no compiler on Windows, and this Triton brings none',
    {
      ...windows,
      torch: torch('2.5.1+cu124', '12.4'),
      triton: tritonWindows('3.1.0.post9'),
      toolchain: { ...windowsTools, compiler: absent('file') },
    },
    'triton_toolchain_missing',
    'warning, medium',
  ],
  [
    'a Visual Studio somewhere',
    {
      ...windows,
      triton: tritonWindows('3.1.0.post9'),
      toolchain: { ...windowsTools, compiler: unknown() },
    },
    'triton_toolchain_missing',
    null,
  ],

  [
    'an old msvcp140.dll beside python.exe',
    { ...windows, toolchain: { ...windowsTools, runtimeBesidePython: oldRuntime } },
    'vc_runtime_dll_broken',
    'warning, medium',
  ],
  [
    'the same, and Triton failed',
    {
      ...windows,
      toolchain: { ...windowsTools, runtimeBesidePython: oldRuntime },
      live: live({
        triton: { version: null, error: 'ImportError: DLL load failed while importing libtriton' },
      }),
    },
    'vc_runtime_dll_broken',
    'error, high',
  ],
  [
    'the same, and Triton loads',
    { ...windows, toolchain: { ...windowsTools, runtimeBesidePython: oldRuntime }, live: live() },
    'vc_runtime_dll_broken',
    null,
  ],
  [
    'a runtime nowhere',
    { ...windows, toolchain: { ...windowsTools, runtimeOfSystem: absent('file') } },
    'vc_runtime_dll_broken',
    'warning, medium',
  ],
  [
    'a runtime from a package',
    {
      ...windows,
      distributions: packages('msvc-runtime==14.44'),
      toolchain: { ...windowsTools, runtimeOfSystem: absent('file') },
    },
    'vc_runtime_dll_broken',
    null,
  ],
  [
    'a runtime without a readable version',
    {
      ...windows,
      toolchain: {
        ...windowsTools,
        runtimeBesidePython: known({ file: 'x', version: null }, 'file'),
      },
    },
    'vc_runtime_dll_broken',
    null,
  ],

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

describe('rules about Triton and packages', () => {
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
