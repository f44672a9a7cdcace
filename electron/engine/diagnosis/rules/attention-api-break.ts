import { valueOf } from '../../../../shared/facts.ts';
import type { Finding, Remedy } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { kitchenHasAttention, kitchenTorchFloor } from '../../knowledge/comfy-kitchen.ts';
import type { Clues } from '../evidence/clues.ts';
import { flagEvidence, installed, packageEvidence, torchEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { everyCard, nvidiaCards, oldestCommonCapability } from '../evidence/graphics-cards.ts';
import { pinnedKitchen } from '../evidence/pinned-kitchen.ts';
import { isFlagged, kitchenFlag } from '../evidence/wanted.ts';

const name = 'comfy-kitchen';

/** comfy-kitchen is newer than this torch understands, or older than this ComfyUI or its flag needs. */
export function attentionApiBreak(clues: Clues): Finding[] {
  const version = clues.comfyui === null ? null : installed(clues, name);
  if (version === null) return [];
  return [...torchTooOld(clues, version), ...notAsNeeded(clues, version)].slice(0, 1);
}

function torchTooOld(clues: Clues, version: string): Finding[] {
  const torch = valueOf(clues.torch);
  const floor = torch && kitchenTorchFloor(version, torch);
  if (!torch || !floor) return [];
  const isOld = everyCard(nvidiaCards(clues), (each) => each < oldestCommonCapability).length > 0;
  // Those cards have a torch that is new enough for CUDA 12.6 alone.
  const remedy: Remedy = isOld
    ? { goal: null, fixKind: 'other', fixDetail: 'torch_cu126_for_old_gpu' }
    : { goal: null, fixKind: 'upgrade_torch_for_gpu_arch' };
  return [
    findingOf('attention_api_break', {
      evidence: [
        ...packageEvidence(clues, name),
        torchEvidence(clues, torch),
        { statement: message('evidence.kitchen-floor', { version, torch: floor }), how: 'file' },
      ],
      title: message('finding.attention_api_break.title-torch-floor'),
      explanation: message('finding.attention_api_break.explanation-torch-floor'),
      cost: message('finding.attention_api_break.cost-torch-floor'),
      remedies: [remedy],
      ...(isOld ? {} : { advice: message('advice.upgrade_torch_for_gpu_arch.torch-floor') }),
    }),
  ];
}

/** Older than the pin: a warning, for not every ComfyUI uses all of it. Without what a flag asks for: ComfyUI stops. */
function notAsNeeded(clues: Clues, version: string): Finding[] {
  const pinned = pinnedKitchen(clues);
  const stops = isFlagged(clues, kitchenFlag) && !kitchenHasAttention(version, []);
  if (!pinned && !stops) return [];
  return [
    findingOf('attention_api_break', {
      severity: stops ? 'error' : 'warning',
      confidence: stops ? 'high' : 'medium',
      evidence: [
        ...(pinned?.evidence ?? packageEvidence(clues, name)),
        ...(stops ? [flagEvidence(clues, kitchenFlag)] : []),
      ],
      title: message('finding.attention_api_break.title-kitchen'),
      explanation: message('finding.attention_api_break.explanation-kitchen'),
      ...(stops ? { cost: message('finding.attention_api_break.cost-torch-floor') } : {}),
      remedies: [{ goal: null, fixKind: 'other', fixDetail: 'install_matching_accel_wheel' }],
      advice: message('advice.install_matching_accel_wheel.comfy-kitchen'),
    }),
  ];
}
