import { describe, expect, it } from 'vitest';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';

const old: StatedFacts = { os: 'Windows', gpu: 'NVIDIA GeForce GTX 1080 Ti' };
const usual: StatedFacts = { os: 'Windows', gpu: 'NVIDIA GeForce RTX 4090', torch: '2.7.1+cu128' };
const onLinux: StatedFacts = { ...usual, os: 'Linux' };
const young: StatedFacts = { ...usual, gpu: 'NVIDIA GeForce RTX 5090' };
const amd: StatedFacts = { os: 'Windows', gpu: 'AMD Radeon RX 7600', torch: '2.9.1+rocm7.2' };
const intel: StatedFacts = { os: 'Linux', gpu: 'Intel Arc B580', torch: '2.9.0+xpu' };

/** What the text is, on which machine, and what it comes to: cause and kind of fix. */
type Row = readonly [text: string, machine: StatedFacts | undefined, cause: string, fix: string];

const wheel = 'other install_matching_accel_wheel';
const kitchen = (name: string): string => `module 'comfy_kitchen' has no attribute '${name}'`;
const infer = (name: string, type: string): string =>
  `ValueError: infer_schema(func): Parameter ${name} has unsupported type ${type}. The valid types are: dict_keys([<class 'torch.Tensor'>])`;

const rows: readonly Row[] = [
  // comfy-kitchen against torch and against the version that ComfyUI pins
  [infer('kernel_size', 'list[int]'), usual, 'attention_api_break', 'upgrade_torch_for_gpu_arch'],
  [infer('stride', 'list[int]'), old, 'attention_api_break', 'other torch_cu126_for_old_gpu'],
  [infer('query', 'torch.Tensor'), usual, 'attention_api_break', 'upgrade_torch_for_gpu_arch'],
  [
    `AttributeError: ${kitchen('int8_attention_is_available')}`,
    usual,
    'attention_api_break',
    wheel,
  ],
  [
    "ImportError: cannot import name 'AsymW4A8Int8Layout' from 'comfy_kitchen.tensor' (C:\\p\\comfy_kitchen\\tensor\\__init__.py)",
    usual,
    'attention_api_break',
    wheel,
  ],
  [
    "ModuleNotFoundError: No module named 'comfy_kitchen'",
    usual,
    'accel_package_not_installed',
    'install_into_right_python',
  ],
  [
    'Comfy Kitchen attention is unavailable. Install a Comfy Kitchen build with attention support to use --use-ck-attention.',
    usual,
    'accel_package_not_installed',
    'install_into_right_python',
  ],
  [
    'RuntimeError: INT8 attention requires the comfy-kitchen CUDA extension on SM75 or newer, or the HIP extension',
    old,
    'attention_gpu_too_old',
    'none_hardware_limit',
  ],
  [
    'ValueError: head_dim must be in [1, 256], got 512',
    usual,
    'attention_input_unsupported',
    'other do_not_force_op_or_fix_input',
  ],
  // Triton
  [
    'RuntimeError: Triton only support CUDA 10.0 or higher, but got CUDA version: 12.8',
    usual,
    'triton_version_mismatch',
    'install_triton_windows',
  ],
  [
    'RuntimeError: Triton only supports CUDA 10.0 or higher, but got CUDA version: 13.0',
    onLinux,
    'triton_version_mismatch',
    'other align_triton_with_torch',
  ],
  [
    "error: 'tt.fp_to_fp' op operation destroyed but still has uses",
    old,
    'attention_gpu_too_old',
    'none_hardware_limit',
  ],
  ['RuntimeError: PassManager::run failed', old, 'attention_gpu_too_old', 'none_hardware_limit'],
  ['RuntimeError: PassManager::run failed', amd, 'amd_unsupported', 'other use_supported_backend'],
  ['RuntimeError: PassManager::run failed', intel, 'intel_xpu_unsupported', 'none_hardware_limit'],
  [
    'RuntimeError: PassManager::run failed',
    young,
    'triton_version_mismatch',
    'install_triton_windows',
  ],
  [
    "ptxas info    : Compiling entry function 'quant_per_block_int8_kernel' for 'sm_61'\nRuntimeError: PassManager::run failed",
    undefined,
    'attention_gpu_too_old',
    'none_hardware_limit',
  ],
  [
    "AttributeError: type object 'CompiledKernel' has no attribute 'launch_enter_hook'",
    usual,
    'triton_version_mismatch',
    'install_triton_windows',
  ],
  [
    "AttributeError: 'JITFunction' object has no attribute '_fn_name'",
    onLinux,
    'triton_version_mismatch',
    'other align_triton_with_torch',
  ],
  [
    "C:\\t\\hip_utils.c:1:10: fatal error: 'hip/hip_runtime.h' file not found",
    amd,
    'triton_toolchain_missing',
    'install_compiler_or_headers',
  ],
  // Intel
  [
    'RuntimeError: No XPU devices are available.',
    intel,
    'cuda_device_unavailable',
    'update_driver',
  ],
  [
    'UserWarning: Failed to initialize XPU devices. The driver may not be installed, installed incorrectly, or incompatible with the current setup.',
    intel,
    'cuda_device_unavailable',
    'update_driver',
  ],
  [
    'RuntimeError: level_zero backend failed with error: 20 (UR_RESULT_ERROR_DEVICE_LOST)',
    intel,
    'cuda_device_unavailable',
    'update_driver',
  ],
  [
    'RuntimeError: level_zero backend failed with error: 39 (UR_RESULT_ERROR_OUT_OF_DEVICE_MEMORY)',
    intel,
    'not_attention_oom',
    'not_attention',
  ],
  // CUDA
  [
    'RuntimeError: CUDA error: operation not supported',
    usual,
    'cuda_device_unavailable',
    'change_launch_flag',
  ],
  [
    "Search for `cudaErrorNotSupported' in https://docs.nvidia.com/cuda/ for more information.",
    usual,
    'cuda_device_unavailable',
    'change_launch_flag',
  ],
  // ROCm
  [
    "Search for `hipErrorInvalidImage' in https://rocm.docs.amd.com/",
    amd,
    'amd_unsupported',
    'other install_vendor_torch',
  ],
  [
    'RuntimeError: CUDA error: device kernel image is invalid',
    amd,
    'amd_unsupported',
    'other install_vendor_torch',
  ],
  [
    'rocblaslt error: Could not load "C:\\r\\hipblaslt\\library\\TensileLibrary_lazy_gfx1102.dat"',
    amd,
    'amd_unsupported',
    'other install_vendor_torch',
  ],
  // Installing
  [
    '  Caused by: HTTP status client error (403 Forbidden) for url (https://download.pytorch.org/whl/cu128/torch/)',
    usual,
    'network_failure',
    'fix_network',
  ],
  [
    '  Caused by: HTTP status server error (503 Service Unavailable) for url (https://pypi.org/simple/torch/)',
    usual,
    'network_failure',
    'fix_network',
  ],
  [
    '  Caused by: HTTP status client error (404 Not Found) for url (https://download.pytorch.org/whl/cu999/torch/)',
    usual,
    'no_matching_wheel',
    'other use_supported_python_or_package',
  ],
  [
    'OSError: [WinError 193] %1 is not a valid Win32 application',
    usual,
    'install_corrupted',
    'repair_install',
  ],
  [
    'OSError: [WinError 193] %1 不是有效的 Win32 应用程序。 Error loading "D:\\p\\torch\\lib\\shm.dll" or one of its dependencies.',
    usual,
    'install_corrupted',
    'repair_install',
  ],
  [
    'FileNotFoundError: Cannot find a build variant for this system in kernels-community/flash-attn2 (revision: main):',
    onLinux,
    'no_matching_wheel',
    wheel,
  ],
  [
    'ERROR: sageattention-2.2.0+cu128torch2.8.0-cp311-cp311-win_amd64.whl is not a supported wheel on this platform.',
    usual,
    'no_matching_wheel',
    wheel,
  ],
  [
    'ERROR: pydantic_core-2.33.0-cp311-cp311-win_amd64.whl is not a supported wheel on this platform.',
    usual,
    'no_matching_wheel',
    'other use_supported_python_or_package',
  ],
  // SageAttention and Flash Attention
  [
    'RuntimeError: void transpose_pad_permute_cuda(at::Tensor, at::Tensor, int64_t) failed to dispatch data type BFloat16',
    usual,
    'sageattention_wrong_build',
    wheel,
  ],
  [
    'RuntimeError: void quant_per_warp_int8_cuda(at::Tensor) failed to dispatch data type Float',
    usual,
    'attention_input_unsupported',
    'other patch_only_diffusion_model',
  ],
  [
    'ValueError: Unsupported head_dim: 256',
    usual,
    'attention_input_unsupported',
    'other do_not_force_op_or_fix_input',
  ],
  [
    "ImportError: Flash attention not found. Install either FA2 ('flash_attn') or FA3 ('flash_attn_interface', pip package 'flash-attn-3').",
    usual,
    'accel_package_not_installed',
    'install_into_right_python',
  ],
  [
    'RuntimeError: Flash attention does not support attention masks',
    usual,
    'attention_input_unsupported',
    'other do_not_force_op_or_fix_input',
  ],
  [
    "ImportError: cannot import name 'flash_attn_func' from 'flash_attn' (unknown location)",
    onLinux,
    'install_corrupted',
    'repair_install',
  ],
  [
    "You have selected attention mode 'sage2'. However it is not installed or supported on your system.",
    usual,
    'accel_package_not_installed',
    'install_into_right_python',
  ],
];

describe('a text of the years 2025 and 2026', () => {
  it.each(rows)('%s', (text, machine, cause, fix) => {
    const [root] = analyse(text, machine ?? null).findings;
    const remedy = root?.remedies[0];
    expect([root?.cause, `${remedy?.fixKind ?? ''} ${remedy?.fixDetail ?? ''}`.trim()]).toEqual([
      cause,
      fix,
    ]);
  });

  it.each([
    [
      'UserWarning: Flash attention has been runtime disabled. (Triggered internally at sdp_utils_cpp.h:1.)',
      usual,
    ],
    ['UserWarning: Memory Efficient attention has been runtime disabled.', usual],
    ['WARNING: You need pytorch with cu130 or higher to use optimized CUDA operations.', usual],
    ['comfy_kitchen does not support MXFP8, please update comfy_kitchen.', usual],
    ['Could not run flash attention, disabling it: HIP error: invalid device function', amd],
    [
      'UserWarning: Attempting to use hipBLASLt on an unsupported architecture! Overriding blas backend to hipblas',
      amd,
    ],
    [
      "Failed to import triton, Error: No module named 'triton', the comfy-kitchen triton backend will not be available.",
      usual,
    ],
    [
      "Found comfy_kitchen backend triton: {'available': False, 'disabled': True, 'unavailable_reason': \"ImportError: No module named 'triton'\", 'capabilities': []}",
      usual,
    ],
  ])('raises no alarm: %s', (text, machine) => {
    const log = `Using pytorch attention\n${text}\nStarting server`;
    expect(['healthy', 'benign']).toContain(analyse(log, machine).verdict);
  });
});

describe('the reason why SageAttention fell back', () => {
  const because = (reason: string): string =>
    `Error running sage attention: ${reason}, using pytorch attention instead.`;

  it.each([
    ['PassManager::run failed', old, 'attention_gpu_too_old'],
    ['PassManager::run failed', amd, 'amd_unsupported'],
    ['Unsupported head_dim: 40', usual, 'attention_input_unsupported'],
    [
      'Input tensors must be in dtype of torch.float16 or torch.bfloat16',
      usual,
      'attention_input_unsupported',
    ],
    ['Unsupported CUDA architecture: sm75', old, 'attention_gpu_too_old'],
    [
      'SM89 kernel is not available. Make sure you GPUs with compute capability 8.9.',
      usual,
      'sageattention_wrong_build',
    ],
    [
      'Failed to find C compiler. Please specify via CC environment variable.',
      usual,
      'triton_toolchain_missing',
    ],
    [
      'Triton only support CUDA 10.0 or higher, but got CUDA version: 12.8',
      usual,
      'triton_version_mismatch',
    ],
    ['failed to dispatch data type BFloat16', usual, 'sageattention_wrong_build'],
  ])('%s', (reason, machine, cause) => {
    expect(analyse(because(reason), machine).findings[0]?.cause).toBe(cause);
  });

  it('is called unknown where nobody knows it', () => {
    const [root] = analyse(because('what nobody has ever read'), usual).findings;
    expect([root?.cause, root?.confidence]).toEqual(['attention_input_unsupported', 'low']);
  });
});
