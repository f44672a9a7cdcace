import { describe, expect, it } from 'vitest';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';
import { old, usual, onLinux, young, amd, intel } from '../../../support/stated-machines.ts';

/** What the text is, on which machine, and what it comes to: cause and kind of fix. */
type Row = readonly [text: string, machine: StatedFacts | undefined, cause: string, fix: string];

const wheel = 'other install_matching_accel_wheel';
const kitchen = (name: string): string => `module 'comfy_kitchen' has no attribute '${name}'`;
const infer = (name: string, type: string): string =>
  `ValueError: infer_schema(func): Parameter ${name} has unsupported type ${type}. The valid types are: dict_keys([<class 'torch.Tensor'>])`;

const rows: readonly Row[] = [
  [
    "ModuleNotFoundError: No module named 'triton.backends'",
    usual,
    'triton_version_mismatch',
    'install_triton_windows',
  ],
  [
    'RuntimeError: Expected query, key, and value to have the same dtype, but got query.dtype: float key.dtype: float',
    usual,
    'attention_input_unsupported',
    'other do_not_force_op_or_fix_input',
  ],
  [
    'RuntimeError: No HIP GPUs are available',
    amd,
    'cuda_device_unavailable',
    'other fix_device_environment',
  ],
  [
    'HSA_STATUS_ERROR_INVALID_ISA: The instruction set architecture is invalid.',
    amd,
    'amd_unsupported',
    'other install_vendor_torch',
  ],
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
});
