import { valueOf, type TorchBuild } from '../../../../shared/facts.ts';
import type { Evidence } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch, type TorchVendor } from '../../knowledge/cuda-family.ts';
import { xformersFit } from '../../knowledge/xformers-fit.ts';
import type { Clues } from './clues.ts';
import { flagEvidence, installed, torchEvidence, xformersEvidence } from './evidence.ts';
import { flashFlag, isFlagged, sageFlag } from './wanted.ts';

/** An xFormers for NVIDIA beside a torch for another vendor's cards, and its library not loaded. */
export function cudaXformersBeside(clues: Clues, vendor: TorchVendor): Evidence[] {
  const torch = torchFor(clues, vendor);
  const xformers = valueOf(clues.xformers);
  if (!torch || !xformers || xformersFit(torch, xformers) !== 'vendor-differs') return [];
  if (valueOf(clues.live)?.xformers?.hasCppLibrary === true) return [];
  return [xformersEvidence(clues, xformers), torchEvidence(clues, torch)];
}

/** The torch here, where it was built for this vendor. */
export function torchFor(clues: Clues, vendor: TorchVendor): TorchBuild | null {
  const torch = valueOf(clues.torch);
  return torch && vendorOfTorch(torch) === vendor ? torch : null;
}

/** Attention packages for NVIDIA that a launch flag asks for. */
export function demandedCudaPackages(clues: Clues): Evidence[] {
  const demands = [
    { flag: sageFlag, name: 'sageattention' },
    { flag: flashFlag, name: 'flash-attn' },
  ].filter(({ flag }) => isFlagged(clues, flag));
  return demands.flatMap(({ flag, name }) => {
    const version = installed(clues, name);
    if (version === null) return [flagEvidence(clues, flag)];
    const statement = message('evidence.needs-cuda', { name, version });
    return [flagEvidence(clues, flag), { statement, how: 'file' as const }];
  });
}
