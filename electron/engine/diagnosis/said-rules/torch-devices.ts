import type { Finding, Remedy } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import type { Heard } from '../evidence/heard.ts';
import { torchVendor, vendorOfGpu, type SaidRule } from './said-rule.ts';

const noCuda: readonly SignatureId[] = ['PT_NO_CUDA', 'PT_XF_NO_GPU', 'PT_A1111_NO_GPU'];
const replaced: readonly SignatureId[] = ['PIP_UPGRADE_TORCH', 'PIP_REMOVED_TORCH'];

/** "Torch not compiled with CUDA enabled": whose card it is decides whether that is wrong. */
export const torchWithoutCuda: SaidRule = {
  reads: noCuda,
  find(heard, clues) {
    const line = heard.first(...noCuda);
    if (!line) return [];
    const evidence = [saidEvidence(line)];
    switch (vendorOfGpu(heard, clues)) {
      case 'apple':
        return [findingOf('apple_mps_unsupported', { evidence })];
      case 'intel':
        return [findingOf('intel_xpu_unsupported', { evidence })];
      case 'amd':
        return [onAmd(heard, clues, evidence)];
      case 'nvidia':
        return [onNvidia(heard, clues, evidence)];
      default:
        return onAnyCard(heard, clues, line);
    }
  },
};

function onAmd(heard: Heard, clues: Clues, evidence: Finding['evidence']): Finding {
  const usesAmd = heard.has('FACT_DIRECTML', 'FACT_ZLUDA') || torchVendor(clues) === 'rocm';
  const stated = /directml|zluda|rocm/i.test(
    `${clues.stated?.install_kind ?? ''} ${clues.stated?.launch_args ?? ''}`,
  );
  return usesAmd || stated
    ? findingOf('amd_unsupported', { evidence })
    : findingOf('wrong_vendor_torch_build', { evidence });
}

function onNvidia(heard: Heard, clues: Clues, evidence: Finding['evidence']): Finding {
  const swap = heard.first(...replaced);
  if (swap && torchVendor(clues) !== 'cuda') {
    return findingOf('torch_replaced_by_pip', { evidence: [saidEvidence(swap), ...evidence] });
  }
  // A CUDA build that says this was not the one that spoke, or lies elsewhere.
  const confidence = torchVendor(clues) === 'cuda' ? 'low' : 'high';
  return findingOf('torch_cpu_build', { evidence, confidence });
}

/** Nobody names the card: most likely it is NVIDIA's, and another one is the second candidate. */
function onAnyCard(heard: Heard, clues: Clues, line: Said): Finding[] {
  const evidence = [saidEvidence(line)];
  const likely = onNvidia(heard, clues, evidence);
  const isOpen = likely.cause === 'torch_cpu_build' && torchVendor(clues) === null;
  if (!isOpen || line.line === null) return [likely];
  return [
    { ...likely, confidence: 'medium' },
    findingOf('wrong_vendor_torch_build', { evidence, confidence: 'low' }),
  ];
}

const device: readonly SignatureId[] = [
  'PT_NO_GPUS',
  'PT_CUDA_UNKNOWN',
  'PT_DEVICE_BUSY',
  'PT_DEVICE_GONE',
  'PT_XPU_NO_DEVICE',
  'PT_XPU_LOST',
  'PT_CALL_NOT_SUPPORTED',
];

/** The build is right, and still there is no device; or there is no NVIDIA driver at all. */
export const deviceUnavailable: SaidRule = {
  reads: [...device, 'PT_NO_NVIDIA_DRIVER'],
  find(heard, clues) {
    const vendor = vendorOfGpu(heard, clues);
    const driverless = heard.first('PT_NO_NVIDIA_DRIVER');
    if (driverless) return noDriver(vendor, [saidEvidence(driverless)]);
    const line = heard.first(...device);
    if (!line) return [];
    const evidence = [saidEvidence(line)];
    if (torchVendor(clues) === 'cpu') return [findingOf('torch_cpu_build', { evidence })];
    if (line.signature === 'PT_CALL_NOT_SUPPORTED') return [refusedCall(evidence)];
    const isIntel = line.signature.startsWith('PT_XPU') || vendor === 'intel';
    return [
      isIntel
        ? findingOf('cuda_device_unavailable', { evidence, remedies: [updateDriver, fixDevice] })
        : findingOf('cuda_device_unavailable', { evidence }),
    ];
  },
};

const updateDriver: Remedy = { goal: null, fixKind: 'update_driver' };
const fixDevice: Remedy = { goal: null, fixKind: 'other', fixDetail: 'fix_device_environment' };
/** --cpu for what is no card, --disable-cuda-malloc for a virtual one: the sentence says which. */
const anotherFlag: Remedy = { goal: null, fixKind: 'change_launch_flag' };

/** A virtual card, or its driver, mostly refuses the allocator that ComfyUI chooses for NVIDIA's cards. */
function refusedCall(evidence: Finding['evidence']): Finding {
  return findingOf('cuda_device_unavailable', {
    evidence,
    confidence: 'medium',
    title: message('finding.cuda_device_unavailable.title-call'),
    explanation: message('finding.cuda_device_unavailable.explanation-call'),
    remedies: [anotherFlag, updateDriver, fixDevice],
    advice: message('advice.change_launch_flag.cuda-malloc'),
  });
}

function noDriver(
  vendor: ReturnType<typeof vendorOfGpu>,
  evidence: Finding['evidence'],
): Finding[] {
  if (vendor === 'nvidia') {
    return [
      findingOf('cuda_device_unavailable', { evidence, remedies: [updateDriver, fixDevice] }),
    ];
  }
  // Old Intel graphics run nothing but the processor's own build.
  const remedies = vendor === 'intel' ? { remedies: [anotherFlag] } : {};
  const confidence = vendor === null ? 'medium' : 'high';
  return [findingOf('wrong_vendor_torch_build', { evidence, confidence, ...remedies })];
}
