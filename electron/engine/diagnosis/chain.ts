import type { Cause } from '../../../shared/taxonomy.ts';

/**
 * The order in which one thing leads to another, earliest first (cases/taxonomy.md, the rule
 * of precedence): of several causes the earliest is the root. Within a stage, the cause that
 * says more stands first.
 */
const stages: readonly (readonly Cause[])[] = [
  // What the machine is.
  [
    'apple_mps_unsupported',
    'intel_xpu_unsupported',
    'amd_unsupported',
    'wrong_vendor_torch_build',
    'nvidia_driver_too_old',
    'cuda_device_unavailable',
  ],
  // What torch is.
  [
    'torch_replaced_by_pip',
    'torch_cpu_build',
    'torch_missing_new_gpu_arch',
    'torch_dropped_old_gpu_arch',
    'torchvision_torch_mismatch',
    'numpy_abi_mismatch',
  ],
  // What an installation met.
  [
    'disk_full',
    'pep668_managed_env',
    'windows_long_path',
    'file_locked_or_denied',
    'network_failure',
    'wrong_python_env',
    'no_matching_wheel',
    'source_build_failed',
  ],
  // What the acceleration packages are.
  [
    'attention_gpu_too_old',
    'attention_gpu_too_new',
    'xformers_torch_mismatch',
    'flash_attn_binary_mismatch',
    'vc_runtime_dll_broken',
    'triton_version_mismatch',
    'python_headers_missing',
    'triton_toolchain_missing',
    'triton_stale_cache',
    'sageattention_binary_mismatch',
    'sageattention_wrong_build',
    'triton_missing_required',
    'xformers_incomplete_build',
    'attention_api_break',
    'attention_input_unsupported',
    'sageattention_bad_output',
    'install_corrupted',
    'nan_precision',
  ],
  // What is then missing or not used.
  ['accel_package_not_installed', 'acceleration_flag_not_set'],
  ['not_attention_oom', 'not_attention_other'],
  ['torch_flash_warning_benign', 'triton_missing_benign', 'healthy'],
];

const order = stages.flat();

/** The place in the chain; smaller is earlier. */
export function placeInChain(cause: Cause): number {
  return order.indexOf(cause);
}

const acceleration = stages[3] ?? [];
const absence = stages[4] ?? [];
const installation = stages[2] ?? [];

/** What each root cause makes inevitable: shown as its consequence, not as a second fault. */
export const explains: Partial<Record<Cause, readonly Cause[]>> = {
  apple_mps_unsupported: [...installation, ...acceleration, ...absence, 'torch_cpu_build'],
  intel_xpu_unsupported: [...acceleration, ...absence, 'torch_cpu_build'],
  amd_unsupported: [...acceleration, ...absence, 'torch_cpu_build', 'wrong_vendor_torch_build'],
  wrong_vendor_torch_build: [...acceleration, ...absence, 'torch_cpu_build'],
  nvidia_driver_too_old: ['cuda_device_unavailable', ...acceleration, ...absence],
  cuda_device_unavailable: [...acceleration, ...absence],
  torch_replaced_by_pip: [
    'torch_cpu_build',
    'torchvision_torch_mismatch',
    ...acceleration,
    ...absence,
  ],
  torch_cpu_build: ['torchvision_torch_mismatch', ...acceleration, ...absence],
  torch_missing_new_gpu_arch: acceleration,
  torch_dropped_old_gpu_arch: acceleration,
  torchvision_torch_mismatch: [...absence],
  numpy_abi_mismatch: absence,
  disk_full: ['network_failure', 'no_matching_wheel', 'source_build_failed', ...absence],
  pep668_managed_env: absence,
  windows_long_path: ['source_build_failed', 'no_matching_wheel', ...absence],
  network_failure: ['no_matching_wheel', 'source_build_failed', ...absence],
  no_matching_wheel: ['source_build_failed', ...absence],
  source_build_failed: absence,
  wrong_python_env: ['no_matching_wheel', 'source_build_failed', ...absence],
  // A package that does not load is not the reason that another one is missing.
  xformers_torch_mismatch: ['xformers_incomplete_build', 'acceleration_flag_not_set'],
  flash_attn_binary_mismatch: ['xformers_incomplete_build', 'acceleration_flag_not_set'],
  vc_runtime_dll_broken: [
    'triton_version_mismatch',
    'triton_missing_required',
    'acceleration_flag_not_set',
  ],
  triton_version_mismatch: ['triton_missing_required', 'acceleration_flag_not_set'],
  python_headers_missing: [
    'triton_toolchain_missing',
    'triton_missing_required',
    'acceleration_flag_not_set',
  ],
  triton_toolchain_missing: ['triton_missing_required', 'acceleration_flag_not_set'],
  triton_missing_required: ['acceleration_flag_not_set'],
};
