import { valueOf, type TorchBuild } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch, type TorchVendor } from '../../knowledge/cuda-family.ts';
import { xformersFit } from '../../knowledge/xformers-fit.ts';
import type { Clues } from '../clues.ts';
import { flagEvidence, installed, torchEvidence, xformersEvidence } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';
import { flashFlag, isFlagged, sageFlag } from '../wanted.ts';

/** An xFormers for NVIDIA beside a torch for AMD cards (ROCm). */
export function amdUnsupported(clues: Clues): Finding[] {
  const evidence = cudaXformersBeside(clues, 'rocm');
  return evidence.length > 0 ? [findingOf('amd_unsupported', { evidence })] : [];
}

/** CUDA-only packages beside a torch for Intel cards (XPU). */
export function intelXpuUnsupported(clues: Clues): Finding[] {
  const torch = torchFor(clues, 'xpu');
  if (!torch) return [];
  const evidence = [...cudaXformersBeside(clues, 'xpu'), ...demanded(clues)];
  return evidence.length > 0 ? [findingOf('intel_xpu_unsupported', { evidence })] : [];
}

/** No attention package is made for macOS; what is merely installed there is not used. */
export function appleMpsUnsupported(clues: Clues): Finding[] {
  if (clues.platform !== 'darwin') return [];
  const evidence = demanded(clues);
  return evidence.length > 0 ? [findingOf('apple_mps_unsupported', { evidence })] : [];
}

function cudaXformersBeside(clues: Clues, vendor: TorchVendor): Evidence[] {
  const torch = torchFor(clues, vendor);
  const xformers = valueOf(clues.xformers);
  if (!torch || !xformers || xformersFit(torch, xformers) !== 'vendor-differs') return [];
  if (valueOf(clues.live)?.xformers?.hasCppLibrary === true) return [];
  return [xformersEvidence(clues, xformers), torchEvidence(clues, torch)];
}

function torchFor(clues: Clues, vendor: TorchVendor): TorchBuild | null {
  const torch = valueOf(clues.torch);
  return torch && vendorOfTorch(torch) === vendor ? torch : null;
}

function demanded(clues: Clues): Evidence[] {
  const demands = [
    { flag: sageFlag, name: 'sageattention' },
    { flag: flashFlag, name: 'flash-attn' },
  ].filter(({ flag }) => isFlagged(clues, flag));
  return demands.flatMap(({ flag, name }) => {
    const version = installed(clues, name);
    if (version === null) return [flagEvidence(flag)];
    const statement = message('evidence.needs-cuda', { name, version });
    return [flagEvidence(flag), { statement, how: 'file' as const }];
  });
}
