import type { Samples } from './sample.ts';

export const comfyuiSamples = {
  CF_BLACK_0018: {
    says: [
      'WARNING: This version of xformers has a major bug where you will get black images when generating high resolution images.',
    ],
    not: ['This version of {word} has a major bug'],
  },
  CF_SAGE_FALLBACK: {
    says: [
      'Error running sage attention: {word}, using pytorch attention instead.',
      '[ComfyUI-0] [STDERR] Error running sage attention: Input tensors must be in dtype of torch.float16 or torch.bfloat16, using pytorch attention instead.',
    ],
    not: ['Error running sage attention test', 'Using sage attention'],
  },
  CF_SAGE3_FALLBACK: {
    says: ['Error running SageAttention3: {word}, falling back to pytorch attention.'],
    not: ['Error running SageAttention3'],
  },
  CF_FLASH_FALLBACK: {
    says: [
      'Flash Attention failed, using default SDPA: Mask must not be set for Flash attention',
      'Flash Attention failed, using default SDPA: {word}',
    ],
    not: ['Using Flash Attention'],
  },
  CF_SAGE_MISSING: {
    says: [
      'To use the `--use-sage-attention` feature, the `sageattention` package must be installed first.',
    ],
    not: [
      '  --use-sage-attention  Use sage attention.',
      'the `{word}` package must be installed first',
    ],
  },
  CF_FLASH_MISSING: {
    says: [
      'To use the `--use-flash-attention` feature, the `flash-attn` package must be installed first.',
    ],
    not: ['  --use-flash-attention  Use FlashAttention.'],
  },
  CF_CK_MISSING: {
    says: [
      'Comfy Kitchen attention is unavailable. Install a Comfy Kitchen build with attention support to use --use-ck-attention.',
    ],
    not: ['Using Comfy Kitchen attention'],
  },
  CF_CU130_WARN: {
    says: ['WARNING: You need pytorch with cu130 or higher to use optimized CUDA operations.'],
    not: ['You need pytorch {torch}'],
  },
  CF_OOM_SLICE: {
    says: ['scaled_dot_product_attention OOMed: switched to slice attention'],
    not: ['switched to slice attention'],
  },
  CF_SDPA_PRIORITY: {
    says: [
      'Torch version too old to set sdpa backend priority.',
      'Could not set sdpa backend priority.',
    ],
    not: ['Set sdpa backend priority'],
  },
  CF_ATTENTION_KEYWORD: {
    says: [
      "TypeError: BaseLoaderKJ._patch_modules.<locals>.attention_sage() got an unexpected keyword argument 'transformer_options'",
      "attention_pytorch() got an unexpected keyword argument '{word}'",
    ],
    not: ["{word}_loader() got an unexpected keyword argument '{word}'"],
  },
  CF_ATTENTION_ARGUMENT: {
    says: [
      "TypeError: wrapper() got an unexpected keyword argument 'transformer_options'",
      "forward() got multiple values for argument 'skip_reshape'",
    ],
    not: ["load() got an unexpected keyword argument 'device'"],
  },
  CF_ATTENTION_IMPORT: {
    says: [
      "cannot import name 'attention_basic' from 'comfy.ldm.modules.attention' ({path}/attention.py)",
    ],
    not: ["cannot import name '{word}' from 'comfy.utils'"],
  },
  CF_NO_DEVICE: { says: ['Could not pick default device.'], not: ['Could not pick a name'] },
  CF_FLASH_WRAPPER: {
    says: [
      "Could not define flash_attn_wrapper: module 'torch.library' has no attribute 'custom_op'",
    ],
    not: ['flash_attn_wrapper was defined'],
  },
  FRAME_COMFY_ATTENTION: {
    says: [
      '  File "{path}/comfy/ldm/modules/attention.py", line {n}, in attention_xformers',
      'ComfyUI\\comfy\\ldm\\modules\\attention.py:407: UserWarning: 1Torch was not compiled with flash attention.',
    ],
    not: ['  File "{path}/comfy/ldm/flux/attention.py", line {n}'],
  },
} satisfies Samples;
