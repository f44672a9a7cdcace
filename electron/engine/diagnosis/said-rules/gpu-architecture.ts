import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import { familyOfTorch } from '../../knowledge/cuda-family.ts';
import { capabilityNumber } from '../../knowledge/gpu-names.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { capabilityOf, oldestCommonCapability } from '../evidence/graphics-cards.ts';
import type { Heard } from '../evidence/heard.ts';
import { firstNewCapability, vendorOfGpu, type SaidRule } from './said-rule.ts';

const clear: readonly SignatureId[] = [
  'PT_NOT_COMPATIBLE_GPU',
  'PT_TOO_OLD_GPU',
  'PT_MAXWELL_REMOVED',
  'PT_NO_LONGER_SUPPORTS',
];
const alwaysOld: readonly SignatureId[] = ['PT_MAXWELL_REMOVED', 'PT_NO_LONGER_SUPPORTS'];
const packageFrames: readonly SignatureId[] = [
  'FRAME_FLASH_ATTN',
  'FRAME_C_FLASHATTENTION',
  'FRAME_SAGE',
  'FRAME_XFORMERS',
];
/** A CUDA error is raised some frames below the call that names the package. */
const tracebackLength = 25;

/** Code for this GPU is missing: in torch itself, or only in a package beside it. */
export const gpuArchitecture: SaidRule = {
  reads: [
    ...clear,
    'PT_NO_KERNEL_IMAGE',
    'PT_KERNEL_BUILT_FOR',
    'XF_FA3_NOKERNEL',
    'XF_FA3_INVALID_ARG',
  ],
  find(heard, clues) {
    const kernels = heard.all('XF_FA3_NOKERNEL', 'XF_FA3_INVALID_ARG');
    if (kernels.length > 0) {
      return [
        findingOf('attention_gpu_too_new', { evidence: kernels.slice(0, 2).map(saidEvidence) }),
      ];
    }
    const told = heard.first(...clear);
    if (told) return [ofWarning(told, heard)];
    const image = heard.first('PT_NO_KERNEL_IMAGE');
    if (image) return ofMissingImage(image, heard, clues);
    const other = heard.first('PT_KERNEL_BUILT_FOR');
    return other ? [ofOtherCard(other, heard, clues)] : [];
  },
};

function ofWarning(told: Said, heard: Heard): Finding {
  const evidence = [saidEvidence(told)];
  const image = heard.first('PT_NO_KERNEL_IMAGE');
  if (image) evidence.push(saidEvidence(image));
  const arch = /^\d+/.exec(told.values['arch'] ?? '')?.[0];
  const capability = arch ? Number(arch) : capabilityNumber(told.values['capability']);
  const isNew = !alwaysOld.includes(told.signature) && capability !== null && capability >= 90;
  return findingOf(isNew ? 'torch_missing_new_gpu_arch' : 'torch_dropped_old_gpu_arch', {
    evidence,
  });
}

function ofMissingImage(image: Said, heard: Heard, clues: Clues): Finding[] {
  const evidence = [saidEvidence(image)];
  const frame = frameThatRaised(heard);
  const capability = capabilityOf(clues);
  if (vendorOfGpu(heard, clues) === 'amd') return [findingOf('amd_unsupported', { evidence })];
  if (frame) return [ofPackage(frame, capability, [...evidence, saidEvidence(frame)])];
  if (capability === null) return bySoftware(clues, evidence);
  if (capability >= firstNewCapability)
    return [findingOf('torch_missing_new_gpu_arch', { evidence })];
  if (capability < oldestCommonCapability)
    return [findingOf('torch_dropped_old_gpu_arch', { evidence })];
  // Every torch of these years has code for the cards between: a package has not.
  const cause = heard.has('BACKEND_SAGE')
    ? 'sageattention_wrong_build'
    : 'torch_missing_new_gpu_arch';
  return [findingOf(cause, { evidence, confidence: 'low' })];
}

/** Compiled for another generation of cards than the one it runs on. */
function ofOtherCard(line: Said, heard: Heard, clues: Clues): Finding {
  const evidence = [saidEvidence(line)];
  if (vendorOfGpu(heard, clues) === 'amd') return findingOf('amd_unsupported', { evidence });
  const capability = capabilityOf(clues);
  return capability !== null && capability >= firstNewCapability
    ? findingOf('attention_gpu_too_new', { evidence })
    : findingOf('xformers_incomplete_build', { evidence, confidence: 'medium' });
}

/** The call of a package in the traceback that ends with this error, not in an earlier one. */
function frameThatRaised(heard: Heard): Said | null {
  for (const image of heard.all('PT_NO_KERNEL_IMAGE')) {
    const frame = heard.raisedIn(image, tracebackLength, ...packageFrames);
    // xFormers' own start speaks of Triton, not of kernels.
    const isStart = frame?.signature === 'FRAME_XFORMERS' && frame.values['file'] === undefined;
    if (frame && !isStart) return frame;
  }
  return null;
}

function ofPackage(frame: Said, capability: number | null, evidence: Finding['evidence']): Finding {
  if (capability !== null && capability < 80)
    return findingOf('attention_gpu_too_old', { evidence });
  if (frame.signature === 'FRAME_SAGE') return findingOf('sageattention_wrong_build', { evidence });
  const confidence = capability === null ? 'medium' : 'high';
  return findingOf('attention_gpu_too_new', { evidence, confidence });
}

/** Without a GPU's name: a torch that dropped old cards points one way, an older one the other. */
function bySoftware(clues: Clues, evidence: Finding['evidence']): Finding[] {
  const torch = valueOf(clues.torch);
  const variant = torch && familyOfTorch(torch)?.variant;
  const droppedOld = variant ? Number(variant.slice(2)) >= 128 : null;
  const old = findingOf('torch_dropped_old_gpu_arch', {
    evidence,
    confidence: droppedOld ? 'medium' : 'low',
  });
  const young = findingOf('torch_missing_new_gpu_arch', {
    evidence,
    confidence: droppedOld === false ? 'medium' : 'low',
  });
  if (droppedOld === true) return [old];
  return droppedOld === false ? [young] : [young, old];
}
