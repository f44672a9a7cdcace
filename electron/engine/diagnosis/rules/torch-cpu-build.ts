import { valueOf, type Facts } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { hasFlag } from '../../inspection/launch-flags.ts';
import { installed, torchEvidence } from '../evidence.ts';

/** Packages that are of no use without CUDA: somebody wanted the GPU here. */
const cudaOnly = ['xformers', 'flash-attn', 'sageattention', 'triton-windows', 'bitsandbytes'];

/**
 * A torch without any GPU support. Certain where an NVIDIA card was seen, likely where
 * CUDA-only packages or a ComfyUI without --cpu stand beside it (it stops at start then),
 * and only a hint otherwise: a machine may really have no such card.
 */
export function torchCpuBuild(facts: Facts): Finding[] {
  const torch = valueOf(facts.torch);
  if (!torch || vendorOfTorch(torch) !== 'cpu' || facts.platform === 'darwin') return [];
  if (facts.comfyui && hasFlag(facts.comfyui.flags, '--cpu')) return [];
  const evidence = [torchEvidence(facts, torch), ...whyGpuWasWanted(facts)];
  const nvidia = seesNvidia(facts);
  const wanted = evidence.length > 1 || facts.comfyui !== null;
  return [
    {
      cause: 'torch_cpu_build',
      severity: nvidia || wanted ? 'error' : 'warning',
      confidence: nvidia ? 'high' : wanted ? 'medium' : 'low',
      evidence,
      title: message('finding.torch_cpu_build.title'),
      explanation: message(
        nvidia
          ? 'finding.torch_cpu_build.explanation'
          : 'finding.torch_cpu_build.explanation-no-card',
      ),
      cost: message('finding.torch_cpu_build.cost'),
      remedies: [{ goal: 'torch-cuda', fixKind: 'reinstall_torch_cuda' }],
      consequence: false,
    },
  ];
}

function seesNvidia(facts: Facts): boolean {
  const gpus = valueOf(facts.gpus) ?? [];
  return facts.driver.state === 'known' || gpus.some((gpu) => gpu.vendor === 'nvidia');
}

function whyGpuWasWanted(facts: Facts): Evidence[] {
  const gpu = (valueOf(facts.gpus) ?? []).find((each) => each.vendor === 'nvidia');
  const evidence: Evidence[] = [];
  if (gpu) evidence.push({ statement: message('evidence.gpu', { name: gpu.name }), how: 'driver' });
  else if (facts.driver.state === 'known')
    evidence.push({
      statement: message('evidence.driver', { version: facts.driver.value.version ?? '' }),
      how: 'driver',
    });
  for (const name of cudaOnly) {
    const version = installed(facts, name);
    if (version !== null)
      evidence.push({ statement: message('evidence.needs-cuda', { name, version }), how: 'file' });
  }
  return evidence;
}
