import { valueOf, type Facts } from '../../../shared/facts.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import type { Backend } from '../../../shared/verification.ts';
import { attentionOrder } from '../knowledge/attention-order.ts';
import { kitchenHasAttention } from '../knowledge/comfy-kitchen.ts';
import { vendorOfTorch } from '../knowledge/cuda-family.ts';
import { cardCapability } from '../knowledge/gpu-names.ts';
import { hasFlag } from '../knowledge/launch-flags.ts';
import { builtForAnotherPython, xformersFit } from '../knowledge/xformers-fit.ts';
import { refusesFlashAttn } from '../knowledge/xformers-releases.ts';

/** `stops`: ComfyUI ends at start, because a flag asks for a package that is not there. */
export type PredictedBackend = { backend: Backend | 'stops'; reason: MessageRef };

/** What is known before the prediction itself is part of the facts. */
type FactsBefore = Omit<Facts, 'comfyui' | 'backend'>;
type Standing = 'chosen' | 'passed-over' | 'stops';

/**
 * Which attention ComfyUI will really use, by its flags and versions, before it is started.
 * Follows the order of its own code; pure.
 */
export function predictBackend(
  facts: FactsBefore,
  comfyui: { version: string | null; flags: string[] },
): PredictedBackend {
  for (const backend of attentionOrder(comfyui.version)) {
    const standing = standingOf(backend, facts, comfyui.flags);
    if (standing === 'stops')
      return { backend: 'stops', reason: message('backend.stops', { flag: flagOf(backend) }) };
    if (standing === 'chosen') return { backend, reason: reasonOf(backend, comfyui.flags) };
  }
  return { backend: 'sub_quad', reason: message('backend.last') };
}

const packages: Partial<Record<Backend, { flag: string; distribution: string }>> = {
  sage: { flag: '--use-sage-attention', distribution: 'sageattention' },
  flash: { flag: '--use-flash-attention', distribution: 'flash-attn' },
  comfy_kitchen: { flag: '--use-ck-attention', distribution: 'comfy-kitchen' },
};

function standingOf(backend: Backend, facts: FactsBefore, flags: string[]): Standing {
  const wanted = packages[backend];
  if (wanted) {
    if (!hasFlag(flags, wanted.flag)) return 'passed-over';
    const there = distributionNamed(facts.distributions, wanted.distribution);
    if (there && backend === 'comfy_kitchen')
      return kitchenHasAttention(there.version, capabilities(facts)) ? 'chosen' : 'stops';
    return there ? 'chosen' : 'stops';
  }
  switch (backend) {
    case 'xformers':
      return xformersWorks(facts, flags) ? 'chosen' : 'passed-over';
    case 'pytorch':
      return hasFlag(flags, '--use-pytorch-cross-attention') || pytorchByItself(facts, flags)
        ? 'chosen'
        : 'passed-over';
    case 'split':
      return hasFlag(flags, '--use-split-cross-attention') ? 'chosen' : 'passed-over';
    default:
      return 'chosen';
  }
}

/** Of NVIDIA's cards alone: of others nothing is known that would stop it. */
function capabilities(facts: FactsBefore): (number | null)[] {
  const gpus = valueOf(facts.live)?.torch?.devices ?? valueOf(facts.gpus) ?? [];
  return gpus.map((gpu) => (gpu.vendor === 'nvidia' ? cardCapability(gpu) : null));
}

/** Importable, its compiled part loads, and nothing switches it off (model_management.py). */
function xformersWorks(facts: FactsBefore, flags: string[]): boolean {
  const off = ['--disable-xformers', '--use-pytorch-cross-attention', '--cpu', '--directml'];
  if (off.some((flag) => hasFlag(flags, flag))) return false;
  const live = valueOf(facts.live)?.xformers;
  if (live?.hasCppLibrary !== undefined && live.hasCppLibrary !== null) return live.hasCppLibrary;
  const torch = valueOf(facts.torch);
  const xformers = valueOf(facts.xformers);
  if (!torch || !xformers || vendorOfTorch(torch) === 'cpu') return false;
  // It stops at import then, and ComfyUI goes on without (model_management.py).
  const flash = distributionNamed(facts.distributions, 'flash-attn');
  if (flash && refusesFlashAttn(xformers.version, flash.version)) return false;
  const missing = !xformers.hasExtensionFile && xformers.extensionExpected;
  const otherPython = builtForAnotherPython(xformers, facts.interpreter.version);
  return !missing && !otherPython && xformersFit(torch, xformers) === 'fits';
}

/** NVIDIA with torch 2 and later, Intel XPU; on AMD only some cards, which files do not tell. */
function pytorchByItself(facts: FactsBefore, flags: string[]): boolean {
  if (
    ['--use-split-cross-attention', '--use-quad-cross-attention', '--cpu'].some((flag) =>
      hasFlag(flags, flag),
    )
  )
    return false;
  const torch = valueOf(facts.torch);
  if (!torch) return false;
  const vendor = vendorOfTorch(torch);
  return (vendor === 'cuda' && !/^[01]\./.test(torch.version)) || vendor === 'xpu';
}

function flagOf(backend: Backend): string {
  return packages[backend]?.flag ?? '';
}

function reasonOf(backend: Backend, flags: string[]): MessageRef {
  const flag =
    packages[backend]?.flag ??
    (backend === 'pytorch' ? '--use-pytorch-cross-attention' : '--use-split-cross-attention');
  if (backend !== 'xformers' && hasFlag(flags, flag)) return message('backend.by-flag', { flag });
  return message(
    backend === 'xformers'
      ? 'backend.xformers'
      : backend === 'pytorch'
        ? 'backend.pytorch'
        : 'backend.last',
  );
}
