import { told, type LogTemplate } from './template.ts';

const start = [
  '** ComfyUI startup time: 2025-05-09 13:34:40.120',
  '** Python version: {python} (tags/v{python}:0cc8128) [MSC v.1942 64 bit (AMD64)]',
  'Total VRAM 24564 MB, total RAM 65349 MB',
  'pytorch version: {torch}',
];
const device = 'Device: cuda:0 {nvidia} : cudaMallocAsync';
const healthy = { cause: 'healthy', fix: 'healthy', verdict: 'healthy' } as const;
const notOurs = {
  cause: 'not_attention_other',
  fix: 'not_attention',
  verdict: 'not_attention',
} as const;
const memory = {
  cause: 'not_attention_oom',
  fix: 'not_attention',
  verdict: 'not_attention',
} as const;

export const quietTemplates: readonly LogTemplate[] = [
  ...[
    'Using sage attention',
    'Using Flash Attention',
    'Using pytorch attention',
    'Using Comfy Kitchen attention',
  ].map((backend) => ({
    ...healthy,
    name: `a start: ${backend}`,
    lines: [...start, device, `${told}${backend}`, 'Starting server'],
  })),
  {
    ...healthy,
    name: 'a start: Using xformers attention',
    lines: [...start, 'xformers version: {xformers}', device, `${told}Using xformers attention`],
  },
  {
    name: 'torch on Windows without its own FlashAttention',
    cause: 'torch_flash_warning_benign',
    fix: 'none_benign_warning',
    verdict: 'benign',
    lines: [
      ...start,
      device,
      'Using pytorch attention',
      `${told}D:\\ComfyUI\\comfy\\ldm\\modules\\attention.py:{n}: UserWarning: 1Torch was not compiled with flash attention. (Triggered internally at ..\\aten\\src\\ATen\\native\\transformers\\cuda\\sdp_utils.cpp:455.)`,
      '  out = torch.nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)',
    ],
  },
  {
    ...memory,
    name: 'no memory on the card',
    lines: [
      ...start,
      device,
      'Using pytorch attention',
      `${told}!!! Exception during processing !!! Allocation on device`,
      'Traceback (most recent call last):',
      'torch.OutOfMemoryError: Allocation on device 0 would exceed allowed memory. (out of memory)',
    ],
  },
  {
    ...memory,
    name: 'no memory in an older torch',
    lines: [
      ...start,
      'xformers version: {xformers}',
      device,
      'Using xformers attention',
      `${told}torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.25 GiB. GPU 0 has a total capacity of 24.00 GiB of which 1.63 GiB is free.`,
    ],
  },
  {
    ...notOurs,
    name: 'missing nodes',
    lines: [
      ...start,
      device,
      'Using pytorch attention',
      `${told}When loading the graph, the following node types were not found: IPAdapterUnifiedLoader`,
    ],
  },
  {
    ...notOurs,
    name: 'a workflow that is not valid',
    lines: [
      'got prompt',
      `${told}Failed to validate prompt for output 9:`,
      '* CheckpointLoaderSimple 4:',
      "  - Value not in list: ckpt_name: 'model.safetensors' not in []",
      'Output will be ignored',
    ],
  },
  {
    ...notOurs,
    name: 'a port in use',
    lines: [
      ...start,
      device,
      'Using pytorch attention',
      `${told}OSError: [Errno 10048] error while attempting to bind on address ('127.0.0.1', 8188): only one usage of each socket address (protocol/network address/port) is normally permitted`,
    ],
  },
  {
    ...notOurs,
    name: 'a damaged model',
    lines: [
      '!!! Exception during processing !!! Error while deserializing header: HeaderTooLarge',
      'Traceback (most recent call last):',
      `${told}safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge`,
    ],
  },
  {
    ...notOurs,
    name: 'the Manager without a network',
    lines: [
      ...start,
      device,
      'Using pytorch attention',
      `${told}[ComfyUI-Manager] Due to a network error, switching to local mode.`,
      'Cannot connect to host raw.githubusercontent.com:443 ssl:default [getaddrinfo failed]',
    ],
  },
  {
    ...notOurs,
    name: 'a node without one of its own modules',
    lines: [
      'Traceback (most recent call last):',
      `${told}ModuleNotFoundError: No module named 'insightface'`,
      '   0.1 seconds (IMPORT FAILED): D:\\ComfyUI\\custom_nodes\\ComfyUI_InstantID',
    ],
  },
];
