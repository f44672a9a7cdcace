import { describe, expect, it } from 'vitest';
import { absent, known, unknown, type Facts } from '../../../../shared/facts.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { live, torch } from '../../../support/facts.ts';
import { noXformers, packages, verdictOn } from '../../../support/findings.ts';
import { sage, whole, windowsTools, windows } from '../../../support/triton-environments.ts';

const oldRuntime = known({ file: 'python_embeded/msvcp140.dll', version: '14.29.30133.0' }, 'file');
const tritonWindows = (version: string): Facts['triton'] =>
  known({ distribution: 'triton-windows', version }, 'file');

/** What differs from a healthy environment, the cause in question, and what is said of it. */
const table: [string, Partial<Facts>, Cause, string | null][] = [
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
];

describe('what Triton needs around it', () => {
  it.each(table)('%s', (_, own, cause, expected) => {
    expect(verdictOn(own, cause)).toBe(expected);
  });
});
