import type { Finding } from '../../../../shared/finding.ts';
import type { Clues } from '../evidence/clues.ts';
import { tritonEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { missingTool } from '../evidence/toolchain-evidence.ts';
import { tritonConcern } from '../evidence/wanted.ts';

/** Python.h, and on Windows the import library: embedded Pythons come without both. */
export function pythonHeadersMissing(clues: Clues): Finding[] {
  const severity = tritonConcern(clues);
  if (severity === null || !clues.toolchain) return [];
  const { headers, importLibrary } = clues.toolchain;
  const evidence = [
    ...missingTool(headers, 'evidence.headers-missing'),
    ...missingTool(importLibrary, 'evidence.import-library-missing'),
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
