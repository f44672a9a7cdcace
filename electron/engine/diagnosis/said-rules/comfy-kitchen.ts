import type { Finding, Remedy } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { capabilityOf, oldestCommonCapability } from '../evidence/graphics-cards.ts';
import type { Heard } from '../evidence/heard.ts';
import { vendorOfGpu, type SaidRule } from './said-rule.ts';

const refusals: readonly SignatureId[] = ['CK_NO_INT8', 'USE_NODE_MISSING'];

/** ComfyUI's own kernels: too new for this torch, not those that this ComfyUI pins, or not for this card. */
export const comfyKitchen: SaidRule = {
  reads: ['CK_TORCH_FLOOR', 'CK_OLD', 'CK_MISSING', 'CK_NOT_IMPORTED', ...refusals],
  find(heard, clues) {
    const floor = heard.first('CK_TORCH_FLOOR');
    if (floor) return [belowFloor(floor, heard, clues)];
    const other = heard.first('CK_OLD');
    if (other) return [notThePinnedOne(other)];
    const missing = heard.first('CK_MISSING');
    if (missing) return [notThere(missing, heard)];
    const refused = heard.first(...refusals);
    return refused ? [refusedBy(refused, heard, clues)] : [];
  },
};

/** The traceback that leads through comfy-kitchen's own files is this long. */
const tracebackLength = 30;

/**
 * A package registers an operator with a type that torch knows since 2.7 (ComfyUI PR #15413).
 * Cards that the newest builds left out have a torch of that age for CUDA 12.6.
 */
function belowFloor(line: Said, heard: Heard, clues: Clues): Finding {
  const capability = capabilityOf(clues);
  const isOld = capability !== null && capability < oldestCommonCapability;
  const remedy: Remedy = isOld
    ? { goal: null, fixKind: 'other', fixDetail: 'torch_cu126_for_old_gpu' }
    : { goal: null, fixKind: 'upgrade_torch_for_gpu_arch' };
  const ofKitchen =
    /kernel_size|stride/.test(line.values['parameter'] ?? '') ||
    heard.near(line, tracebackLength, 'FRAME_KITCHEN') !== null;
  return findingOf('attention_api_break', {
    evidence: [saidEvidence(line)],
    confidence: ofKitchen ? 'high' : 'medium',
    title: message('finding.attention_api_break.title-torch-floor'),
    explanation: message(
      ofKitchen
        ? 'finding.attention_api_break.explanation-torch-floor'
        : 'finding.attention_api_break.explanation-torch-floor-any',
    ),
    cost: message('finding.attention_api_break.cost-torch-floor'),
    remedies: [remedy],
    advice: message(
      isOld ? 'advice.torch_cu126_for_old_gpu' : 'advice.upgrade_torch_for_gpu_arch.torch-floor',
    ),
  });
}

const pinned: Remedy = { goal: null, fixKind: 'other', fixDetail: 'install_matching_accel_wheel' };
const updated: Remedy = { goal: null, fixKind: 'other', fixDetail: 'update_custom_node_or_app' };

function notThePinnedOne(line: Said): Finding {
  return findingOf('attention_api_break', {
    evidence: [saidEvidence(line)],
    title: message('finding.attention_api_break.title-kitchen'),
    explanation: message('finding.attention_api_break.explanation-kitchen'),
    cost: message('finding.attention_api_break.cost-torch-floor'),
    remedies: [pinned, updated],
    advice: message('advice.install_matching_accel_wheel.comfy-kitchen'),
  });
}

/** An older ComfyUI noticed it and went on; a newer one stops at its import. */
function notThere(line: Said, heard: Heard): Finding {
  const wentOn = heard
    .all('CK_NOT_IMPORTED')
    .some((each) => each.line === line.line && heard.has('FACT_STARTED'));
  return findingOf('accel_package_not_installed', {
    evidence: [saidEvidence(line)],
    ...(wentOn ? { severity: 'warning' as const } : {}),
    title: message('finding.accel_package_not_installed.title-kitchen'),
    explanation: message('finding.attention_api_break.explanation-kitchen'),
    remedies: [{ goal: null, fixKind: 'install_into_right_python' }, pinned],
    advice: message('advice.install_matching_accel_wheel.comfy-kitchen'),
  });
}

/** Its int8 attention wants a card of SM75 or newer (RDNA3 on AMD) and its compiled part. */
function refusedBy(line: Said, heard: Heard, clues: Clues): Finding {
  const evidence = [saidEvidence(line)];
  const capability = capabilityOf(clues);
  switch (vendorOfGpu(heard, clues)) {
    case 'apple':
      return findingOf('apple_mps_unsupported', { evidence });
    case 'intel':
      return findingOf('intel_xpu_unsupported', { evidence });
    case 'amd':
      return findingOf('amd_unsupported', { evidence });
    default:
      if (capability !== null && capability < oldestCommonCapability)
        return findingOf('attention_gpu_too_old', { evidence });
      return findingOf('accel_package_not_installed', {
        evidence,
        confidence: 'medium',
        severity: line.signature === 'USE_NODE_MISSING' ? 'warning' : 'error',
        title: message('finding.accel_package_not_installed.title-kitchen'),
        remedies: [pinned, { goal: null, fixKind: 'change_launch_flag' }],
        advice: message('advice.install_matching_accel_wheel.comfy-kitchen'),
      });
  }
}
