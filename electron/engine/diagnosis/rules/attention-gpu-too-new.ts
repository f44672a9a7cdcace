import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { plainVersion, vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { refusesFlashAttn } from '../../knowledge/flash-attn-range.ts';
import { capabilityNumber } from '../../knowledge/gpu-names.ts';
import { xformersGpuLimitRows } from '../../knowledge/limit-tables.ts';
import { isWithin } from '../../knowledge/versions.ts';
import { xformersFit } from '../../knowledge/xformers-fit.ts';
import type { Clues } from '../clues.ts';
import { installed, xformersEvidence } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';
import { everyCard, nvidiaCards } from '../graphics-cards.ts';
import { usesXformers } from '../wanted.ts';

/**
 * xFormers loads, but none of its kernels takes a card as new as this one. Only said where
 * xFormers would do the work: a ComfyUI that uses another attention never meets it.
 */
export function attentionGpuTooNew(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  const xformers = valueOf(clues.xformers);
  if (!torch || !xformers || vendorOfTorch(torch) !== 'cuda' || !usesXformers(clues)) return [];
  // A build that does not load is the earlier cause.
  if (xformersFit(torch, xformers) !== 'fits') return [];
  const row = xformersGpuLimitRows.find(
    (each) =>
      each.platform === clues.platform &&
      isWithin(plainVersion(xformers.version), each.from, each.below),
  );
  const limit = capabilityNumber(row?.maxCapability);
  const cards = everyCard(nvidiaCards(clues), (capability) => limit !== null && capability > limit);
  if (!row || cards.length === 0) return [];
  if (row.flashHelps && hasUsableFlashAttn(clues, xformers.version)) return [];
  const { version } = xformers;
  return [
    findingOf('attention_gpu_too_new', {
      // Without a list of packages a flash-attn that helps may be there.
      confidence: row.flashHelps && clues.distributions === null ? 'medium' : 'high',
      evidence: [
        xformersEvidence(clues, xformers),
        ...cards.map((card) => card.evidence),
        {
          statement: message('evidence.xformers-gpu-limit', {
            version,
            capability: row.maxCapability,
          }),
          how: 'file',
        },
      ],
    }),
  ];
}

function hasUsableFlashAttn(clues: Clues, xformers: string): boolean {
  const version = installed(clues, 'flash-attn');
  return version !== null && !refusesFlashAttn(xformers, version);
}
