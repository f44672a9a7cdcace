import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Clues } from '../evidence/clues.ts';
import { installed } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { tritonAbsence } from '../evidence/triton-absence.ts';

/** SageAttention imports Triton unconditionally, so beside it a missing or broken one is a fault. */
export function tritonMissingRequired(clues: Clues): Finding[] {
  const sage = installed(clues, 'sageattention');
  const absence = tritonAbsence(clues);
  if (sage === null || absence.length === 0) return [];
  const asker: Evidence = {
    statement: message('evidence.needs-triton', { name: 'sageattention', version: sage }),
    how: 'file',
  };
  return [
    findingOf('triton_missing_required', {
      evidence: [...absence, asker],
      title: message('finding.triton_missing_required.title-sage'),
      explanation: message('finding.triton_missing_required.explanation-sage'),
      cost: message('finding.triton_missing_required.cost-sage'),
      remedies: [
        {
          goal: 'triton',
          fixKind: clues.platform === 'win32' ? 'install_triton_windows' : 'install_triton',
        },
      ],
    }),
  ];
}
