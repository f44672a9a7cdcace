import type { Samples } from './sample.ts';

export const attentionPackageSamples = {
  SA_UNSUPPORTED_ARCH: {
    says: [
      'ValueError: Unsupported CUDA architecture: sm{n}',
      '!!! Exception during processing !!! Unsupported CUDA architecture: sm70',
    ],
    not: ['CUDA architecture: sm{n}'],
  },
  SA_KERNEL_MISSING: {
    says: [
      'AssertionError: SM89 kernel is not available. Make sure you GPUs with compute capability 8.9.',
      'SM80 kernel is not available. make sure you GPUs with compute capability 8.0 or higher.',
      'SM90 kernel is not available. Make sure you GPUs with compute capability 9.0.',
    ],
    not: ['This kernel is not available. Make sure that it is'],
  },
  SA_HEAD_DIM: {
    says: ['ValueError: Unsupported head_dim: {n}', 'Unsupported head dim: {n}'],
    not: ['Unsupported head_dim given'],
  },
  SA_HEAD_DIM_V1: {
    says: ['AssertionError: headdim should be in [64, 96, 128].'],
    not: ['headdim should be in range'],
  },
  SA_DTYPE: {
    says: [
      'AssertionError: Input tensors must be in dtype of torch.float16 or torch.bfloat16',
      'Input tensors must be in dtype of torch.float16 or torch.bfloat16',
    ],
    not: ['Input tensors must be in dtype of torch.float16 here'],
  },
  SA_NOT_CUDA: {
    says: ['AssertionError: Input tensors must be on cuda.'],
    not: ['Input tensors must be on {word}'],
  },
  SA_TENSORS_DIFFER: {
    says: [
      'AssertionError: All tensors must be on the same device.',
      'All tensors must have the same dtype.',
      'All tensors must be on cuda',
    ],
    not: ['Expected all tensors to be on the same device'],
  },
  SA_BINARY: {
    says: [
      "Can't import SageAttention: DLL load failed while importing _fused: {windows}",
      'ImportError: DLL load failed while importing _qattn_sm89: {windows}',
      'ImportError: {path}/sageattention/_qattn_sm80.cpython-311-x86_64-linux-gnu.so: undefined symbol: _ZN3c104cuda9SetDeviceEi',
      "No module named 'sageattention._fused'",
      "ImportError: cannot import name '_fused' from 'sageattention'",
    ],
    not: [
      'from . import _fused',
      'from . import _qattn_sm80',
      'DLL load failed while importing {module}: {windows}',
    ],
  },
  SA_OLD_API: {
    says: [
      "ImportError: cannot import name 'sageattn_qk_int8_pv_fp16_cuda' from 'sageattention' ({path}/__init__.py)",
      "cannot import name 'get_cuda_arch_versions' from 'sageattention.core'",
    ],
    not: ["cannot import name 'x' from 'sageattention_extra'", "from 'sageattention import"],
  },
  SA_NOT_NEW_ENOUGH: {
    says: [
      'RuntimeError: sageattention is not new enough version or could not determine CUDA architecture, cannot apply {word} Memory Efficient Sage Attention Patch.',
    ],
    not: ['sageattention is not new'],
  },
  SA_MISSING: {
    says: [
      "ModuleNotFoundError: No module named 'sageattention'",
      'No module named sageattention',
      "No module named 'sageattn3'",
    ],
    not: [
      "No module named 'sageattention._fused'",
      "No module named 'sage'",
      "No module named 'sageattention_x'",
    ],
  },
  SA_CANT_IMPORT: {
    says: ["ValueError: Can't import SageAttention: {word}"],
    not: ["Can't import {word}"],
  },
  SA_NO_TRITON: {
    says: [
      "ModuleNotFoundError: No module named 'triton'",
      'No module named triton',
      "Error caught was: No module named 'triton'",
    ],
    not: [
      "No module named 'triton.ops'",
      "No module named 'tritonclient'",
      "No module named 'triton.language'; 'triton' is not a package",
    ],
  },
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
  SA_BUILD_NO_CUDA: {
    says: ['RuntimeError: Cannot find CUDA_HOME. CUDA must be available to build the package.'],
    not: ['CUDA_HOME={path}'],
  },
  SA_BUILD_CUDA_TOO_OLD: {
    says: [
      'RuntimeError: CUDA 12.0 or higher is required to build the package.',
      'CUDA 12.8 or higher is required for compute capability 12.0.',
    ],
    not: ['Python {python} or higher is required'],
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
  FRAME_SAGE: {
    says: [
      '  File "{path}/site-packages/sageattention/core.py", line {n}, in sageattn',
      'D:\\py\\Lib\\site-packages\\sageattention\\quant.py", line {n}',
    ],
    not: ['  File "{path}/custom_nodes/sageattention_node/core.py", line {n}'],
  },
  FRAME_SAGE_IMPORT: {
    says: [
      '    from sageattention import sageattn',
      '    from sageattn3 import sageattn3_blackwell',
      '    import sageattention',
    ],
    not: ['from my_sageattention import x', 'import sageattentions'],
  },
  FRAME_BITSANDBYTES: {
    says: [
      '  File "{path}/site-packages/bitsandbytes/nn/modules.py", line {n}',
      'D:\\py\\bitsandbytes\\__init__.py',
    ],
    not: ['{path}/bitsandbytes/libbitsandbytes_cuda121.so'],
  },
} satisfies Samples;
