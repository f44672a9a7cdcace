import type { KernelBackend } from '../../../shared/kernel-backends.ts';
import type { Plan } from '../../../shared/plan.ts';

const backends: Readonly<Record<string, KernelBackend>> = {
  torch: 'sdpa',
  xformers: 'xformers',
  'flash-attn': 'flash-attn',
  sageattention: 'sageattention',
  'comfy-kitchen': 'comfy-kitchen',
};

/** The attentions that a plan puts in, or that stand on what it moves; a flag stands for PyTorch's own. */
export function plannedBackends({ changes, actions }: Plan): KernelBackend[] {
  const put = changes.flatMap(({ name, to }) => {
    const backend = backends[name];
    return backend === undefined || to === null ? [] : [backend];
  });
  const flag = actions.some(({ kind }) => kind === 'edit-file');
  return flag && !put.includes('sdpa') ? [...put, 'sdpa'] : put;
}

export function movesTriton({ changes }: Plan): boolean {
  return changes.some(({ name, to }) => name.startsWith('triton') && to !== null);
}
