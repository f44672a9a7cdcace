import type { Samples } from './sample.ts';

/** Messages about Triton, FlashAttention and PyTorch that xFormers or its callers print. */
export const xformersAroundSamples = {
  XF_TRITON_OLD: {
    says: [
      "Error caught was: No module named 'triton'",
      'Error caught was: DLL load failed while importing libtriton',
    ],
    not: ['An error was caught'],
  },
  XF_TRITON: {
    says: [
      'A matching Triton is not available, some optimizations will not be enabled.',
      'WARNING:xformers:A matching Triton is not available, some optimizations will not be enabled',
      '[WARNING] A matching Triton is not available, some optimizations will not be enabled',
    ],
    not: ['A matching wheel is not available', 'Triton is available'],
  },
  XF_FLASH_VERSION: {
    says: [
      'ImportError: Requires Flash-Attention version >=2.7.1,<=2.8.4 but got {flash}.',
      'Requires Flash attention 2.3.6 for varlen_fwd api',
    ],
    not: ['Requires Flash-Attention version 2', 'Requires torch version >={torch}'],
  },
  XF_FLASH_NO_INTERFACE: {
    says: ["ModuleNotFoundError: No module named 'flash_attn.flash_attn_interface'"],
    not: ["ModuleNotFoundError: No module named 'flash_attn'"],
  },
  XF_FA_DLL: {
    says: [
      'ImportError: DLL load failed while importing flash_attn_2_cuda: {windows}',
      'ImportError: {path}/flash_attn_2_cuda.cpython-312-x86_64-linux-gnu.so: undefined symbol: _ZN3c105ErrorC2E',
      "No module named 'flash_attn_2_cuda'",
    ],
    not: [
      '    import flash_attn_2_cuda as flash_attn_gpu',
      'DLL load failed while importing {module}: {windows}',
    ],
  },
  XF_PT_FLASH_SDP_DISABLED: {
    says: ['ImportError: Flash SDP backend is disabled'],
    not: ['Flash SDP backend is used'],
  },
  XF_PT_FLASH_NOVER: {
    says: ['Current Torch {torch} doesnt implement torch.nn.attention._get_flash_version()'],
    not: ['Current node {word} doesnt implement forward()'],
  },
  XF_PT_FLASH_SCHEMA: {
    says: [
      'Current Torch with Flash-Attention {flash} doesnt have a compatible aten::_flash_attention_forward schema',
      'Current Torch CUTLASS doesnt have a compatible aten::_efficient_attention_backward schema',
    ],
    not: ['This graph doesnt have a compatible aten::_softmax schema'],
  },
  XF_FA3_CANT: {
    says: ["Flash-Attention 3 package can't be used: unexpected schema of {word}"],
    not: ["This package can't be used: {word}"],
  },
  XF_FA3_NOKERNEL: {
    says: [
      'CUDA error ({path}/hopper/flash_fwd_launch_template.h:{n}): no kernel image is available for execution on the device',
    ],
    not: [
      'CUDA error ({path}/hopper/flash_fwd_launch_template.h:{n}): out of memory',
      'CUDA error: no kernel image is available for execution on the device',
    ],
  },
  XF_FA3_INVALID_ARG: {
    says: [
      '  0%|          | 0/20 [00:00<?, ?it/s]CUDA error (C:/a/xformers/third_party/flash-attention/hopper\\flash_fwd_launch_template.h:188): invalid argument',
    ],
    not: [
      'CUDA error ({path}/flash_fwd_launch_template.h:{n}): no kernel image is available for execution on the device',
    ],
  },
  XF_BLACKWELL_MISSING: {
    says: [
      'No such operator fbgemm_gpu.experimental.gen_ai.attention.cutlass_blackwell_fmha.{word} - did you forget to build xformers with `python setup.py develop`?',
    ],
    not: [
      'cutlass_blackwell_fmha was found',
      'No such operator xformers::{word} - did you forget to build xformers',
    ],
  },
  XF_CUTLASS_TOO_OLD: {
    says: ['RuntimeError: Your device is too old. We require compute capability >= 50'],
    not: ['Your device is too old for this game'],
  },
  XF_BROADCAST: {
    says: [
      'ValueError: Incompatible shapes for attention inputs:',
      "  HINT: We don't support broadcasting, please use `expand` yourself before calling `memory_efficient_attention` if you need to",
    ],
    not: ["We don't support broadcasting of live streams"],
  },
  XF_HALTED: {
    says: [
      'ModuleNotFoundError: import of xformers halted; None in sys.modules',
      'ImportError: import of xformers.ops halted; None in sys.modules',
    ],
    not: ['ModuleNotFoundError: import of insightface halted; None in sys.modules'],
  },
  XINFO_NO_BUILD: {
    says: ['build.info:                                        none'],
    not: ['build.info:                                        available'],
  },
  XF_TORCH_SYMBOL: {
    says: [
      "ImportError: cannot import name 'SAC_IGNORED_OPS' from 'torch.utils.checkpoint' ({path}/torch/utils/checkpoint.py)",
    ],
    not: ["cannot import name 'checkpoint' from 'torch.utils.checkpoint'"],
  },
  XF_MISSING: {
    says: [
      "ModuleNotFoundError: No module named 'xformers'",
      'No module named xformers',
      "Failed to import: No module named 'xformers'.",
    ],
    not: [
      "No module named 'xformers.ops'; 'xformers' is not a package",
      "No module named 'xformers_extra'",
      "No module 'xformers'. Proceeding without it.",
    ],
  },
  XF_NOT_PKG: {
    says: ["ModuleNotFoundError: No module named 'xformers.ops'; 'xformers' is not a package"],
    not: ["'{word}' is not a package", "No module named 'xformers'"],
  },
  XF_NO_ATTRIBUTE: {
    says: [
      "AttributeError: module 'xformers.ops' has no attribute '{word}'",
      "module 'xformers' has no attribute 'ops'",
    ],
    not: ["module 'torch.{word}' has no attribute '{word}'", "module 'xformers' is old"],
  },
  XF_LIKELY_INCOMPATIBLE: {
    says: [
      'WARNING  Likely incompatible Cuda with: xformers=={xformers} installed: torch=={torch} required: torch=={torch} - build xformers manually or downgrade torch',
    ],
    not: ['Likely incompatible Cuda with: {word}'],
  },
  XF_A1111_PROCEEDING: {
    says: [
      "No module 'xformers'. Proceeding without it.",
      "no module 'xformers'. Processing without...",
    ],
    not: ["No module 'triton'. Proceeding without it.", "No module named 'xformers'"],
  },
  XF_A1111_CANNOT_IMPORT: {
    says: ['Cannot import xformers', '*** Cannot import xformers'],
    not: ['Can import xformers'],
  },
  XF_A1111_TESTED_WITH: {
    says: ['You are running xformers {xformers}.'],
    not: ['You are running torch {torch}.'],
  },
  XF_KOHYA_MISSING: {
    says: ['ImportError: No xformers / xformersがインストールされていないようです'],
    not: ['No xformers needed'],
  },
  XF_NOT_AVAILABLE: {
    says: [
      'dinov2 - WARNING - xFormers not available',
      'xFormers is not available (Attention)',
      'Xformers is not installed!',
    ],
    not: [
      'xformers is available',
      'xformers is not available. Make sure it is installed correctly',
    ],
  },
  XF_SUPIR_FALLBACK: {
    says: [
      "Attention mode 'softmax-xformers' is not available. Falling back to native attention. This is not a problem in Pytorch >= 2.0. FYI, you are running with PyTorch version {torch}",
    ],
    not: ["Attention mode 'softmax-xformers' is used"],
  },
  FRAME_XFORMERS: {
    says: [
      '  File "{path}/site-packages/xformers/ops/fmha/__init__.py", line {n}, in memory_efficient_attention',
      '  File "D:\\ComfyUI\\Lib\\site-packages\\xformers\\ops\\fmha\\dispatch.py", line {n}, in _dispatch_fw',
      '  File "{path}/site-packages/xformers/__init__.py", line {n}, in <module>',
    ],
    not: [
      '  File "{path}/custom_nodes/xformers_switch/ops.py", line {n}, in run',
      '{path}/xformers/ops is a folder',
      '{path}/site-packages/xformers/ops/swiglu_op.py:{n}: FutureWarning: `torch.cuda.amp.custom_fwd(args...)` is deprecated.',
    ],
  },
  FRAME_C_FLASHATTENTION: {
    says: ['    out, q_padded = _C_flashattention.fwd('],
    not: ['    _C_flashattentions = None'],
  },
  FRAME_XFORMERS_SOURCE: {
    says: [
      'Exception raised from mha_fwd at C:\\a\\xformers\\xformers\\third_party\\flash-attention\\csrc\\flash_attn\\flash_api.cpp:370 (most recent call first):',
      '/__w/xformers/third_party/flash-attention/hopper/flash_api.cpp:{n}',
    ],
    not: ['{path}/third_party/flash-attention'],
  },
} satisfies Samples;
