import type { Samples } from './sample.ts';

/** Which attention is used, and that something ran. */
export const runningFactSamples = {
  BACKEND_SAGE: {
    says: ['Using sage attention'],
    not: ['Using sage attention in VAE', 'Error running sage attention: {word}'],
  },
  BACKEND_XFORMERS: {
    says: ['Using xformers attention', 'Using xformers cross attention'],
    not: ['Using xformers attention in VAE', 'Not using xformers'],
  },
  BACKEND_FLASH: {
    says: ['Using Flash Attention'],
    not: ['Flash Attention failed, using default SDPA: {word}'],
  },
  BACKEND_PYTORCH: {
    says: ['Using pytorch attention', 'Using pytorch cross attention'],
    not: ['Using pytorch attention in VAE', 'Using PyTorch {torch}'],
  },
  BACKEND_SPLIT: {
    says: [
      'Using split optimization for attention',
      'Using split optimization for cross attention',
    ],
    not: ['Using split attention in VAE', 'Using split optimization for memory'],
  },
  BACKEND_SUB_QUAD: {
    says: [
      'Using sub quadratic optimization for attention, if you have memory or speed issues try using: --use-split-cross-attention',
      'Using sub quadratic optimization for cross attention, if you have memory or speed issues try using: --use-split-cross-attention',
    ],
    not: ['Using sub quadratic memory'],
  },
  BACKEND_COMFY_KITCHEN: {
    says: ['Using Comfy Kitchen attention'],
    not: ['Using Comfy Kitchen kernels', 'Comfy Kitchen attention is unavailable'],
  },
  BACKEND_WEBUI: {
    says: [
      'Applying attention optimization: xformers... done.',
      'Applying attention optimization: Doggettx... done.',
      'Applying attention optimization: sdp-no-mem... done.',
      'Applying xformers cross attention optimization.',
      'Applying cross attention optimization (Doggettx).',
    ],
    not: ['Applying attention optimization: {word}x... done.', 'Cross attention optimization: on'],
  },
  FACT_STARTED: {
    says: [
      'Starting server',
      'To see the GUI go to: http://127.0.0.1:8188',
      'Running on local URL:  http://127.0.0.1:7860',
      '[ComfyUI-Manager] All startup tasks have been completed.',
    ],
    not: ['Restarting server', 'Running on public URL: x'],
  },
  FACT_RUN: {
    says: [
      '** ComfyUI startup time: 2026-01-12 20:14:03.118',
      '** ComfyUI start up time: 2023-10-29 20:08:47.057524',
      'Launching Web UI with arguments: --xformers',
    ],
    not: ['Prestartup times for custom nodes:'],
  },
  FACT_STEPS_DONE: {
    says: [
      '100%|██████████| 25/25 [00:18<00:00,  1.38it/s]',
      '100%|###| 4/4 [01:02<00:00, 15.60s/it]',
    ],
    not: [' 96%|█████████▌| 24/25 [00:17<00:00,  1.38it/s]'],
  },
  FACT_GENERATED: {
    says: ['Prompt executed in {n}.25 seconds', 'Prompt executed in 00:12:01'],
    not: ['Prompt executed in no time', 'Prompt was executed'],
  },
  FACT_TRITON_WORKS: {
    says: [
      "tensor([0., 0., 0.], device='cuda:0')",
      "If you see tensor([0., 0., 0.], device='cuda:0'), then it works",
    ],
    not: [
      'print("If you see tensor([0., 0., 0.], device=\'cuda:0\'), then it works")',
      "tensor([1., 0., 0.], device='cuda:0')",
      'Restart it, then it works',
    ],
  },
} satisfies Samples;
