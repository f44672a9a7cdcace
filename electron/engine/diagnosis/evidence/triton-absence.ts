import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import type { Clues } from './clues.ts';
import { probeEvidence } from './evidence.ts';

/** That there is no Triton, or none that loads; nothing where torch could not use one. */
export function tritonAbsence(clues: Clues): Evidence[] {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) === 'cpu' || clues.platform === 'darwin') return [];
  if (clues.triton.state === 'absent') {
    const name = clues.platform === 'win32' ? 'triton-windows' : 'triton';
    return [{ statement: message('evidence.not-installed', { name }), how: 'file' }];
  }
  const broken = valueOf(clues.live)?.triton?.error ?? null;
  return broken === null ? [] : [probeEvidence(broken)];
}
