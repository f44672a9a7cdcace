import { told, type LogTemplate } from './template.ts';

const device = 'Device: cuda:0 {nvidia} : cudaMallocAsync';
const raised = '  File "{packages}/torch/cuda/__init__.py", line {n}, in _lazy_init';

export const torchTemplates: readonly LogTemplate[] = [
  {
    name: 'torch for the processor alone, beside a NVIDIA card',
    cause: 'torch_cpu_build',
    fix: 'reinstall_torch_cuda',
    verdict: 'problem',
    stated: { gpu: '{nvidia}' },
    lines: [
      'Traceback (most recent call last):',
      raised,
      `${told}AssertionError: Torch not compiled with CUDA enabled`,
    ],
  },
  {
    name: 'the banner of xFormers shows a torch for the processor alone',
    cause: 'torch_cpu_build',
    fix: 'reinstall_torch_cuda',
    verdict: 'problem',
    lines: [
      "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:",
      `${told}    PyTorch {newtorch} with CUDA 1208 (you have {cputorch})`,
      '    Python  {python} (you have {otherpython})',
    ],
  },
  {
    name: 'pip takes the CUDA torch out',
    cause: 'torch_replaced_by_pip',
    fix: 'reinstall_torch_cuda',
    verdict: 'problem',
    lines: [
      'Installing collected packages: torch, torchvision',
      '  Attempting uninstall: torch',
      `${told}    Found existing installation: torch {oldtorch}`,
      '    Uninstalling torch-{oldtorch}:',
      '      Successfully uninstalled torch-{oldtorch}',
      'Successfully installed torch-2.12.0 torchvision-0.27.0',
      'AssertionError: Torch not compiled with CUDA enabled',
    ],
  },
  {
    name: 'torch names the architectures it has, without this one',
    cause: 'torch_missing_new_gpu_arch',
    fix: 'upgrade_torch_for_gpu_arch',
    verdict: 'problem',
    lines: [
      '{packages}/torch/cuda/__init__.py:{n}: UserWarning:',
      `${told}{blackwell} with CUDA capability sm_120 is not compatible with the current PyTorch installation.`,
      'The current PyTorch install supports CUDA capabilities sm_50 sm_60 sm_61 sm_70 sm_75 sm_80 sm_86 sm_90.',
      'If you want to use the {blackwell} GPU with PyTorch, please check the instructions at https://pytorch.org/get-started/locally/',
    ],
  },
  {
    name: 'no kernel image, a new card and an old torch',
    cause: 'torch_missing_new_gpu_arch',
    fix: 'upgrade_torch_for_gpu_arch',
    verdict: 'problem',
    lines: [
      'pytorch version: {oldtorch}',
      'Device: cuda:0 {blackwell} : cudaMallocAsync',
      `${told}RuntimeError: CUDA error: no kernel image is available for execution on the device`,
      'CUDA kernel errors might be asynchronously reported at some other API call, so the stacktrace below might be incorrect.',
    ],
  },
  {
    name: 'torch says that the card is too old',
    cause: 'torch_dropped_old_gpu_arch',
    fix: 'other',
    detail: 'torch_cu126_for_old_gpu',
    verdict: 'problem',
    lines: [
      `${told}    Found GPU0 {pascal} which is of cuda capability 6.1.`,
      '    PyTorch no longer supports this GPU because it is too old.',
      '    The minimum cuda capability supported by this library is 7.5.',
    ],
  },
  {
    name: 'no kernel image, an old card and a new torch',
    cause: 'torch_dropped_old_gpu_arch',
    fix: 'other',
    detail: 'torch_cu126_for_old_gpu',
    verdict: 'problem',
    lines: [
      'pytorch version: 2.9.1+cu130',
      'Device: cuda:0 {pascal} : cudaMallocAsync',
      `${told}torch.AcceleratorError: CUDA error: no kernel image is available for execution on the device`,
    ],
  },
  {
    name: 'torchvision without the operators of this torch',
    cause: 'torchvision_torch_mismatch',
    fix: 'reinstall_torch_cuda',
    verdict: 'problem',
    lines: [
      '  File "{packages}/torchvision/_meta_registrations.py", line {n}, in <module>',
      `${told}RuntimeError: operator torchvision::nms does not exist`,
    ],
  },
  {
    name: 'torchvision for another CUDA',
    cause: 'torchvision_torch_mismatch',
    fix: 'reinstall_torch_cuda',
    verdict: 'problem',
    lines: [
      `${told}RuntimeError: Detected that PyTorch and torchvision were compiled with different CUDA major versions. PyTorch has CUDA Version=12.8 and torchvision has CUDA Version=11.8.`,
    ],
  },
  {
    name: 'a driver from before this CUDA',
    cause: 'nvidia_driver_too_old',
    fix: 'update_driver',
    verdict: 'problem',
    lines: [
      `${told}RuntimeError: The NVIDIA driver on your system is too old (found version 11080). Please update your GPU driver by downloading and installing a new version from the URL: http://www.nvidia.com/Download/index.aspx`,
    ],
  },
  {
    name: 'a right build and no device',
    cause: 'cuda_device_unavailable',
    fix: 'other',
    detail: 'fix_device_environment',
    verdict: 'problem',
    lines: ['pytorch version: {torch}', raised, `${told}RuntimeError: No CUDA GPUs are available`],
  },
  {
    name: 'a driver that crashed',
    cause: 'cuda_device_unavailable',
    fix: 'other',
    detail: 'fix_device_environment',
    verdict: 'problem',
    lines: [
      `${told}RuntimeError: CUDA unknown error - this may be due to an incorrectly set up environment, e.g. changing env variable CUDA_VISIBLE_DEVICES after program start. Setting the available devices to be zero.`,
    ],
  },
  {
    name: "NVIDIA's torch beside an AMD card",
    cause: 'wrong_vendor_torch_build',
    fix: 'other',
    detail: 'install_vendor_torch',
    verdict: 'problem',
    stated: { gpu: '{radeon}' },
    lines: [
      'pytorch version: {torch}',
      raised,
      `${told}RuntimeError: Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx`,
    ],
  },
  {
    name: 'ROCm without code for this card',
    cause: 'amd_unsupported',
    fix: 'other',
    detail: 'install_vendor_torch',
    verdict: 'hardware_limit',
    lines: [
      'pytorch version: {rocmtorch}',
      'AMD arch: gfx1036',
      `${told}RuntimeError: HIP error: invalid device function`,
    ],
  },
  {
    name: 'a kernel that Apple does not have',
    cause: 'apple_mps_unsupported',
    fix: 'none_hardware_limit',
    verdict: 'hardware_limit',
    stated: { gpu: '{apple}', os: 'macOS' },
    lines: [
      '  File "/Users/me/ComfyUI/venv/lib/python3.12/site-packages/torch/cuda/__init__.py", line {n}',
      `${told}AssertionError: Torch not compiled with CUDA enabled`,
    ],
  },
  {
    name: "code for NVIDIA alone on Intel's card",
    cause: 'intel_xpu_unsupported',
    fix: 'none_hardware_limit',
    verdict: 'hardware_limit',
    lines: [
      'pytorch version: {xputorch}',
      'Device: xpu:0 {arc}',
      raised,
      `${told}AssertionError: Torch not compiled with CUDA enabled`,
    ],
  },
  {
    name: 'modules for NumPy 1 beside NumPy 2',
    cause: 'numpy_abi_mismatch',
    fix: 'repair_install',
    verdict: 'problem',
    lines: [
      `${told}A module that was compiled using NumPy 1.x cannot be run in`,
      'NumPy 2.2.6 as it may crash. To support both 1.x and 2.x',
      'versions of NumPy, modules must be compiled with NumPy 2.0.',
    ],
  },
  {
    name: 'NaN in half precision',
    cause: 'nan_precision',
    fix: 'change_launch_flag',
    verdict: 'problem',
    lines: [
      device,
      `${told}modules.devices.NansException: A tensor with all NaNs was produced in Unet. This could be either because there's not enough precision to represent the picture, or because your video card does not support half type.`,
    ],
  },
  {
    name: 'a library of the compiler for Visual C++ is missing',
    cause: 'vc_runtime_dll_broken',
    fix: 'other',
    detail: 'fix_vc_runtime_dlls',
    verdict: 'problem',
    lines: [
      `${told}OSError: [WinError 126] {nomodule} Error loading "{winpackages}\\torch\\lib\\fbgemm.dll" or one of its dependencies.`,
    ],
  },
];
