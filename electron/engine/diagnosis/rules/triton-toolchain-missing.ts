import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { isWithin } from '../../knowledge/versions.ts';
import type { Clues } from '../evidence/clues.ts';
import { tritonEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { missingTool } from '../evidence/toolchain-evidence.ts';
import { tritonConcern } from '../evidence/wanted.ts';

/** TinyCC comes with triton-windows from here on (triton-windows readme). */
const bringsCompiler = '3.2.0.post13';

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
        ...missingTool(clues.toolchain.compiler, 'evidence.compiler-missing'),
      ],
    }),
  ];
}
