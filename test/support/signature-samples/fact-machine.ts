import type { Samples } from './sample.ts';

/** What programs say of the machine and of how they were started. */
export const machineFactSamples = {
  FACT_DEVICE: {
    says: [
      'Device: cuda:0 {gpu} : cudaMallocAsync',
      'Device: cuda:1 {gpu} : native',
      'Device: cpu',
      'Device: mps',
      'Device: xpu:0 Intel(R) Arc(TM) A770 Graphics',
      'Device: privateuseone',
    ],
    not: [
      'VAE load device: cuda:0, offload device: cpu, dtype: torch.bfloat16',
      'model weight offload device: cpu',
      'Device: {word}',
      'Devices: cuda:0 {gpu}',
    ],
  },
  FACT_DEVICE_REPORT: {
    says: ['- **Name:** cuda:0 {gpu} : cudaMallocAsync', '- **Name:** mps', '- **Name:** cpu'],
    not: ['- **Name:** {word}', '- **Type:** cuda'],
  },
  FACT_GPU_LISTED: {
    says: [
      'GPU models and configuration: GPU 0: {gpu}',
      'GPU 1: {gpu}',
      'GPU 0: {gpu} (UUID: GPU-11111111-2222-3333-4444-555555555555)',
    ],
    not: ['GPU 0: 45C', 'GPU 0 has a total capacity of 24 GiB'],
  },
  FACT_GPU_NAMED: {
    says: [
      'Found GPU0 {gpu} which is of cuda capability {dotcc}.',
      '|   0  NVIDIA GeForce RTX 4060 Ti   WDDM  |',
      'AMD Radeon RX 7900 XTX',
      'AMD Radeon(TM) Graphics',
      'Intel(R) Arc(TM) A770 Graphics',
      'Apple M3 Max',
      'NVIDIA RTX 6000 Ada Generation',
      'NVIDIA A100-SXM4-80GB',
      'NVIDIA H100 80GB HBM3',
      'NVIDIA L40S',
      'Quadro RTX 5000',
      'Quadro P4000',
    ],
    not: ['NVIDIA RTX needed', 'NVIDIA All rights reserved', 'apple mps', 'a GeForce card'],
  },
  FACT_SMI: {
    says: [
      '| NVIDIA-SMI 535.104.05     Driver Version: 536.23       CUDA Version: 12.2     |',
      '| NVIDIA-SMI 580.95.05      Driver Version: 580.95.05    CUDA Version: 13.0     |',
    ],
    not: ['Nvidia driver version: 550.54.14', 'Driver Version: unknown'],
  },
  FACT_DRIVER_LISTED: {
    says: ['Nvidia driver version: 550.54.14', '        "nvidia_driver_version": "531.18",'],
    not: ['Nvidia driver version: Could not collect', 'Driver Version: 536.23'],
  },
  FACT_CUDA_AVAILABLE: {
    says: ['Is CUDA available: True', 'CUDA available: False'],
    not: ['Is CUDA available: N/A', 'CUDA available'],
  },
  FACT_AMD_ARCH: { says: ['AMD arch: gfx1201', 'AMD arch: gfx90a'], not: ['AMD arch: unknown'] },
  FACT_DIRECTML: {
    says: [
      'Using directml with device: AMD Radeon RX 6800',
      'python main.py --directml',
      'Device: privateuseone',
      "ModuleNotFoundError: No module named 'torch_directml'",
    ],
    not: ['usage: main.py [-h] [--directml [DIRECTML_DEVICE]]', 'DirectML is for AMD'],
  },
  FACT_ZLUDA: {
    says: ['** ZLUDA detected', 'Device: cuda:0 AMD Radeon RX 6800 [ZLUDA] : native'],
    not: ['usage: launch.py [-h] [--use-zluda]', 'ZLUDA is only supported on Windows', 'zludas'],
  },
  FACT_PLATFORM: {
    says: [
      '** Platform: Windows',
      '** Platform: Linux',
      'Platform: arch=AMD64 cpu=Intel64 Family 6 Model 151, GenuineIntel system=Windows release=11',
      'Platform: arch=x86_64 cpu= system=Linux release=6.8.0',
    ],
    not: ['Platform: {word}x', 'Platforms: Windows, Linux'],
  },
  FACT_WHEEL_PLATFORM: {
    says: [
      '  Downloading torch-{torch}-cp312-cp312-win_amd64.whl.metadata (30 kB)',
      'Using cached xformers-0.0.35-py39-none-manylinux_2_28_x86_64.whl (3.3 MB)',
      'Downloading numpy-{n}.0-cp312-cp312-macosx_11_0_arm64.whl',
    ],
    not: ['Downloading six-1.17.0-py2.py3-none-any.whl', 'an old win_amd64 machine'],
  },
  FACT_OS_LISTED: {
    says: [
      'OS: Ubuntu 22.04.4 LTS (x86_64)',
      'OS: Microsoft Windows 11 Pro',
      'OS: macOS 14.5 (arm64)',
    ],
    not: ['Videos: Windows of time', 'OS: unknown', '- **OS:** nt'],
  },
  FACT_OS_REPORT: {
    says: ['- **OS:** nt', '- **OS:** posix', '- **OS:** win32', '- **OS:** linux'],
    not: ['- **OS:** ntfs', 'OS: nt'],
  },
  FACT_COMFYUI_VERSION: {
    says: [
      'ComfyUI version: 0.3.64',
      '- **ComfyUI Version:** v0.3.12',
      "### ComfyUI Version: v0.3.10-17-gdf1 | Released on '2025-01-01'",
    ],
    not: ['ComfyUI frontend version: 1.28.6', 'ComfyUI version: unknown'],
  },
  FACT_ARGUMENTS: {
    says: [
      'python main.py --use-sage-attention --listen',
      '{path}>.\\python_embeded\\python.exe -s ComfyUI\\main.py --windows-standalone-build --fast',
      '- **Arguments:** ComfyUI\\main.py --lowvram',
      '$ ./webui.sh --xformers',
      'set COMMANDLINE_ARGS=--xformers --medvram',
      "INFO     Command line args: ['--use-cuda', '--debug']",
    ],
    not: [
      'usage: main.py [-h] [--listen [IP]] [--use-sage-attention]',
      'File "main.py", line {n}',
      'set COMMANDLINE_ARGS=',
      'python main.py # --lowvram',
    ],
  },
  FACT_NO_ARGUMENTS: {
    says: [
      'Launching Web UI with arguments: --xformers --api',
      'Launching Web UI with arguments: ',
      'Launching API server with arguments: --nowebui',
    ],
    not: ['Started the Web UI with arguments: --xformers'],
  },
  FACT_SETTING_VRAM: {
    says: ['Set vram state to: NORMAL_VRAM'],
    not: ['Set vram state: NORMAL_VRAM'],
  },
} satisfies Samples;
