import type { Samples } from './sample.ts';

/** Messages about kernels that fit neither card nor torch, and of those who look for them. */
export const kernelSamples = {
  TR_CUDA_UNKNOWN: {
    says: [
      'RuntimeError: Triton only support CUDA 10.0 or higher, but got CUDA version: 12.8',
      'RuntimeError: Triton only supports CUDA 10.0 or higher, but got CUDA version: 13.0',
    ],
    not: ['Triton only supports CUDA 10.0 or higher', 'got CUDA version: 12.8'],
  },
  TR_PASS_FAILED: {
    says: [
      'RuntimeError: PassManager::run failed',
      'loc(callsite("{path}/sageattention/attn_qk_int8_per_block.py":18:23 at 1:1)): error: \'tt.fp_to_fp\' op operation destroyed but still has uses',
      '{path}/{word}.py:18:0: error: Failures have been detected while processing an MLIR pass pipeline',
      'LLVM ERROR: Cannot select: intrinsic %llvm.nvvm.shfl.sync.bfly.i32',
    ],
    not: ['PassManager::run', 'LLVM ERROR: out of memory'],
  },
  TR_INTERNALS: {
    says: [
      "AttributeError: type object 'CompiledKernel' has no attribute 'launch_enter_hook'",
      "AttributeError: 'JITFunction' object has no attribute '{word}'",
    ],
    not: ["AttributeError: '{word}' object has no attribute 'launch_enter_hook'"],
  },
  FACT_PTXAS_ARCH: {
    says: ["ptxas info    : Compiling entry function 'quant_per_block_int8_kernel' for '{sm}'"],
    not: ["Compiling entry function '{word}'", "built for '{sm}'"],
  },
  TR_NO_HEADER: {
    says: [
      "{path}/include/hip/hip_runtime.h(49,10): fatal error: 'stdlib.h' file not found",
      "      'stdlib.h' file not found",
      "/tmp/{word}/hip_utils.c:1:10: fatal error: 'hip/hip_runtime.h' file not found",
      '/tmp/{word}/cuda_utils.c:1:10: fatal error: cuda.h: No such file or directory',
    ],
    not: [
      '#include <stdlib.h>',
      "fatal error: '{word}.h' file not found",
      'fatal error: Python.h: No such file or directory',
    ],
  },
  SA_DISPATCH: {
    says: [
      'RuntimeError: void transpose_pad_permute_cuda(at::Tensor, at::Tensor, int64_t) failed to dispatch data type BFloat16',
    ],
    not: ['failed to dispatch {word}'],
  },
  SA_LAYOUT: {
    says: [
      'AssertionError: Last dim of qkv must be contiguous.',
      'attn_mask must be of dtype bool or the same dtype as q.',
      'attn_mask shape torch.Size([1, 1, 77, 77]) cannot be broadcast to torch.Size([1, 1])',
    ],
    not: ['{word} must be contiguous', 'shape cannot be broadcast to {word}'],
  },
  FA_NONE_OF_TWO: {
    says: [
      "ImportError: Flash attention not found. Install either FA2 ('flash_attn') or FA3 ('flash_attn_interface', pip package 'flash-attn-3').",
    ],
    not: ['Flash attention not found'],
  },
  FA_NO_MASK: {
    says: ['RuntimeError: Flash attention does not support attention masks'],
    not: ['UserWarning: Flash Attention does not support non-null attn_mask.'],
  },
  WAN_MODE_MISSING: {
    says: [
      "You have selected attention mode 'sage2'. However it is not installed or supported on your system. You should either install it or switch to the default 'sdpa' attention.",
    ],
    not: ["attention mode '{word}' is in use"],
  },
  FA_SHADOWED: {
    says: [
      "ImportError: cannot import name 'flash_attn_func' from 'flash_attn' (unknown location)",
    ],
    not: ["cannot import name '{word}' from 'flash_attn' ({path}/flash_attn/__init__.py)"],
  },
  FA_SUBMODULE: {
    says: ["ModuleNotFoundError: No module named 'flash_attn.bert_padding'"],
    not: [
      "No module named 'flash_attn.flash_attn_interface'",
      "No module named 'flash_attn'",
      "No module named 'flash_attn_{word}'",
    ],
  },
  PT_XPU_LOST: {
    says: [
      'RuntimeError: level_zero backend failed with error: 20 (UR_RESULT_ERROR_DEVICE_LOST)',
      'RuntimeError: No device of requested type available. -1 (PI_ERROR_DEVICE_NOT_FOUND)',
    ],
    not: ['UR_RESULT_ERROR_OUT_OF_DEVICE_MEMORY', 'UR_RESULT_SUCCESS'],
  },
  PT_CALL_NOT_SUPPORTED: {
    says: [
      'RuntimeError: CUDA error: operation not supported',
      "Search for `cudaErrorNotSupported' in https://docs.nvidia.com/cuda/ for more information.",
    ],
    not: ['operation not supported', 'CUDA error: {word}'],
  },
  PT_HIP_KERNELS: {
    says: [
      "Search for `hipErrorInvalidImage' in https://rocm.docs.amd.com/ for more information.",
      'rocblaslt error: Could not load "{path}/hipblaslt/library/TensileLibrary_lazy_gfx1102.dat"',
      'rocBLAS error: Cannot read /opt/rocm/lib/rocblas/library/TensileLibrary.dat: Illegal seek for GPU arch : gfx1032',
      'CUDA error: HIPBLAS_STATUS_INVALID_VALUE when calling `hipblasLtMatmulAlgoGetHeuristic(`',
    ],
    not: ['hipErrorOutOfMemory', 'rocblas {word}'],
  },
  PT_BAD_IMAGE: {
    says: ['RuntimeError: CUDA error: device kernel image is invalid'],
    not: ['Triton Error [CUDA]: device kernel image is invalid'],
  },
  PT_HIPBLASLT_FALLBACK: {
    says: [
      'UserWarning: Attempting to use hipBLASLt on an unsupported architecture! Overriding blas backend to hipblas',
    ],
    not: ['unsupported architecture: {word}'],
  },
  CF_FLASH_DISABLED: {
    says: ['Could not run flash attention, disabling it: HIP error: invalid device function'],
    not: ['Could not run {word}, disabling it'],
  },
  FRAME_SUBPROCESS: {
    says: [
      '  File "{path}/subprocess.py", line {n}, in _execute_child',
      '    hp, ht, pid, tid = _winapi.CreateProcess(executable, args,',
    ],
    not: ['import subprocess'],
  },
  PT_RUNTIME_DISABLED: {
    says: [
      'UserWarning: Flash attention has been runtime disabled. (Triggered internally at sdp_utils_cpp.h:{n}.)',
      'UserWarning: Memory Efficient attention has been runtime disabled.',
      'cuDNN attention has been runtime disabled.',
    ],
    not: ['{word} has been runtime disabled'],
  },
  TR_SUBMODULE: {
    says: [
      "ModuleNotFoundError: No module named 'triton.backends'",
      "ModuleNotFoundError: No module named 'triton.tools.{word}'",
    ],
    not: [
      "No module named 'triton.ops'",
      "No module named 'triton'",
      "No module named 'tritonclient.{word}'",
    ],
  },
  PT_SDPA_INPUT: {
    says: [
      'RuntimeError: Expected query, key, and value to have the same dtype, but got query.dtype: float key.dtype: float and value.dtype: c10::Half instead.',
      'RuntimeError: Expected attn_mask dtype to be bool or float or to match query dtype, but got attn_mask.dtype: long int',
    ],
    not: [
      'UserWarning: Expected query, key and value to all be of dtype: {Half, BFloat16}. Got Query dtype: float',
    ],
  },
  OS_GLIBC: {
    says: [
      "ImportError: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.32' not found (required by {path}/flash_attn_2_cuda.so)",
      "ImportError: libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by {path}/{word}.so)",
    ],
    not: ["version `{word}' not found (required by me)"],
  },
  TROUBLE_ARGUMENTS: {
    says: ['main.py: error: unrecognized arguments: --normalvram --use-ck-attention'],
    not: ['main.py: error: argument --port: invalid int value'],
  },
  PT_CU126_COMMAND: {
    says: ['pip install torch==2.15.0 --index-url https://download.pytorch.org/whl/cu126'],
    not: [
      'pip install torch==2.14.1 --index-url https://download.pytorch.org/whl/cu126',
      'pip install torch==2.15.0 --index-url https://download.pytorch.org/whl/cu130',
    ],
  },
  NET_STATUS: {
    says: [
      '  Caused by: HTTP status client error (403 Forbidden) for url (https://download.pytorch.org/whl/cu128/torch/)',
      'requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://download.pytorch.org/whl/cu999',
      'ERROR: HTTP error 404 while getting https://example.org/{word}.whl',
    ],
    not: ['HTTP status {n}', '200 OK for url'],
  },
  HUB_NO_VARIANT: {
    says: [
      'FileNotFoundError: Cannot find a build variant for this system in kernels-community/flash-attn2 (revision: main):',
      'Kernel `kernels-community/flash-attn3` at revision v0.0.4 does not have build: torch210-cxx11-cu128-x86_64-linux',
    ],
    not: ['Cannot find a build variant', 'does not have build: {word}'],
  },
  HUB_TORCH_DIFFERS: {
    says: [
      'torch212-cxx11-cu126-x86_64-linux: Torch version (2.12) does not match environment Torch version (2.13)',
    ],
    not: ['does not match environment {word}'],
  },
} satisfies Samples;
