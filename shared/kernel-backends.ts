import * as z from 'zod';

/**
 * Attentions that are computed with, each in a process of its own: those that a ComfyUI can use,
 * then the kernels inside PyTorch's own ("sdpa" lets PyTorch choose).
 */
export const kernelBackendIds = [
  'sdpa',
  'xformers',
  'flash-attn',
  'sageattention',
  'comfy-kitchen',
  'sdpa-flash',
  'sdpa-efficient',
  'sdpa-cudnn',
  'sdpa-math',
  'sdpa-fa3',
  'sdpa-fa4',
] as const;
export const kernelBackendSchema = z.enum(kernelBackendIds);
export type KernelBackend = z.infer<typeof kernelBackendSchema>;

/** How it is called wherever people read it: proper names, the same in every language. */
export const kernelBackendNames: Record<KernelBackend, string> = {
  sdpa: 'PyTorch',
  xformers: 'xFormers',
  'flash-attn': 'flash-attn',
  sageattention: 'SageAttention',
  'comfy-kitchen': 'comfy-kitchen int8',
  'sdpa-flash': 'PyTorch flash',
  'sdpa-efficient': 'PyTorch efficient',
  'sdpa-cudnn': 'PyTorch cuDNN',
  'sdpa-math': 'PyTorch math',
  'sdpa-fa3': 'PyTorch with FA3',
  'sdpa-fa4': 'PyTorch with FA4',
};
