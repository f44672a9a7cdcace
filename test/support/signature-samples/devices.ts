import type { Samples } from './sample.ts';

export const deviceSamples = {
  PT_DEVICE_BUSY: {
    says: [
      'RuntimeError: CUDA error: all CUDA-capable devices are busy or unavailable',
      'torch.AcceleratorError: CUDA error: no CUDA-capable device is detected',
      'CUDA error: CUDA-capable device(s) is/are busy or unavailable',
      '[100] Call to cuInit results in CUDA_ERROR_NO_DEVICE',
    ],
    not: ['a CUDA-capable device is needed', 'No CUDA GPUs are available'],
  },
  PT_DEVICE_GONE: {
    says: [
      'UserWarning: CUDA initialization: Unexpected error from cudaGetDeviceCount(). Did you run some cuda functions before calling NumCudaDevices()',
      'RuntimeError: CUDA driver initialization failed, you might not have a CUDA gpu.',
      'Error 804: forward compatibility was attempted on non supported HW',
      'Error 802: system not yet initialized',
      'Error 803: system has unsupported display driver / cuda driver combination',
      'Failed to initialize NVML: Driver/library version mismatch',
      'Unable to determine the device handle for GPU 0000:01:00.0: GPU is lost.  Reboot the system to recover this GPU',
    ],
    not: [
      'CUDA initialization: The NVIDIA driver on your system is too old (found version 11040).',
      'CUDA initialization: Found no NVIDIA driver on your system.',
      "UserWarning: Can't initialize NVML",
    ],
  },
  SAGE_PATCHED: {
    says: ['Patching comfy attention to use sageattn', 'Patching comfy attention to use auto'],
    not: ['Restoring initial comfy attention'],
  },
  PIP_SDIST: {
    says: [
      'Downloading xformers-0.0.28.tar.gz (7.8 MB)',
      '  Using cached flash_attn-2.7.4.post1.tar.gz (6.0 MB)',
      'Downloading {path}/sageattention-1.0.6.tar.gz'.replace('{path}', 'packages'),
    ],
    not: ['Downloading numpy-1.26.4.tar.gz (15.8 MB)', 'Using cached xformers-0.0.28-cp311.whl'],
  },
  PT_NOT_FOR_XPU: {
    says: [
      "NotImplementedError: The operator 'aten::{word}' is not currently implemented for the XPU device.",
    ],
    not: ["The operator 'aten::{word}' is not currently implemented for the MPS device."],
  },
  PT_NOT_FOR_MPS: {
    says: [
      "NotImplementedError: The operator 'aten::{word}' is not currently implemented for the MPS device.",
      "The operator 'torchvision::nms' is not implemented for the MPS device",
    ],
    not: [
      "The operator 'aten::{word}' is not currently supported on the MPS backend and will fall back to run on the CPU.",
      "The operator 'aten::{word}' is not currently implemented for the XPU device.",
    ],
  },
  FRAME_ASYNCIO: {
    says: [
      'Exception in callback _ProactorBasePipeTransport._call_connection_lost(None)',
      '  File "{path}\\asyncio\\proactor_events.py", line 162, in _call_connection_lost',
    ],
    not: ['  File "{path}\\asyncio\\windows_events.py", line {n}', 'proactor events'],
  },
  PIP_CACHED: {
    says: [
      '  Using cached torch-2.5.1-cp312-cp312-win_amd64.whl (203.0 MB)',
      'Using cached {word}',
    ],
    not: ['Using the cached file', 'Using uncached memory'],
  },
  PT_NO_XPU: {
    says: ['AssertionError: Torch not compiled with XPU enabled'],
    not: ['AssertionError: Torch not compiled with CUDA enabled'],
  },
  OS_DLL_DEPENDENCY: {
    says: [
      '                         "{path}\\torch\\lib\\fbgemm.dll" or one of its dependencies.',
      'Error loading "{path}/torch/lib/c10.dll" or one of its dependencies.',
    ],
    not: ['the package {word} or one of its dependencies is missing'],
  },
} satisfies Samples;
