import { compare, valid } from '@renovatebot/pep440';
import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { plainVersion } from '../../knowledge/cuda-family.ts';
import { capabilityNumber } from '../../knowledge/gpu-names.ts';
import { attentionMinimumRows } from '../../knowledge/limit-tables.ts';
import { tritonGpuLimit, tritonSeriesFor } from '../../knowledge/triton-fit.ts';
import type { Clues } from '../clues.ts';
import { flagEvidence, installed, packageEvidence } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';
import { everyCard, nvidiaCards } from '../graphics-cards.ts';
import { flashFlag, isFlagged, sageFlag } from '../wanted.ts';

const demands = [
  { flag: sageFlag, name: 'sageattention' },
  { flag: flashFlag, name: 'flash-attn' },
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

function minimumOf(clues: Clues, name: 'sageattention' | 'flash-attn'): string | null {
  const version = installed(clues, name);
  if (version === null || valid(version) === null) return null;
  if (name === 'sageattention' && hasNoTritonForTuring(clues)) return '8.0';
  const row = attentionMinimumRows.find(
    (each) =>
      each.package === name &&
      (each.platform === null || each.platform === clues.platform) &&
      compare(plainVersion(version), each.from) >= 0,
  );
  return row?.minCapability ?? null;
}

/** This torch wants a Triton that no longer compiles for RTX 20 and GTX 16 cards. */
function hasNoTritonForTuring(clues: Clues): boolean {
  const torch = valueOf(clues.torch);
  const series = torch && clues.platform ? tritonSeriesFor(torch, clues.platform) : null;
  return series !== null && tritonGpuLimit(series, 75) !== null;
}
