import type { Samples } from './sample.ts';

export const pytorchSamples = {
  PT_USE_FLASH_NOT_ENABLED: {
    says: [
      'RuntimeError: USE_FLASH_ATTENTION was not enabled for build.',
      '!!! Exception during processing!!! USE_FLASH_ATTENTION was not enabled for build.',
    ],
    not: ['USE_FLASH_ATTENTION=1'],
  },
  PT_NOT_COMPILED_FLASH: {
    says: [
      'UserWarning: 1Torch was not compiled with flash attention. (Triggered internally at {path}/sdp_utils.cpp:{n}.)',
      'Torch was not compiled with flash attention.',
    ],
    not: ['Torch was not compiled with memory efficient attention.'],
  },
  PT_NOT_COMPILED_MEMEFF: {
    says: ['Torch was not compiled with memory efficient attention.'],
    not: ['Torch was not compiled with flash attention.'],
  },
  PT_FLASH_SM_RANGE: {
    says: [
      'Flash attention only supports gpu architectures in the range [sm80, sm121]. Attempting to run on a sm {dotcc} gpu.',
      'Mem Efficient Attention only supports sm in the range [sm50, sm121]. Attempting to run on a sm {dotcc} gpu.',
    ],
    not: ['Attempting to run on a sm {word}'],
  },
  PT_KERNEL_NOT_USED: {
    says: [
      'UserWarning: Flash attention kernel not used because: (Triggered internally at {path}:{n}.)',
      'Memory efficient kernel not used because:',
      'CuDNN attention kernel not used because:',
    ],
    not: ['The {word} kernel not used because of its size'],
  },
  PT_NO_AVAILABLE_KERNEL: {
    says: [
      'RuntimeError: No available kernel. Aborting execution.',
      'RuntimeError: No available kernel.  Aborting execution.',
    ],
    not: ['No available kernel for {word}'],
  },
  PT_NO_CUDA: {
    says: [
      'AssertionError: Torch not compiled with CUDA enabled',
      '- **Exception Message:** Torch not compiled with CUDA enabled',
    ],
    not: ['Torch compiled with CUDA enabled'],
  },
  PT_A1111_NO_GPU: {
    says: [
      'RuntimeError: Torch is not able to use GPU; add --skip-torch-cuda-test to COMMANDLINE_ARGS variable to disable this check',
    ],
    not: ['Torch is able to use GPU'],
  },
  PT_XF_NO_GPU: {
    says: [
      "ValueError: torch.cuda.is_available() should be True but is False. xformers' memory efficient attention is only available for GPU",
    ],
    not: ['{word} should be True but is False'],
  },
  PT_KERNEL_BUILT_FOR: {
    says: [
      'FATAL: kernel `fmha_cutlassF_f16_aligned_32x128_gmem_sm80` is for sm80-sm100, but was built for sm37',
    ],
    not: ['FATAL: kernel `{word}` is for sm80-sm100, and was built for it'],
  },
  PT_XPU_NO_DEVICE: {
    says: [
      'UserWarning: XPU device count is zero! (Triggered internally at XPUFunctions.cpp:{n}.)',
      'RuntimeError: No XPU devices are available.',
      'UserWarning: Failed to initialize XPU devices. The driver may not be installed, installed incorrectly, or incompatible with the current setup.',
    ],
    not: ['XPU device count is one'],
  },
  PT_NO_KERNEL_IMAGE: {
    says: [
      'RuntimeError: CUDA error: no kernel image is available for execution on the device',
      'torch.AcceleratorError: CUDA error: no kernel image is available for execution on the device',
    ],
    not: ['no kernel image is available in {path}'],
  },
  PT_NOT_COMPATIBLE_GPU: {
    says: [
      '{gpu} with CUDA capability {sm} is not compatible with the current PyTorch installation.',
    ],
    not: ['{gpu} is not compatible with the current PyTorch installation'],
  },
  PT_ARCH_LIST: {
    says: [
      'The current PyTorch install supports CUDA capabilities sm_50 sm_60 sm_61 sm_70 sm_75 sm_80 sm_86 sm_90.',
      'The current PyTorch install supports CUDA capabilities sm_75 sm_80 compute_90.',
    ],
    not: ['The current PyTorch install supports CUDA capabilities'],
  },
  PT_TOO_OLD_GPU: {
    says: [
      '    Found GPU{n} {gpu} which is of cuda capability {dotcc}.',
      '    Found GPU0 {gpu} which is of compute capability (CC) {dotcc}.',
    ],
    not: ['Found GPU0 {gpu}', 'a card which is of cuda capability unknown'],
  },
  PT_TOO_OLD_GPU_LIMITS: {
    says: [
      '    The minimum cuda capability supported by this library is {dotcc}.',
      '    Minimum and Maximum cuda capability supported by this version of PyTorch is',
      'Minimum and Maximum cuda capability supported by this version of PyTorch is ({dotcc}) - ({dotcc})',
    ],
    not: ['cuda capability supported by this node'],
  },
  PT_NO_LONGER_SUPPORTS: {
    says: ['    PyTorch no longer supports this GPU because it is too old.'],
    not: ['The driver no longer supports this GPU'],
  },
  PT_MAXWELL_REMOVED: {
    says: [
      'Support for Maxwell and Pascal architectures is removed for CUDA 12.8+ builds.',
      'Please install CUDA 12.6 builds if you require Maxwell or Pascal support.',
    ],
    not: ['Support for Maxwell is there'],
  },
  PT_DRIVER_OLD: {
    says: [
      'RuntimeError: The NVIDIA driver on your system is too old (found version {n}). Please update your GPU driver by downloading and installing a new version',
    ],
    not: ['The driver on your system is too old'],
  },
  PT_DRIVER_INSUFFICIENT: {
    says: [
      'CUDA error: CUDA driver version is insufficient for CUDA runtime version',
      'cudaErrorInsufficientDriver: CUDA driver version is insufficient for CUDA runtime version',
    ],
    not: ['driver version is insufficient'],
  },
  PT_UNSUPPORTED_TOOLCHAIN: {
    says: [
      'RuntimeError: CUDA error: the provided PTX was compiled with an unsupported toolchain.',
    ],
    not: ['an unsupported toolchain was found'],
  },
  PT_NO_NVIDIA_DRIVER: {
    says: [
      'RuntimeError: Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver',
    ],
    not: ['Found an NVIDIA driver on your system'],
  },
  PT_NO_GPUS: {
    says: ['RuntimeError: No CUDA GPUs are available'],
    not: ['2 CUDA GPUs are available'],
  },
  PT_CUDA_UNKNOWN: {
    says: [
      'RuntimeError: CUDA unknown error - this may be due to an incorrectly set up environment, e.g. changing env variable CUDA_VISIBLE_DEVICES after program start.',
      'UserWarning: CUDA initialization: Unexpected error from cudaGetDeviceCount(). Did you run some cuda functions before calling NumCudaDevices()?',
    ],
    not: ['CUDA error: out of memory'],
  },
  PT_INVALID_CONFIG: {
    says: ['RuntimeError: CUDA error: invalid configuration argument'],
    not: ['invalid configuration argument --{word}'],
  },
  PT_ILLEGAL_ACCESS: {
    says: [
      'RuntimeError: CUDA error: an illegal memory access was encountered',
      'CUDA illegal memory access',
    ],
    not: ['illegal memory access pattern in {word}'],
  },
  PT_TRITON_MISSING: {
    says: [
      'RuntimeError: Cannot find a working triton installation. Either the package is not installed or it is too old.',
      'Cannot find a working triton installation. More information on installing Triton can be found at {path}',
    ],
    not: ['A working triton installation was found'],
  },
  PT_TRITON_MISSING_CLASS: {
    says: ['torch._inductor.exc.TritonMissing: no triton'],
    not: ['my.exc.TritonMissing'],
  },
  PT_INDUCTOR_RAISED: {
    says: [
      "torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised:",
      "backend='inductor' raised:",
    ],
    not: ["backend='eager' raised:"],
  },
  PT_AOTRITON: {
    says: [
      'Flash Efficient attention on Current AMD GPU is still experimental. Enable it with TORCH_ROCM_AOTRITON_ENABLE_EXPERIMENTAL=1.',
      'Mem Efficient attention on Current AMD GPU is still experimental.',
    ],
    not: ['This feature is still experimental'],
  },
  PT_XF_HIP_ON_CUDA: {
    says: [
      'RuntimeError: HIP error: invalid device function',
      '"hipErrorNoBinaryForGpu: Unable to find code object for all current devices!"',
    ],
    not: ['HIP error: out of memory'],
  },
} satisfies Samples;
