import type { Samples } from './sample.ts';

/** What programs say of torch, xFormers and Python. */
export const factSamples = {
  FACT_TORCH_COMFYUI: {
    says: ['pytorch version: {torch}', 'PyTorch version: {torch}', 'Pytorch version: v{torch}'],
    not: ['pytorch version: unknown', 'pytorch version 2'],
  },
  FACT_TORCH_REPORT: {
    says: ['- **PyTorch Version:** {torch}', '        "torch_version": "{torch}",'],
    not: ['- **Python Version:** {python} (main)', '- **PyTorch Version:** unknown'],
  },
  FACT_TORCH_FOOTER: {
    says: [
      'version: v1.9.3  •  python: {python}  •  torch: {torch}  •  xformers: {xformers}',
      'torch: {torch}',
    ],
    not: ['torch: not found', 'pytorch: {torch}', 'light-torch: {torch}'],
  },
  FACT_TORCH_PIP_TABLE: {
    says: ['torch                         {torch}', 'torch  {torch}'],
    not: ['torchvision                   {torch}', 'torch                         is missing'],
  },
  FACT_TORCH_PIP_LIST: {
    says: [
      '[pip3] torch=={torch}',
      '[pip] torch=={torch}',
      '[conda] torch                     {torch}                   pypi_0    pypi',
      '[conda] pytorch                   2.0.1           py3.10_cuda11.8_cudnn8.7.0_0    pytorch',
    ],
    not: [
      '[pip3] torchvision=={flash}',
      'torch=={torch}',
      '[conda] pytorch-cuda              11.8',
    ],
  },
  FACT_TORCH_RUNNING: {
    says: ['{word} is running with PyTorch version {torch}'],
    not: ['needs a PyTorch version {torch}'],
  },
  FACT_TORCH_XINFO: {
    says: ['pytorch.version:                                   {torch}'],
    not: ['build.torch_version:                               {torch}'],
  },
  FACT_TORCH_USING: {
    says: ['Using PyTorch {torch}', 'Using torch {torch}', 'Using Torch: {torch}'],
    not: ['Using pytorch attention', 'Using torch device: NVIDIA GeForce RTX 3090'],
  },
  FACT_TORCH_DETECTED: {
    says: [
      '                         Torch 2.1.2+cu118',
      'INFO     Torch 2.3.1+rocm6.0',
      'installed: torch==2.1.0+cu121 required: torch==2.1.0+cu118',
      'but you have torch 2.6.0+cu124 which is incompatible.',
    ],
    not: [
      'PyTorch 2.1.0+cu121 with CUDA 1201 (you have 2.0.1+cu118)',
      'PyTorch 2.1.0+cpu (you have 2.0.1+cu118)',
      'pip install torch==2.4.0+cu121',
      'Torch 2.1.2',
    ],
  },
  FACT_XFORMERS_VERSION: {
    says: ['xformers version: {xformers}', 'xFormers version: {xformers}'],
    not: ['xformers version: not installed'],
  },
  FACT_XFORMERS_FOOTER: {
    says: ['torch: {torch}  •  xformers: {xformers}  •  gradio: 3.41.2', 'xformers: {xformers}'],
    not: ['xformers: N/A', 'comfy-xformers: {xformers}'],
  },
  FACT_XFORMERS_INFO: {
    says: ['xFormers {xformers}', 'xFormers 0.0.30+4fa0149d.d20250411'],
    not: ['It was built with xFormers {xformers}', 'xFormers {xformers} is old', 'xFormers 1.0'],
  },
  FACT_XINFO_OPERATOR: {
    says: [
      'memory_efficient_attention.cutlassF-pt:            available',
      'memory_efficient_attention.fa2F@2.5.7-pt:          unavailable',
      'memory_efficient_attention.triton_splitKF:         available',
    ],
    not: ['memory_efficient_attention.cutlassF is fast', 'swiglu.dual_gemm_silu:     available'],
  },
  FACT_XINFO_CUDA: {
    says: ['pytorch.cuda:       available', 'pytorch.cuda:       not available'],
    not: ['pytorch.cuda: unknown', 'pytorch.version:    available'],
  },
  FACT_XINFO_BUILT: {
    says: ['build.torch_version:                               {torch}'],
    not: ['build.torch_version:                               None'],
  },
  FACT_XINFO_CAPABILITY: {
    says: ['gpu.compute_capability:                            {dotcc}'],
    not: ['gpu.compute_capability: unknown'],
  },
  FACT_XINFO_GPU: {
    says: ['gpu.name:                                          {gpu}'],
    not: ['gpu.name:', 'gpu.compute_capability:       {dotcc}'],
  },
  FACT_PYTHON_VERSION: {
    says: [
      'Python version: {python} (main, Oct  9 2025, 11:07:00) [GCC 14.3.0]',
      '** Python version: {python} (tags/v3.11.9:de54cf5, Apr  2 2024, 10:12:12)',
      '- **Python Version:** {python} | packaged by conda-forge',
    ],
    not: ['Python version: unknown', 'Python versions: {python}'],
  },
  FACT_PYTHON_BANNER: {
    says: [
      'Python {python} (tags/v3.10.6:9c7b4bd, Aug  1 2022, 21:53:49) [MSC v.1932 64 bit (AMD64)]',
      'Python {python} | packaged by conda-forge | (main, Aug 22 2022, 20:30:19)',
      'INFO     Python {python} on Windows',
    ],
    not: [
      'Python  {python} (you have {python})',
      'Python {python} (you have {python})',
      'Python {python} is fine',
      'IronPython {python} (x)',
    ],
  },
  FACT_PYTHON_FOOTER: {
    says: [
      'version: v1.10.1  •  python: {python}  •  torch: {torch}',
      'INFO     Python: version={python} platform=Windows bin="{path}/python.exe"',
    ],
    not: ['Python: virtual environment not detected', 'micropython: {python}'],
  },
  FACT_PYTHON_EXECUTABLE: {
    says: [
      '** Python executable: {path}\\python_embeded\\python.exe',
      '** Python executable: {path}/bin/python3.12',
    ],
    not: ['** Python executable: unknown', 'Python executable not found'],
  },
  FACT_VENV: {
    says: ['venv "{path}\\venv\\Scripts\\Python.exe"'],
    not: ['"{path}\\python.exe" -m venv venv', 'my-venv "{path}\\python.exe"', 'venv "{path}"'],
  },
} satisfies Samples;
