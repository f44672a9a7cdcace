import type { Remedy, Severity } from '../../../shared/finding.ts';
import type { LinkId } from '../../../shared/links.ts';
import type { Cause } from '../../../shared/taxonomy.ts';

type Usual = { severity: Severity; remedy: Remedy; links?: readonly LinkId[] };

/**
 * How bad a cause is and what usually puts it right, unless a rule knows better. The kinds
 * are those of the taxonomy; a goal is named where a plan can be made for it.
 */
export const usual: Readonly<Record<Cause, Usual>> = {
  xformers_torch_mismatch: {
    severity: 'error',
    remedy: { goal: 'xformers', fixKind: 'upgrade_xformers_matching_torch' },
    links: ['xformers-readme'],
  },
  xformers_incomplete_build: {
    severity: 'error',
    remedy: { goal: 'xformers', fixKind: 'upgrade_xformers_matching_torch' },
    links: ['xformers-readme'],
  },
  attention_gpu_too_new: {
    severity: 'limit',
    remedy: { goal: 'pytorch-attention', fixKind: 'remove_xformers' },
  },
  attention_gpu_too_old: { severity: 'limit', remedy: none('none_hardware_limit') },
  attention_input_unsupported: {
    severity: 'error',
    remedy: other('do_not_force_op_or_fix_input'),
  },
  accel_package_not_installed: {
    severity: 'error',
    remedy: none('install_into_right_python'),
  },
  acceleration_flag_not_set: { severity: 'warning', remedy: none('change_launch_flag') },
  torch_cpu_build: {
    severity: 'error',
    remedy: { goal: 'torch-cuda', fixKind: 'reinstall_torch_cuda' },
    links: ['pytorch-install'],
  },
  torch_replaced_by_pip: {
    severity: 'error',
    remedy: { goal: 'torch-cuda', fixKind: 'reinstall_torch_cuda' },
    links: ['pytorch-install'],
  },
  torch_missing_new_gpu_arch: {
    severity: 'error',
    remedy: { goal: 'upgrade-stack', fixKind: 'upgrade_torch_for_gpu_arch' },
    links: ['pytorch-install'],
  },
  torch_dropped_old_gpu_arch: { severity: 'error', remedy: other('torch_cu126_for_old_gpu') },
  torchvision_torch_mismatch: {
    severity: 'error',
    remedy: { goal: 'torch-cuda', fixKind: 'reinstall_torch_cuda' },
    links: ['pytorch-install'],
  },
  torch_flash_warning_benign: { severity: 'harmless', remedy: none('none_benign_warning') },
  nvidia_driver_too_old: {
    severity: 'error',
    remedy: none('update_driver'),
    links: ['nvidia-drivers'],
  },
  cuda_device_unavailable: { severity: 'error', remedy: other('fix_device_environment') },
  wrong_vendor_torch_build: {
    severity: 'error',
    remedy: other('install_vendor_torch'),
    links: ['pytorch-install'],
  },
  triton_missing_benign: {
    severity: 'harmless',
    remedy: { goal: 'triton', fixKind: 'none_benign_warning' },
  },
  triton_missing_required: {
    severity: 'error',
    remedy: { goal: 'triton', fixKind: 'install_triton_windows' },
    links: ['triton-windows-readme'],
  },
  triton_version_mismatch: {
    severity: 'error',
    remedy: { goal: 'triton', fixKind: 'install_triton_windows' },
    links: ['triton-windows-readme'],
  },
  vc_runtime_dll_broken: {
    severity: 'error',
    remedy: other('fix_vc_runtime_dlls'),
    links: ['vc-runtime'],
  },
  triton_toolchain_missing: {
    severity: 'error',
    remedy: none('install_compiler_or_headers'),
    links: ['triton-windows-readme'],
  },
  python_headers_missing: {
    severity: 'error',
    remedy: none('install_compiler_or_headers'),
    links: ['triton-windows-readme'],
  },
  triton_stale_cache: { severity: 'error', remedy: other('clear_triton_cache') },
  sageattention_binary_mismatch: {
    severity: 'error',
    remedy: { ...other('install_matching_accel_wheel'), goal: 'sageattention' },
    links: ['sageattention-windows'],
  },
  sageattention_wrong_build: {
    severity: 'error',
    remedy: { ...other('install_matching_accel_wheel'), goal: 'sageattention' },
    links: ['sageattention-windows'],
  },
  sageattention_bad_output: { severity: 'error', remedy: none('change_launch_flag') },
  flash_attn_binary_mismatch: {
    severity: 'error',
    remedy: { ...other('install_matching_accel_wheel'), goal: 'flash-attn' },
  },
  source_build_failed: { severity: 'error', remedy: other('use_prebuilt_wheel_or_fix_build') },
  amd_unsupported: { severity: 'limit', remedy: other('use_supported_backend') },
  apple_mps_unsupported: { severity: 'limit', remedy: none('none_hardware_limit') },
  intel_xpu_unsupported: { severity: 'limit', remedy: none('none_hardware_limit') },
  no_matching_wheel: { severity: 'error', remedy: other('use_supported_python_or_package') },
  wrong_python_env: { severity: 'error', remedy: none('install_into_right_python') },
  install_corrupted: {
    severity: 'error',
    remedy: { goal: 'repair', fixKind: 'repair_install' },
  },
  numpy_abi_mismatch: {
    severity: 'error',
    remedy: { goal: 'repair', fixKind: 'repair_install' },
  },
  pep668_managed_env: { severity: 'error', remedy: other('use_venv') },
  network_failure: { severity: 'error', remedy: none('fix_network') },
  disk_full: { severity: 'error', remedy: other('free_disk_or_move_tmp') },
  file_locked_or_denied: { severity: 'error', remedy: none('close_comfyui') },
  windows_long_path: { severity: 'error', remedy: other('long_paths_or_wheel') },
  nan_precision: { severity: 'error', remedy: none('change_launch_flag') },
  attention_api_break: { severity: 'error', remedy: other('update_custom_node_or_app') },
  not_attention_oom: { severity: 'warning', remedy: none('not_attention') },
  not_attention_other: { severity: 'warning', remedy: none('not_attention') },
  healthy: { severity: 'ok', remedy: none('healthy') },
};

function none(fixKind: Remedy['fixKind']): Remedy {
  return { goal: null, fixKind };
}

function other(fixDetail: NonNullable<Remedy['fixDetail']>): Remedy {
  return { goal: null, fixKind: 'other', fixDetail };
}
