import type { Finding } from '../../../../shared/finding.ts';
import type { Said } from '../../../../shared/said.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import type { Heard } from '../evidence/heard.ts';
import { xformersTorchMismatch } from '../rules/xformers-torch-mismatch.ts';
import { torchVendor, vendorOfGpu, type SaidRule } from './said-rule.ts';

/**
 * What `python -m xformers.info` lists. A few operators need nothing of xFormers' own
 * ("-pt" are PyTorch's, others come with flash-attn or Triton), so an "available" proves
 * little; that the build has no record, or that nothing at all is available, proves that the
 * compiled part is not in use (xformers/info.py print_info).
 */
export const xformersInfo: SaidRule = {
  reads: ['XINFO_NO_BUILD'],
  find(heard, clues) {
    const operators = heard.all('FACT_XINFO_OPERATOR');
    if (operators.length === 0 || isForAnother(heard, clues)) return [];
    const evidence = evidenceOf(heard, operators);
    // A build for another torch still has its record: the two versions say it all.
    const built = heard.first('FACT_XINFO_BUILT');
    if (built && xformersTorchMismatch(clues).length > 0) {
      const torch = heard.first('FACT_TORCH_XINFO');
      const lines = [built, ...(torch ? [torch] : [])];
      return [findingOf('xformers_torch_mismatch', { evidence: lines.map(saidEvidence) })];
    }
    const none = operators.every((line) => line.values['state'] === 'unavailable');
    return none || heard.has('XINFO_NO_BUILD') ? [incomplete(none, evidence)] : [];
  },
};

/** Beside a torch or a card of another vendor the list has nothing else to say. */
function isForAnother(heard: Heard, clues: Clues): boolean {
  const vendor = vendorOfGpu(heard, clues);
  return torchVendor(clues) === 'cpu' || (vendor !== null && vendor !== 'nvidia');
}

function incomplete(none: boolean, evidence: Finding['evidence']): Finding {
  return findingOf('xformers_incomplete_build', {
    evidence,
    confidence: none ? 'high' : 'medium',
  });
}

function evidenceOf(heard: Heard, operators: readonly Said[]): Finding['evidence'] {
  const record = heard.first('XINFO_NO_BUILD');
  const missing = operators.filter((line) => line.values['state'] === 'unavailable');
  return [...(record ? [record] : []), ...missing.slice(0, 3)].map(saidEvidence);
}
