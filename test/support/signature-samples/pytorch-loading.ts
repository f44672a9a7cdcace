import type { Samples } from './sample.ts';

/** What is printed when PyTorch, or what is built against it, is loaded; and its traces elsewhere. */
export const pytorchLoadingSamples = {
  PT_UNDEFINED_SYMBOL: {
    says: [
      'ImportError: {path}/_C.cpython-310-x86_64-linux-gnu.so: undefined symbol: _ZN3c105ErrorC2E',
      'OSError: {path}/_C.so: undefined symbol: _ZNK5torch8autograd4Node4nameEv',
      'Flash Attention 2 Error -> undefined symbol: _ZN2at4_ops9_pad_enum4callERKNS_6TensorE',
    ],
    not: ['undefined reference to `foo`', 'undefined symbol in expression', 'undefined symbols: 3'],
  },
  PT_SHARED_LIBRARY: {
    says: [
      'ImportError: libcudart.so.12: cannot open shared object file: No such file or directory',
      'OSError: libcublas.so.13: cannot open shared object file: No such file or directory',
    ],
    not: ['cannot open shared object file'],
  },
  OS_DLL_NOT_FOUND: {
    says: [
      'OSError: [WinError 126] {windows} Error loading "{path}\\torch\\lib\\c10.dll" or one of its dependencies.',
      '[WinError 1114] {windows}',
      '[WinError 127] 找不到指定的程序。',
    ],
    not: ['[WinError 1260] {windows}', '[WinError 5] {windows}'],
  },
  OS_DLL_PROC: {
    says: [
      'ImportError: DLL load failed while importing {module}: {windows}',
      'DLL load failed while importing _C: 找不到指定的程序。',
    ],
    not: ['DLL load failed', 'while importing {module}'],
  },
  PT_DLL_BROKEN: {
    says: [
      'OSError: [WinError 126] {windows} Error loading "C:\\py\\torch\\lib\\fbgemm.dll" or one of its dependencies.',
      'Error loading "{path}\\c10.dll" or one of its dependencies.',
    ],
    not: [
      'Error loading "{path}\\my.dll" or one of its dependencies.',
      'Error loading "{path}\\c10_cuda.dll" or one of its dependencies.',
    ],
  },
  PT_CUDA_DLL_BROKEN: {
    says: [
      'Error loading: caffe2_nvrtc.dll',
      'Error loading "{path}\\torch\\lib\\cudnn_cnn_infer64_8.dll" or one of its dependencies.',
      'Error loading "{path}\\c10_cuda.dll" or one of its dependencies.',
    ],
    not: ['Error loading "{path}\\c10.dll" or one of its dependencies.', 'Error loading: {word}'],
  },
  PT_LIBRARY_NOT_LOADED: {
    says: ['OSError: Could not load this library: {path}\\torchaudio\\lib\\libtorchaudio.pyd'],
    not: ['Could not load the library of {word}'],
  },
  PT_VC_REDIST: {
    says: [
      'Microsoft Visual C++ Redistributable is not installed, this may lead to the DLL load failure.',
    ],
    not: ['Microsoft Visual C++ Redistributable is installed'],
  },
  TV_NMS: {
    says: [
      'RuntimeError: operator torchvision::nms does not exist',
      "NotImplementedError: Could not run 'torchvision::nms' with arguments from the 'CUDA' backend.",
      "Couldn't find operator torchvision::nms",
    ],
    not: ['@torch.library.register_fake("torchvision::nms")', 'calling torchvision::nms'],
  },
  TV_CUSTOM_OPS: {
    says: [
      "RuntimeError: Couldn't load custom C++ ops. This can happen if your PyTorch and torchvision versions are incompatible",
    ],
    not: ['load custom C++ ops from {path}'],
  },
  TV_CUDA_MAJOR: {
    says: [
      'RuntimeError: Detected that PyTorch and torchvision were compiled with different CUDA major versions. PyTorch has CUDA Version={n} and torchvision has CUDA Version={n}.',
      'Detected that PyTorch and torchaudio were compiled with different CUDA versions.',
    ],
    not: ['These wheels were compiled with different CUDA versions'],
  },
  PT_DEPRECATED_CUSTOM_FWD: {
    says: [
      "FutureWarning: `torch.cuda.amp.custom_fwd(args...)` is deprecated. Please use `torch.amp.custom_fwd(args..., device_type='cuda')` instead.",
    ],
    not: ['  @torch.cuda.amp.custom_fwd', '`torch.cuda.amp.custom_bwd(args...)` is deprecated.'],
  },
  PT_DEPRECATED_CUSTOM_BWD: {
    says: [
      "FutureWarning: `torch.cuda.amp.custom_bwd(args...)` is deprecated. Please use `torch.amp.custom_bwd(args..., device_type='cuda')` instead.",
    ],
    not: ['  @torch.cuda.amp.custom_bwd'],
  },
  PT_DEPRECATED_AUTOCAST: {
    says: [
      "FutureWarning: `torch.cuda.amp.autocast(args...)` is deprecated. Please use `torch.amp.autocast('cuda', args...)` instead.",
    ],
    not: ['with torch.cuda.amp.autocast(enabled=False):'],
  },
  PT_DEPRECATED_IMPL_ABSTRACT: {
    says: [
      'FutureWarning: `torch.library.impl_abstract` was renamed to `torch.library.register_fake`. Please use that instead; we will remove `torch.library.impl_abstract` in a future version of PyTorch.',
    ],
    not: ['  @torch.library.impl_abstract("xformers_flash::flash_fwd")'],
  },
  PT_DEPRECATED_PYTREE: {
    says: [
      'UserWarning: `torch.utils._pytree._register_pytree_node` is deprecated. Please use `torch.utils._pytree.register_pytree_node` instead.',
    ],
    not: ['  torch.utils._pytree._register_pytree_node('],
  },
  PT_LIBRARY_NO_ATTRIBUTE: {
    says: [
      "AttributeError: module 'torch.library' has no attribute 'register_fake'",
      "module 'torch' has no attribute 'xpu'",
    ],
    not: ["module 'numpy' has no attribute 'bool'", "module 'torch' is old"],
  },
  FRAME_TORCH_CUDA: {
    says: [
      '  File "{path}/site-packages/torch/cuda/__init__.py", line {n}, in _lazy_init',
      '  File "D:\\py\\torch\\cuda\\__init__.py", line {n}',
    ],
    not: ['  File "{path}/site-packages/torch/cuda/memory.py", line {n}'],
  },
  FRAME_INDUCTOR: {
    says: [
      '  File "{path}/site-packages/torch/_inductor/compile_fx.py", line {n}',
      'D:\\py\\torch\\_inductor\\utils.py',
    ],
    not: ['  File "{path}/site-packages/torch/_dynamo/utils.py", line {n}'],
  },
  FRAME_SDPA: {
    says: [
      '    x = F.scaled_dot_product_attention(',
      'out = torch.nn.functional.scaled_dot_product_attention(q, k, v)',
    ],
    not: ['scaled_dot_product_attention OOMed: switched to slice attention'],
  },
  PT_BFLOAT16_GPU: {
    says: [
      'ValueError: Bfloat16 is only supported on GPUs with compute capability of at least 8.0. Your Tesla T4 GPU has compute capability {dotcc}.',
      'bf16 is only supported on GPUs with compute capability of at least 8.0',
    ],
    not: ['fp8 is only supported on GPUs with compute capability of at least 8.9'],
  },
  PT_HALF_REMOVED: {
    says: [
      "ModuleNotFoundError: No module named 'torch._C'",
      "AttributeError: module 'torch' has no attribute '__version__'",
      "AttributeError: module 'torch' has no attribute 'Tensor'",
    ],
    not: [
      "AttributeError: module 'torch' has no attribute 'float8_e4m3fn'",
      "ModuleNotFoundError: No module named 'torch._custom_ops'",
    ],
  },
} satisfies Samples;
