import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding, Remedy } from '../../../../shared/finding.ts';
import { message, type MessageRef } from '../../../../shared/messages/index.ts';
import { newestTorchBefore } from '../../knowledge/triton-fit.ts';
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
      ...remedyOn(clues),
    }),
  ];
}

/** A torch that is newer than every Triton for Windows has to wait, or make way for an older one. */
function remedyOn(clues: Clues): { remedies: Remedy[]; advice?: MessageRef } {
  if (clues.platform !== 'win32')
    return { remedies: [{ goal: 'triton', fixKind: 'install_triton' }] };
  const torch = valueOf(clues.torch);
  const newest = torch && newestTorchBefore(torch);
  if (!newest) return { remedies: [{ goal: 'triton', fixKind: 'install_triton_windows' }] };
  return {
    remedies: [{ goal: null, fixKind: 'other', fixDetail: 'use_supported_python_or_package' }],
    advice: message('advice.use_supported_python_or_package.no-triton', { torch: newest }),
  };
}
