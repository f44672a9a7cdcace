import type { Samples } from './sample.ts';

export const attentionInUseSamples = {
  USE_NODE: {
    says: [
      'Attention backend enabled: using pytorch attention.',
      'Attention backend enabled: using comfy kitchen attention.',
    ],
    not: ['SDPA Flash Attention backend enabled', 'Using pytorch attention'],
  },
  USE_NODE_MISSING: {
    says: ["Attention backend 'comfy kitchen attention' is unavailable; using PyTorch attention."],
    not: ['SageAttention or CUDA is unavailable; using PyTorch attention.'],
  },
  USE_KJ_SAGE: {
    says: [
      'Using sage attention mode: auto',
      'Using sage attention mode: sageattn_qk_int8_pv_fp8_cuda++',
    ],
    not: ['Using sage attention'],
  },
  USE_KJ_FLASH: {
    says: ['Using flash attention 2: cast_dtype=torch.{dtype}'],
    not: ['Using Flash Attention', '[QwenVL] Auto mode: Using Flash Attention 2'],
  },
  USE_RESTORED: {
    says: ['Restoring initial comfy attention'],
    not: ['Restoring initial {word}'],
  },
} satisfies Samples;
