import type { Finding, Remedy } from '../../../../shared/finding.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { capabilityOf, oldestCommonCapability } from '../evidence/graphics-cards.ts';
import type { Heard } from '../evidence/heard.ts';
import { firstNewCapability, torchVendor, vendorOfGpu, type SaidRule } from './said-rule.ts';

const reasons = {
  tooNew: ['XF_R_TOO_NEW', 'XF_R_TOO_NEW_BUG'],
  tooOld: ['XF_R_TOO_OLD_GT', 'XF_R_TOO_OLD_GE', 'XF_R_TOO_OLD_EARLY'],
  notBuilt: ['XF_R_NO_CUDA_BUILD'],
  operatorAbsent: ['XF_R_OP_NOT_BUILT'],
  bf16: ['XF_R_BF16'],
  input: [
    'XF_R_DTYPE',
    'XF_R_K',
    'XF_R_SHAPE',
    'XF_R_BIAS',
    'XF_R_BIAS_STRIDE',
    'XF_R_BIAS_ALIGN_HINT',
    'XF_R_DETERMINISTIC',
    'XF_R_CUSTOM_SCALE',
    'XF_R_DROPOUT',
    'XF_R_OTHER',
  ],
  exact: ['XF_R_EQ_80', 'XF_R_TRITON'],
  device: ['XF_R_DEVICE'],
} satisfies Record<string, readonly SignatureId[]>;
const heads: readonly SignatureId[] = [
  'XF_NO_OPERATOR',
  'XF_OP_FORCED',
  'XF_OP_NOT_SUPPORTED_HDR',
  'DIFF_XFORMERS_0016',
];

/**
 * "No operator found": every operator gives its reason, and the reason that all of them
 * share, or that the one able to help gives, is the cause. "operator wasn't built" is normal
 * for operators that a wheel leaves out.
 */
export const xformersOperators: SaidRule = {
  reads: [...heads, ...Object.values(reasons).flat()],
  find(heard, clues) {
    const lines = heard.all(...heads, ...Object.values(reasons).flat());
    const silent = new Set<SignatureId>([
      ...reasons.exact,
      ...reasons.operatorAbsent,
      'XF_OP_NOT_SUPPORTED_HDR',
    ]);
    if (lines.every((line) => silent.has(line.signature))) return [];
    return causeOf(heard, clues, lines);
  },
};

function causeOf(heard: Heard, clues: Clues, lines: Said[]): Finding[] {
  const vendor = vendorOfGpu(heard, clues);
  const devices = heard.all(...reasons.device).map((each) => each.values['device']);
  const evidence = mostTelling(heard, lines).map(saidEvidence);
  if (vendor === 'apple' || devices.includes('mps')) {
    // No other xFormers helps on a Mac; without it nothing asks for it any more.
    const remedies: Remedy[] = [
      { goal: null, fixKind: 'none_hardware_limit' },
      { goal: null, fixKind: 'remove_xformers' },
    ];
    return [findingOf('apple_mps_unsupported', { evidence, remedies })];
  }
  if (vendor === 'intel' || devices.includes('xpu'))
    return [findingOf('intel_xpu_unsupported', { evidence })];
  if (vendor === 'amd') {
    return [findingOf('amd_unsupported', { evidence, remedies: [withoutXformers(clues)] })];
  }
  if (heard.has(...reasons.notBuilt)) {
    return torchVendor(clues) === 'cpu'
      ? [findingOf('torch_cpu_build', { evidence })]
      : [findingOf('xformers_incomplete_build', { evidence })];
  }
  if (devices.includes('cpu')) return onProcessor(clues, evidence);
  return byHardware(heard, clues, evidence) ?? byInput(heard, lines, evidence);
}

/** A web UI has a setting for another attention; ComfyUI takes xFormers as soon as it is there. */
function withoutXformers(clues: Clues): Remedy {
  const inWebUi = clues.said.some((line) => /stable-diffusion-webui|sd_hijack/.test(line.text));
  return inWebUi || /A1111|Forge|webui/i.test(clues.stated?.install_kind ?? '')
    ? { goal: null, fixKind: 'other', fixDetail: 'use_supported_backend' }
    : { goal: null, fixKind: 'remove_xformers' };
}

function onProcessor(clues: Clues, evidence: Finding['evidence']): Finding[] {
  const vendor = torchVendor(clues);
  if (vendor === 'cuda') return [findingOf('attention_input_unsupported', { evidence })];
  const confidence = vendor === 'cpu' ? 'high' : 'medium';
  return [findingOf('torch_cpu_build', { evidence, confidence })];
}

function byHardware(heard: Heard, clues: Clues, evidence: Finding['evidence']): Finding[] | null {
  const capability = capabilityOf(clues);
  const refusedAsNew = heard.has(...reasons.tooNew);
  const refusedAsOld = heard.has(...reasons.tooOld);
  if (refusedAsNew && (capability === null || capability >= firstNewCapability))
    return [findingOf('attention_gpu_too_new', { evidence })];
  const old = heard.has(...reasons.bf16) || refusedAsOld;
  // An operator for old cards exists (cutlass); only what it refuses as well is the card's fault.
  const isOld = capability === null ? old : capability < 80;
  const cutlassSpeaks = heard.has('XF_R_BIAS_STRIDE', 'XF_R_BIAS_ALIGN_HINT');
  if (old && isOld && (heard.has(...reasons.bf16) || !cutlassSpeaks)) {
    return [findingOf('attention_gpu_too_old', { evidence, confidence: 'medium' })];
  }
  if (capability !== null && capability < oldestCommonCapability && old) {
    return [findingOf('attention_gpu_too_old', { evidence })];
  }
  return null;
}

function byInput(heard: Heard, lines: Said[], evidence: Finding['evidence']): Finding[] {
  if (heard.has('DIFF_XFORMERS_0016')) {
    const remedies = [
      { goal: 'xformers' as const, fixKind: 'upgrade_xformers_matching_torch' as const },
    ];
    return [findingOf('attention_input_unsupported', { evidence, remedies })];
  }
  if (heard.has(...reasons.input)) return [findingOf('attention_input_unsupported', { evidence })];
  if (heard.has(...reasons.operatorAbsent)) {
    return [findingOf('xformers_incomplete_build', { evidence, confidence: 'medium' })];
  }
  return lines.some((each) => each.signature !== 'XF_OP_NOT_SUPPORTED_HDR')
    ? [findingOf('attention_input_unsupported', { evidence, confidence: 'low' })]
    : [];
}

/** The head of the message and the reasons, without the "wasn't built" that mean nothing. */
function mostTelling(heard: Heard, lines: Said[]): Said[] {
  const head = heard.first('XF_NO_OPERATOR', 'XF_OP_FORCED');
  const quiet = new Set<SignatureId>([...reasons.operatorAbsent, ...heads]);
  const telling = lines.filter((each) => !quiet.has(each.signature));
  const chosen = [...(head ? [head] : []), ...telling];
  return (chosen.length > 0 ? chosen : lines).slice(0, 8);
}
