import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { xformersFit } from '../../knowledge/xformers-fit.ts';
import type { Clues } from '../evidence/clues.ts';
import { flagEvidence, xformersEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { isFlagged } from '../evidence/wanted.ts';

/** These choose an attention that is slower than any other. */
const slow = ['--use-split-cross-attention', '--use-quad-cross-attention'];
/** These choose PyTorch's own, which is as fast on most cards. */
const other = ['--use-pytorch-cross-attention', '--disable-xformers'];

/**
 * xFormers is there and fits, and a flag keeps ComfyUI from using it. A fault only where the
 * flag makes it slow; split and quad are ignored as long as xFormers is used (comfy/cli_args.py).
 */
export function accelerationFlagNotSet(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  const xformers = valueOf(clues.xformers);
  if (!torch || vendorOfTorch(torch) !== 'cuda' || !clues.comfyui) return [];
  const slowing = slow.filter((flag) => isFlagged(clues, flag));
  const used = clues.backend?.backend;
  if (slowing.length > 0 && (used === 'split' || used === 'sub_quad')) {
    const evidence = slowing.map((flag) => flagEvidence(clues, flag));
    return [findingOf('acceleration_flag_not_set', { evidence })];
  }
  const off = other.filter((flag) => isFlagged(clues, flag));
  if (!xformers || off.length === 0 || xformersFit(torch, xformers) !== 'fits') return [];
  return [
    findingOf('acceleration_flag_not_set', {
      severity: 'harmless',
      evidence: [
        xformersEvidence(clues, xformers),
        ...off.map((flag) => flagEvidence(clues, flag)),
      ],
    }),
  ];
}
