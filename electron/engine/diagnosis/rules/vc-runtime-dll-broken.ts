import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { compareNumbers } from '../../knowledge/versions.ts';
import type { Clues } from '../evidence/clues.ts';
import { installed, probeEvidence, tritonEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { packagesBy } from '../evidence/packages-by.ts';
import { tritonConcern } from '../evidence/wanted.ts';

/** Older copies of msvcp140.dll break libtriton (triton-windows readme and #58). */
const oldestRuntime = '14.42';

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
  const elsewhere = packagesBy(clues) === 'conda' || installed(clues, 'msvc-runtime') !== null;
  return nowhere && !elsewhere
    ? [{ statement: message('evidence.runtime-missing'), how: 'file' }]
    : [];
}
