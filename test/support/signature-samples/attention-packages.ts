import type { Samples } from './sample.ts';

export const attentionPackageSamples = {
  FA_GUESS: {
    says: ['Guessing wheel URL:  {path}/flash_attn-{flash}+cu12torch2.6.whl'],
    not: ['Guessing wheel URL:'],
  },
  FA_BUILDING: {
    says: ['Precompiled wheel not found. Building from source...'],
    not: ['Precompiled wheel not found.'],
  },
  FA_NO_NVCC: {
    says: [
      'UserWarning: flash_attn was requested, but nvcc was not found.  Are you sure your environment has nvcc available?',
    ],
    not: ['but nvcc was not found'],
  },
  FA_CUDA_TOO_OLD: {
    says: [
      'RuntimeError: FlashAttention is only supported on CUDA 11.7 and above.',
      'RuntimeError: Sage3 is only supported on CUDA 12.8 and above',
    ],
    not: ['{word} is only supported on CUDA'],
  },
  FA_AMPERE: {
    says: [
      'RuntimeError: FlashAttention only supports Ampere GPUs or newer.',
      '!!! Exception during processing !!! FlashAttention only supports Ampere GPUs or newer.',
    ],
    not: ['{word} only supports Ampere GPUs'],
  },
  FA_TURING: {
    says: [
      'FlashAttention only supports Turing GPUs or newer.',
      'FlashAttention only supports Hopper GPUs or newer.',
      'FlashAttention backward for head dim > 64 requires A100 or H100 GPUs as the implementation needs a large amount of shared memory.',
    ],
    not: ['This requires A100 or H100 to be quick'],
  },
  FA_DTYPE: {
    says: [
      'RuntimeError: FlashAttention only support fp16 and bf16 data type',
      'FlashAttention only supports fp16, bf16, and fp8_e4m3 data type',
    ],
    not: ['FlashAttention only supports Ampere GPUs or newer.'],
  },
  FA_HEAD_DIM: {
    says: [
      'RuntimeError: FlashAttention forward only supports head dimension at most {n}',
      'FlashAttention backward only supports head dimension at most {n}',
    ],
    not: ['{word} only supports head dimension 64'],
  },
  FA_BUILD_LACKS: {
    says: [
      'This flash attention build does not support FP16.',
      'RuntimeError: This flash attention build does not support headdim not being a multiple of 32.',
    ],
    not: ['This build does not support {word}'],
  },
  FA_MISSING: {
    says: [
      "ModuleNotFoundError: No module named 'flash_attn'",
      'No module named flash_attn',
      "No module named 'flash_attn_interface'",
    ],
    not: [
      "No module named 'flash_attn_2_cuda'",
      "No module named 'flash_attn.flash_attn_interface'",
      "No module named 'flash_attn_jax'",
    ],
  },
  FA_NOT_INSTALLED: {
    says: [
      'ImportError: FlashAttention2 has been toggled on, but it cannot be used due to the following error: the package flash_attn seems to be not installed.',
    ],
    not: ['the package {word} seems to be not installed'],
  },
  FA_TOGGLED: {
    says: [
      'ImportError: FlashAttention2 has been toggled on, but it cannot be used due to the following error: {word}',
      'Flash Attention 3 has been toggled on, but it cannot be used',
    ],
    not: ['{word} has been toggled on'],
  },
  FA_VERSION_LOW: {
    says: [
      'you need flash_attn package version to be greater or equal than 2.1.0. Detected version {flash}.',
    ],
    not: ['you need flash_attn'],
  },
  FA_REMOTE_CODE: {
    says: [
      'ImportError: This modeling file requires the following packages that were not found in your environment: flash_attn. Run `pip install flash_attn`',
      'packages that were not found in your environment: einops, flash_attn. Run',
    ],
    not: ['packages that were not found in your environment: einops. Run `pip install einops`'],
  },
  FA_CPU: {
    says: [
      'ValueError: Flash Attention 2 is not available on CPU. Please make sure torch can access a CUDA device.',
    ],
    not: ['This is not available on CPU.'],
  },
  DIFF_IMPORT: {
    says: [
      'RuntimeError: Failed to import diffusers.models.{word} because of the following error (look up to see its traceback):',
      'Failed to import diffusers.loaders.single_file because of the following error',
    ],
    not: ['Failed to import diffusers'],
  },
  DIFF_XFORMERS_MISSING: {
    says: [
      'ModuleNotFoundError: Refer to https://github.com/facebookresearch/xformers for more information on how to install xformers',
    ],
    not: ['Look there for more information on how to install xformers'],
  },
  DIFF_XFORMERS_MAKE_SURE: {
    says: ['ValueError: xformers is not available. Make sure it is installed correctly'],
    not: ['{word} is not available. Make sure it is installed correctly'],
  },
  DIFF_XFORMERS_0016: {
    says: [
      'xFormers 0.0.16 cannot be used for training in some GPUs. If you observe problems during training, please update xFormers to at least 0.0.17.',
    ],
    not: ['{word} cannot be used for training in some GPUs'],
  },
  DIFF_BACKEND_UNUSABLE: {
    says: [
      "RuntimeError: Flash Attention backend 'flash' is not usable because of missing package or the version is too old. Please install `flash-attn>=2.6.3`.",
      "Flash Attention 3 backend '_flash_3' is not usable because of missing package or the version is too old.",
      "Sage Attention backend 'sage' is not usable because of missing package or the version is too old.",
    ],
    not: ["Attention backend 'native' is used"],
  },
  FRAME_FLASH_ATTN: {
    says: [
      '  File "{path}/flash_attn/flash_attn_interface.py", line {n}, in _flash_attn_forward',
      '    out, softmax_lse, S_dmask, rng_state = flash_attn_gpu.fwd(',
      'flash_attn_cuda.varlen_fwd(',
    ],
    not: ['  File "{path}/flash_attn/bert_padding.py", line {n}', 'import flash_attn_gpu.x'],
  },
  FRAME_BITSANDBYTES: {
    says: [
      '  File "{path}/site-packages/bitsandbytes/nn/modules.py", line {n}',
      'D:\\py\\bitsandbytes\\__init__.py',
    ],
    not: ['{path}/bitsandbytes/libbitsandbytes_cuda121.so'],
  },
} satisfies Samples;
