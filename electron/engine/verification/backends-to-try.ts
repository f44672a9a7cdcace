import { valueOf, type Facts } from '../../../shared/facts.ts';
import {
  kernelBackendIds,
  kernelBackendNames,
  type KernelBackend,
} from '../../../shared/kernel-backends.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import type { NotTried } from './judge-backend.ts';

/** Whether something outside of the graphics card can compute with it, and who brings it. */
const distributions: Partial<Record<KernelBackend, string>> = {
  xformers: 'xformers',
  'flash-attn': 'flash-attn',
  sageattention: 'sageattention',
  'comfy-kitchen': 'comfy-kitchen',
  // PyTorch 2.10 and later can be switched to these; they lie in packages of their own.
  'sdpa-fa3': 'flash-attn-3',
  'sdpa-fa4': 'flash-attn-4',
};
/** PyTorch computes these on a processor as well. */
const onCpu: readonly KernelBackend[] = ['sdpa', 'sdpa-math'];
/** Apple and Intel have PyTorch's own alone. */
const onOtherGpu: readonly KernelBackend[] = ['sdpa', 'sdpa-math'];

export type ToTry = { start: KernelBackend[]; skipped: NotTried[] };

/**
 * Which attentions are worth a process of their own here, and why the others are not. `wanted`:
 * those that matter after a repair; all if left out. Pure.
 */
export function backendsToTry(
  facts: Facts,
  wanted: readonly KernelBackend[] = kernelBackendIds,
): ToTry {
  const start: KernelBackend[] = [];
  const skipped: NotTried[] = [];
  for (const backend of kernelBackendIds) {
    if (!wanted.includes(backend)) continue;
    const why = whyNot(facts, backend);
    if (why === null) start.push(backend);
    else skipped.push({ backend, why });
  }
  return { start, skipped };
}

function whyNot(facts: Facts, backend: KernelBackend): MessageRef | null {
  const name = kernelBackendNames[backend];
  const live = valueOf(facts.live);
  if (!live) return message('rung.not-run');
  if (!live.torch) return message('backend.no-torch');
  if (live.torch.error !== null) return message('backend.torch-broken');
  const distribution = distributions[backend];
  if (distribution !== undefined && !distributionNamed(facts.distributions, distribution))
    return message('backend.not-installed', { name });
  if (live.torch.cudaAvailable === true) return null;
  const other = facts.platform === 'darwin' || (valueOf(facts.torch)?.xpu ?? null) !== null;
  const possible = other ? onOtherGpu : onCpu;
  return possible.includes(backend) ? null : message('backend.needs-gpu', { name });
}
