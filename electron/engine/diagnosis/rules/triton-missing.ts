import { valueOf, type Facts } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { installed } from '../evidence.ts';

/**
 * No Triton. SageAttention imports it unconditionally, so beside SageAttention it is a
 * fault; xFormers alone only says that some optimizations are off, and goes on.
 */
export function tritonMissing(facts: Facts): Finding[] {
  const torch = valueOf(facts.torch);
  if (!torch || vendorOfTorch(torch) === 'cpu' || facts.platform === 'darwin') return [];
  const missing = facts.triton.state === 'absent';
  const live = valueOf(facts.live);
  const broken = live?.triton?.error ?? null;
  if (!missing && broken === null) return [];
  const sage = installed(facts, 'sageattention');
  if (!missing && sage === null) return [];
  const evidence: Evidence[] = missing
    ? [{ statement: message('evidence.not-installed', { name: tritonName(facts) }), how: 'file' }]
    : [{ statement: message('evidence.python-said', { text: broken ?? '' }), how: 'probe' }];
  return sage === null ? benign(evidence) : required(facts, evidence, sage);
}

function tritonName(facts: Facts): string {
  return facts.platform === 'win32' ? 'triton-windows' : 'triton';
}

function required(facts: Facts, evidence: Evidence[], sage: string): Finding[] {
  const asker: Evidence = {
    statement: message('evidence.needs-triton', { name: 'sageattention', version: sage }),
    how: 'file',
  };
  return [
    {
      cause: 'triton_missing_required',
      severity: 'error',
      confidence: 'high',
      evidence: [...evidence, asker],
      title: message('finding.triton_missing_required.title'),
      explanation: message('finding.triton_missing_required.explanation'),
      cost: message('finding.triton_missing_required.cost'),
      remedies: [
        {
          goal: 'triton',
          fixKind: facts.platform === 'win32' ? 'install_triton_windows' : 'install_triton',
        },
      ],
      consequence: false,
    },
  ];
}

function benign(evidence: Evidence[]): Finding[] {
  return [
    {
      cause: 'triton_missing_benign',
      severity: 'harmless',
      confidence: 'high',
      evidence,
      title: message('finding.triton_missing_benign.title'),
      explanation: message('finding.triton_missing_benign.explanation'),
      cost: null,
      remedies: [{ goal: 'triton', fixKind: 'none_benign_warning' }],
      consequence: false,
    },
  ];
}
