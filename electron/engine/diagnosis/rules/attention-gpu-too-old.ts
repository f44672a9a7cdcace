import { compare } from '../../knowledge/versions.ts';
import { valid } from '@renovatebot/pep440';
import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { plainVersion } from '../../knowledge/cuda-family.ts';
import { capabilityNumber } from '../../knowledge/gpu-names.ts';
import { attentionMinimumRows } from '../../knowledge/limit-tables.ts';
import { oldestCapabilityFor, tritonSeriesFor } from '../../knowledge/triton-fit.ts';
import type { Clues } from '../evidence/clues.ts';
import { flagEvidence, installed, packageEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { everyCard, nvidiaCards } from '../evidence/graphics-cards.ts';
import { flashFlag, isFlagged, kitchenFlag, sageFlag } from '../evidence/wanted.ts';

const demands = [
  { flag: sageFlag, name: 'sageattention' },
  { flag: flashFlag, name: 'flash-attn' },
  { flag: kitchenFlag, name: 'comfy-kitchen' },
] as const;

/** A flag asks for an attention that no card of this machine can run. */
export function attentionGpuTooOld(clues: Clues): Finding[] {
  const found = demands.flatMap(({ flag, name }) => {
    if (!isFlagged(clues, flag)) return [];
    const minimum = minimumOf(clues, name);
    const floor = capabilityNumber(minimum);
    if (minimum === null || floor === null) return [];
    const cards = everyCard(nvidiaCards(clues), (capability) => capability < floor);
    if (cards.length === 0) return [];
    return [
      flagEvidence(clues, flag),
      ...packageEvidence(clues, name),
      ...cards.map((card) => card.evidence),
      {
        statement: message('evidence.package-minimum', { name, capability: minimum }),
        how: 'file' as const,
      },
    ];
  });
  return found.length > 0 ? [findingOf('attention_gpu_too_old', { evidence: found })] : [];
}

/** Of the package's own kernels and, where it imports Triton, of Triton's. */
function minimumOf(clues: Clues, name: (typeof demands)[number]['name']): string | null {
  const version = installed(clues, name);
  if (version === null || valid(version) === null) return null;
  const row = attentionMinimumRows.find(
    (each) =>
      each.package === name &&
      (each.platform === null || each.platform === clues.platform) &&
      compare(plainVersion(version), each.from) >= 0,
  );
  const own = row?.minCapability ?? null;
  if (name !== 'sageattention') return own;
  const ofTriton = oldestCapabilityFor(tritonSeriesOf(clues));
  return (capabilityNumber(own) ?? 0) >= (capabilityNumber(ofTriton) ?? 0) ? own : ofTriton;
}

/** The Triton that this torch wants; null where it may be any, as with triton-turing (RTX 20). */
function tritonSeriesOf(clues: Clues): string | null {
  const torch = valueOf(clues.torch);
  if (!torch || !clues.platform || installed(clues, 'triton-turing') !== null) return null;
  return tritonSeriesFor(torch, clues.platform);
}
