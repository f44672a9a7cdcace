/** Lines that people fear and that mean nothing. */
export const harmlessLines: Readonly<Record<string, readonly string[]>> = {
  deprecations: [
    'packages/xformers/ops/fmha/flash.py:211: FutureWarning: `torch.library.impl_abstract` was renamed to `torch.library.register_fake`.',
    "packages/xformers/ops/swiglu_op.py:128: FutureWarning: `torch.cuda.amp.custom_fwd(args...)` is deprecated. Please use `torch.amp.custom_fwd(args..., device_type='cuda')` instead.",
    'packages/xformers/ops/swiglu_op.py:149: FutureWarning: `torch.cuda.amp.custom_bwd(args...)` is deprecated.',
  ],
  'a newer build of torch': [
    'WARNING: You need pytorch with cu130 or higher to use optimized CUDA operations.',
  ],
  'flash of torch': [
    'attention.py:407: UserWarning: 1Torch was not compiled with flash attention. (Triggered internally at sdp_utils.cpp:455.)',
  ],
  'optional Triton': [
    'A matching Triton is not available, some optimizations will not be enabled',
    'Traceback (most recent call last):',
    '  File "packages/xformers/__init__.py", line 57, in _is_triton_available',
    "ModuleNotFoundError: No module named 'triton'",
  ],
  dinov2: ['dinov2 - WARNING - xFormers not available'],
  slices: ['scaled_dot_product_attention OOMed: switched to slice attention'],
  monitoring: ['Unable to find python bindings at /usr/local/dcgm/bindings/python3'],
};
/** Troubles that have nothing to do with attention. */
export const otherTrouble: Readonly<Record<string, readonly string[]>> = {
  memory: ['torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.25 GiB.'],
  'memory of the host': ['OSError: [WinError 1455] Die Auslagerungsdatei ist zu klein.'],
  nodes: ['When loading the graph, the following node types were not found: IPAdapter'],
  workflow: ['Failed to validate prompt for output 9:', "  - Value not in list: ckpt_name: 'x'"],
  port: [
    "OSError: [Errno 98] error while attempting to bind on address ('127.0.0.1', 8188): address already in use",
  ],
  model: ['safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge'],
  shapes: ['RuntimeError: mat1 and mat2 shapes cannot be multiplied (154x768 and 2048x1280)'],
  'a module of a node': ["ModuleNotFoundError: No module named 'insightface'"],
  'the Manager': [
    'Cannot connect to host raw.githubusercontent.com:443 ssl:default [getaddrinfo failed]',
    '[ComfyUI-Manager] Due to a network error, switching to local mode.',
  ],
};
