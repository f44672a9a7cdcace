import type { Samples } from './sample.ts';

export const sageattentionSamples = {
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
  SAGE_BLACK_SAID: {
    says: [
      'SageAttention produces black squares or completely black images.',
      'I get a black image as soon as I turn on sage attention',
      'Sage Attention causes Wan models to generate black output',
    ],
    not: ['black image, model {word}', 'sageattention makes it faster; the black theme is nice'],
  },
} satisfies Samples;
