import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import type { Clues } from '../evidence/clues.ts';
import { seen, torchEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { onlyOtherVendors, otherVendors } from '../evidence/graphics-cards.ts';
import { runsWithoutGpu } from '../evidence/wanted.ts';

/**
 * Cards of AMD or Intel only, and a torch for NVIDIA's or for none. A bare environment may
 * well mean to compute on the processor, and ZLUDA lets a CUDA torch run on AMD: then it says
 * that CUDA is available.
 */
export function wrongVendorTorchBuild(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch || clues.platform === 'darwin' || !clues.comfyui || runsWithoutGpu(clues)) return [];
  const live = valueOf(clues.live)?.torch ?? null;
  if (live?.cudaAvailable === true || clues.driver.state === 'known' || runsZluda(clues)) return [];
  const vendors = otherVendors(clues);
  const vendor = vendorOfTorch(torch);
  if (vendor === 'cuda' ? vendors.length === 0 : vendor !== 'cpu' || !onlyOtherVendors(clues))
    return [];
  const names = { vendors: vendors.join(', ') };
  return [
    findingOf('wrong_vendor_torch_build', {
      confidence: live?.cudaAvailable === false ? 'high' : 'medium',
      evidence: [
        { statement: message('evidence.gpu-vendor', names), ...seen(clues.gpus) },
        ...(clues.driver.state === 'absent'
          ? [{ statement: message('evidence.no-nvidia-driver'), how: clues.driver.how }]
          : []),
        torchEvidence(clues, torch),
      ],
    }),
  ];
}

/** ZLUDA names itself behind the card it makes look like NVIDIA's. */
function runsZluda(clues: Clues): boolean {
  const named = (valueOf(clues.gpus) ?? []).some(({ name }) => /zluda/i.test(name));
  return named || /zluda/i.test(clues.stated?.install_kind ?? '');
}
