import type { Samples } from './sample.ts';

export const xformersSamples = {
  XF_INVALID_LIB: {
    says: ["WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:"],
    not: ['xFormers was built for speed', 'flash_attn was built for: torch {torch}'],
  },
  XF_BUILT_FOR_TORCH: {
    says: [
      '    PyTorch {torch} with CUDA {n} (you have {torch})',
      'PyTorch {torch} with CUDA None (you have {torch})',
      'PyTorch {torch} (you have {torch})',
    ],
    not: ['    Python  {python} (you have {python})', 'PyTorch {torch} (you had {torch})'],
  },
  XF_BUILT_FOR_PYTHON: {
    says: ['    Python  {python} (you have {python})', 'Python {python} (you have {python})'],
    not: [
      '    PyTorch {torch} with CUDA {n} (you have {torch})',
      'Python {python} is what you have',
    ],
  },
  XF_INVALID_LIB_NO_META: {
    says: [
      "xFormers can't load C++/CUDA extensions. xFormers was built for a different version of PyTorch or Python.",
    ],
    not: ['torchvision was built for a different version of PyTorch or Python'],
  },
  XF_NOT_BUILT: {
    says: [
      'Need to compile C++ extensions to use all xFormers features.',
      'WARNING:root:Need to compile C++ extensions to get sparse attention support. Please run python setup.py build develop',
    ],
    not: ['Need to compile C++ extensions of torchvision'],
  },
  XF_LOG_PREFIX: {
    says: ['WARNING[XFORMERS]: something', 'WARNING:xformers:WARNING[XFORMERS]: something'],
    not: ['WARNING:xformers:A matching Triton is not available'],
  },
  XF_NO_SUCH_OPERATOR: {
    says: [
      'RuntimeError: No such operator xformers::{word} - did you forget to build xformers with `python setup.py develop`?',
    ],
    not: [
      'No such operator fbgemm_gpu.experimental.gen_ai.attention.cutlass_blackwell_fmha.{word} - did you forget to build xformers with `python setup.py develop`?',
    ],
  },
  XF_COULD_NOT_RUN: {
    says: [
      "NotImplementedError: Could not run 'xformers::efficient_attention_forward_cutlass' with arguments from the 'CUDA' backend.",
      'Could not run xformers::efficient_attention_forward_cutlass',
    ],
    not: ["Could not run 'torchvision::nms' with arguments from the 'CUDA' backend."],
  },
  XF_NO_OPERATOR: {
    says: [
      'NotImplementedError: No operator found for `memory_efficient_attention_forward` with inputs:',
      'No operator found for `memory_efficient_attention_backward` with inputs:',
      'No operator found for `memory_efficient_attention` with inputs:',
    ],
    not: ['No operator found for `swiglu_packedw` with inputs:', 'No operator found for {word}'],
  },
  XF_OP_NOT_SUPPORTED_HDR: {
    says: [
      '`fa2F@2.5.7-pt` is not supported because:',
      '> `cutlassF-pt` is not supported because:',
      '`fa3F@2.8.3-133-gde1584b` is not supported because:',
      '`tritonflashattF` is not supported because:',
    ],
    not: [
      'This file is not supported because its header is broken',
      '` ` is not supported because:',
    ],
  },
  XF_OP_FORCED: {
    says: [
      'ValueError: Operator `memory_efficient_attention` does not support inputs:',
      'Operator `flshattF` does not support inputs:',
    ],
    not: ['The node does not support inputs of this kind'],
  },
  XF_INPUT_QUERY: {
    says: [
      '     query       : shape=(1, {n}, 8, {n}) (torch.{dtype})',
      'query : shape=(1, {n}, 16, {n}) (torch.{dtype})',
      '      query :       shape=(16, {n}, 1, 80) (torch.{dtype})',
    ],
    not: ['     key         : shape=(1, {n}, 8, 64) (torch.{dtype})', 'query: shape=(1, 2)'],
  },
  XF_R_NO_CUDA_BUILD: {
    says: [
      "    xFormers wasn't build with CUDA support",
      "xFormers wasn't built with CUDA support",
    ],
    not: ["torchaudio wasn't build with CUDA support"],
  },
  XF_R_OP_NOT_BUILT: {
    says: [
      "    operator wasn't built - see `python -m xformers.info` for more info",
      "Operator wasn't built - see `python -m xformers.info` for more info",
    ],
    not: ["the operator wasn't built yet"],
  },
  XF_R_TOO_OLD_GT: {
    says: [
      '    requires device with capability > ({cc}) but your GPU has capability ({cc}) (too old)',
    ],
    not: [
      '    requires device with capability >= ({cc}) but your GPU has capability ({cc}) (too old)',
      '    requires device with capability <= ({cc}) but your GPU has capability ({cc}) (too new)',
    ],
  },
  XF_R_TOO_OLD_GE: {
    says: [
      '    requires device with capability >= ({cc}) but your GPU has capability ({cc}) (too old)',
    ],
    not: [
      '    requires device with capability > ({cc}) but your GPU has capability ({cc}) (too old)',
    ],
  },
  XF_R_TOO_NEW_BUG: {
    says: [
      '    requires device with capability < ({cc}) but your GPU has capability ({cc}) (too new)',
    ],
    not: [
      '    requires device with capability <= ({cc}) but your GPU has capability ({cc}) (too new)',
    ],
  },
  XF_R_TOO_NEW: {
    says: [
      '> requires device with capability <= ({cc}) but your GPU has capability ({cc}) (too new)',
    ],
    not: [
      '    requires device with capability < ({cc}) but your GPU has capability ({cc}) (too new)',
    ],
  },
  XF_R_EQ_80: {
    says: [
      '    requires device with capability == ({cc}) but your GPU has capability ({cc}) (too new)',
    ],
    not: [
      '    requires device with capability <= ({cc}) but your GPU has capability ({cc}) (too new)',
    ],
  },
  XF_R_TOO_OLD_EARLY: {
    says: [
      'requires a GPU with compute capability > 7.5',
      'requires GPU with sm80 minimum compute capacity, e.g., A100/H100/L4',
      'requires NVidia GPU with sm80 minimum compute capacity, e.g., A100/H100/L4',
      'requires A100 GPU',
    ],
    not: ['requires a GPU with compute units', 'requires device with capability > ({cc})'],
  },
  XF_R_DTYPE: {
    says: [
      '    dtype=torch.{dtype} (supported: {torch.bfloat16, torch.float16})',
      'dtype=torch.{dtype} (supported: {torch.float32})',
    ],
    not: ['dtype=torch.{dtype}', "device=cpu (supported: {'cuda'})"],
  },
  XF_R_DEVICE: {
    says: [
      "    device=cpu (supported: {'cuda'})",
      "device=mps (supported: {'cuda'})",
      "device=xpu (supported: {'cuda'})",
    ],
    not: ['device=cuda:0', 'dtype=torch.{dtype} (supported: {torch.float16})'],
  },
  XF_R_K: {
    says: [
      '    max(query.shape[-1] != value.shape[-1]) > {n}',
      'max(query.shape[-1], value.shape[-1]) > {n}',
    ],
    not: ['query.shape[-1] != value.shape[-1]', 'max(query.shape[-1]) is {n}'],
  },
  XF_R_SHAPE: {
    says: [
      'query.shape[-1] != value.shape[-1]',
      'min(query.shape[-1], value.shape[-1]) < {n}',
      'query.shape[-1] % 8 != 0',
      'unsupported embed per head: {n}',
      'Got head_dim={n}; only head_dim<=128 is supported for now.',
      'Only head_dim==128 for now.',
      'Embed dim {n} not supported',
    ],
    not: ['max(query.shape[-1] != value.shape[-1]) > {n}', 'Embed dim is {n}'],
  },
  XF_R_BIAS_STRIDE: {
    says: [
      'attn_bias.stride(-2) % 8 != 0 (attn_bias.stride() = (688, {n}, {n}, 1))',
      'query.stride(-1) > 1 (query.stride() = ({n}, 1)) - you should call `.contiguous()` on the input',
    ],
    not: ['attn_bias.stride() = (688, {n})', 'tensor.stride(-1) is {n}'],
  },
  XF_R_BIAS: {
    says: [
      "attn_bias type is <class 'NoneType'>",
      "    attn_bias type is <class 'xformers.ops.fmha.attn_bias.BlockDiagonalMask'>",
      "attn_bias type is <class 'torch.Tensor'>",
    ],
    not: ["attn_bias   : <class 'NoneType'>"],
  },
  XF_R_BIAS_ALIGN_HINT: {
    says: [
      '    HINT: To use an `attn_bias` with a sequence length that is not a multiple of 8,',
      'attn_bias.stride(-1) > 1 (attn_bias.stride() = (1, {n})) - you should call `.contiguous()` on the bias',
    ],
    not: [
      'HINT: To use an older model, see the manual',
      'you should call `.contiguous()` yourself',
    ],
  },
  XF_R_BF16: {
    says: ['    bf16 is only supported on A100+ GPUs'],
    not: ['bf16 is only supported on new GPUs'],
  },
  XF_R_DETERMINISTIC: {
    says: ['operator is non-deterministic, but `torch.use_deterministic_algorithms` is set'],
    not: ['this operator is non-deterministic'],
  },
  XF_R_TRITON: {
    says: [
      '    triton is not available',
      'Only work on pre-MLIR triton for now',
      'triton_splitk requires python 3.9 or above!',
    ],
    not: ['A matching Triton was found', 'the triton server is not running'],
  },
  XF_R_CUSTOM_SCALE: { says: ['    has custom scale'], not: ['has a custom scaler'] },
  XF_R_DROPOUT: { says: ['    dropout > 0.0'], not: ['dropout = 0.0'] },
  XF_R_OTHER: {
    says: [
      'operator does not support BMGHK format',
      'Computing the bias gradient is not supported (attn_bias.requires_grad = True)',
      'multiquery is only supported with query seqlen=1',
      'key padding exceeds 8192',
      'expect keys to have last dim contiguous',
      'Partial attention not supported',
    ],
    not: ['the format is not supported', 'key padding is {n}'],
  },
} satisfies Samples;
