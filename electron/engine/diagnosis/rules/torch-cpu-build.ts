import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import type { Clues } from '../evidence/clues.ts';
import { driverEvidence, installed, seen, torchEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { onlyOtherVendors } from '../evidence/graphics-cards.ts';
import { runsWithoutGpu } from '../evidence/wanted.ts';

/** Packages that are of no use without CUDA: somebody wanted the GPU here. */
const cudaOnly = ['xformers', 'flash-attn', 'sageattention', 'triton-windows', 'bitsandbytes'];

/**
 * A torch without any GPU support. Certain where an NVIDIA card was seen, likely where
 * CUDA-only packages or a ComfyUI without --cpu stand beside it (it stops at start then),
 * and only a hint otherwise: a machine may really have no such card.
 */
export function torchCpuBuild(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) !== 'cpu' || clues.platform === 'darwin') return [];
  if (runsWithoutGpu(clues) || onlyOtherVendors(clues)) return [];
  const evidence = [torchEvidence(clues, torch), ...whyGpuWasWanted(clues)];
  const nvidia = seesNvidia(clues);
  const wanted = evidence.length > 1 || clues.comfyui !== null;
  return [
    findingOf('torch_cpu_build', {
      severity: nvidia || wanted ? 'error' : 'warning',
      confidence: nvidia ? 'high' : wanted ? 'medium' : 'low',
      evidence,
      explanation: message(
        nvidia
          ? 'finding.torch_cpu_build.explanation'
          : 'finding.torch_cpu_build.explanation-no-card',
      ),
    }),
  ];
}

function seesNvidia(clues: Clues): boolean {
  const gpus = valueOf(clues.gpus) ?? [];
  return clues.driver.state === 'known' || gpus.some((gpu) => gpu.vendor === 'nvidia');
}

function whyGpuWasWanted(clues: Clues): Evidence[] {
  const gpu = (valueOf(clues.gpus) ?? []).find((each) => each.vendor === 'nvidia');
  const card: Evidence[] = gpu
    ? [{ statement: message('evidence.gpu', { name: gpu.name }), ...seen(clues.gpus) }]
    : driverEvidence(clues);
  const packages = cudaOnly.flatMap((name): Evidence[] => {
    const version = installed(clues, name);
    if (version === null) return [];
    return [{ statement: message('evidence.needs-cuda', { name, version }), how: 'file' }];
  });
  return [...card, ...packages];
}
