import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import type { Clues } from '../clues.ts';
import { installed, probeEvidence } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';

/**
 * No Triton. SageAttention imports it unconditionally, so beside SageAttention it is a
 * fault; xFormers alone only says that some optimizations are off, and goes on.
 */
export function tritonMissing(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) === 'cpu' || clues.platform === 'darwin') return [];
  const missing = clues.triton.state === 'absent';
  const broken = valueOf(clues.live)?.triton?.error ?? null;
  if (!missing && broken === null) return [];
  const sage = installed(clues, 'sageattention');
  if (!missing && sage === null) return [];
  const evidence: Evidence[] = missing
    ? [{ statement: message('evidence.not-installed', { name: tritonName(clues) }), how: 'file' }]
    : [probeEvidence(broken ?? '')];
  return sage === null
    ? [findingOf('triton_missing_benign', { evidence, cost: null })]
    : required(clues, evidence, sage);
}

function tritonName(clues: Clues): string {
  return clues.platform === 'win32' ? 'triton-windows' : 'triton';
}

function required(clues: Clues, evidence: Evidence[], sage: string): Finding[] {
  const asker: Evidence = {
    statement: message('evidence.needs-triton', { name: 'sageattention', version: sage }),
    how: 'file',
  };
  return [
    findingOf('triton_missing_required', {
      evidence: [...evidence, asker],
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
