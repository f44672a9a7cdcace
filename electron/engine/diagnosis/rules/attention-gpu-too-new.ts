import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { xformersFit } from '../../knowledge/xformers-fit.ts';
import { xformersGpuLimit } from '../../knowledge/xformers-releases.ts';
import type { Clues } from '../evidence/clues.ts';
import { xformersEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { nvidiaCards } from '../evidence/graphics-cards.ts';
import { usesXformers } from '../evidence/wanted.ts';
import { surroundingsOf } from '../evidence/surroundings.ts';

/**
 * xFormers loads, but none of its kernels takes a card as new as this one. Only said where
 * xFormers would do the work: a ComfyUI that uses another attention never meets it.
 */
export function attentionGpuTooNew(clues: Clues): Finding[] {
  const here = surroundingsOf(clues);
  const xformers = valueOf(clues.xformers);
  if (!here || !xformers || vendorOfTorch(here.torch) !== 'cuda' || !usesXformers(clues)) return [];
  // A build that does not load is the earlier cause.
  if (xformersFit(here.torch, xformers) !== 'fits') return [];
  const limit = xformersGpuLimit(xformers.version, here);
  if (!limit) return [];
  const { version } = xformers;
  return [
    findingOf('attention_gpu_too_new', {
      // Without a list of packages a flash-attn that helps may be there.
      confidence: limit.flashHelps && clues.distributions === null ? 'medium' : 'high',
      evidence: [
        xformersEvidence(clues, xformers),
        ...nvidiaCards(clues).map((card) => card.evidence),
        {
          statement: message('evidence.xformers-gpu-limit', {
            version,
            capability: limit.maxCapability,
          }),
          how: 'file',
        },
      ],
    }),
  ];
}
