import { valueOf, type Fact } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { compareNumbers, isWithin } from '../../knowledge/versions.ts';
import type { Clues } from '../clues.ts';
import { installed, probeEvidence, tritonEvidence } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';
import { tritonConcern } from '../wanted.ts';

/** TinyCC comes with triton-windows from here on (triton-windows readme). */
const bringsCompiler = '3.2.0.post13';
/** Older copies of msvcp140.dll break libtriton (triton-windows readme and #58). */
const oldestRuntime = '14.42';

/** Python.h, and on Windows the import library: embedded Pythons come without both. */
export function pythonHeadersMissing(clues: Clues): Finding[] {
  const severity = tritonConcern(clues);
  if (severity === null || !clues.toolchain) return [];
  const { headers, importLibrary } = clues.toolchain;
  const evidence = [
    ...missing(headers, 'evidence.headers-missing'),
    ...missing(importLibrary, 'evidence.import-library-missing'),
  ];
  if (evidence.length === 0) return [];
  return [
    findingOf('python_headers_missing', {
      severity,
      confidence: 'medium',
      evidence: [...tritonEvidence(clues), ...evidence],
    }),
  ];
}

/** No C compiler where Triton looks for one, and none inside of Triton itself. */
export function tritonToolchainMissing(clues: Clues): Finding[] {
  const severity = tritonConcern(clues);
  const triton = valueOf(clues.triton);
  if (severity === null || !triton || clues.toolchain?.compiler.state !== 'absent') return [];
  const windows = clues.platform === 'win32';
  const { version, distribution } = triton;
  if (windows && !(distribution === 'triton-windows' && isWithin(version, null, bringsCompiler)))
    return [];
  const own: Evidence[] = windows
    ? [{ statement: message('evidence.triton-without-compiler', { version }), how: 'file' }]
    : [];
  return [
    findingOf('triton_toolchain_missing', {
      severity,
      confidence: 'medium',
      evidence: [
        ...tritonEvidence(clues),
        ...own,
        ...missing(clues.toolchain.compiler, 'evidence.compiler-missing'),
      ],
    }),
  ];
}

/** An old msvcp140.dll beside python.exe is found before the system's, and Triton fails with it. */
export function vcRuntimeDllBroken(clues: Clues): Finding[] {
  if (clues.platform !== 'win32' || !clues.toolchain || tritonConcern(clues) === null) return [];
  const failed = valueOf(clues.live)?.triton;
  if (failed && failed.error === null) return [];
  const evidence = runtimeEvidence(clues);
  if (evidence.length === 0) return [];
  const error = failed?.error ?? null;
  return [
    findingOf('vc_runtime_dll_broken', {
      severity: error === null ? 'warning' : 'error',
      confidence: error === null ? 'medium' : 'high',
      evidence: [
        ...tritonEvidence(clues),
        ...evidence,
        ...(error === null ? [] : [probeEvidence(error)]),
      ],
    }),
  ];
}

function runtimeEvidence(clues: Clues): Evidence[] {
  if (!clues.toolchain) return [];
  const { runtimeBesidePython, runtimeOfSystem } = clues.toolchain;
  const beside = valueOf(runtimeBesidePython);
  if (beside?.version && compareNumbers(beside.version, oldestRuntime) < 0) {
    const { file, version } = beside;
    const statement = message('evidence.runtime-old', { file, version });
    return [{ statement, how: 'file', source: file }];
  }
  const nowhere = runtimeBesidePython.state === 'absent' && runtimeOfSystem.state === 'absent';
  // The package msvc-runtime brings the library along, and conda has it in a folder of its own.
  const elsewhere =
    clues.interpreter?.kind === 'conda' || installed(clues, 'msvc-runtime') !== null;
  return nowhere && !elsewhere
    ? [{ statement: message('evidence.runtime-missing'), how: 'file' }]
    : [];
}

function missing(
  fact: Fact<string>,
  key: 'evidence.headers-missing' | 'evidence.import-library-missing' | 'evidence.compiler-missing',
): Evidence[] {
  return fact.state === 'absent' ? [{ statement: message(key), how: 'file' }] : [];
}
