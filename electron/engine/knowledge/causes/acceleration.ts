import { advised, other, planned, type StageRows } from './cause-row.ts';

/**
 * What the acceleration packages are. One that does not load is not the reason that another is
 * missing: these explain what they stand beneath, never the whole stage of absence.
 */
export const acceleration = {
  attention_gpu_too_old: {
    severity: 'limit',
    remedy: advised('none_hardware_limit'),
    asks: 'gpu',
  },
  attention_gpu_too_new: {
    severity: 'limit',
    remedy: planned('pytorch-attention', 'remove_xformers'),
    asks: 'gpu',
  },
  xformers_torch_mismatch: {
    severity: 'error',
    remedy: planned('xformers', 'upgrade_xformers_matching_torch'),
    links: ['xformers-readme'],
    explains: ['xformers_incomplete_build', 'acceleration_flag_not_set'],
  },
  flash_attn_binary_mismatch: {
    severity: 'error',
    remedy: other('install_matching_accel_wheel', 'flash-attn'),
    explains: ['xformers_incomplete_build', 'acceleration_flag_not_set'],
  },
  vc_runtime_dll_broken: {
    severity: 'error',
    remedy: other('fix_vc_runtime_dlls'),
    links: ['vc-runtime'],
    explains: ['triton_version_mismatch', 'triton_missing_required', 'acceleration_flag_not_set'],
  },
  triton_version_mismatch: {
    severity: 'error',
    remedy: planned('triton', 'install_triton_windows'),
    links: ['triton-windows-readme'],
    explains: ['triton_missing_required', 'acceleration_flag_not_set'],
  },
  python_headers_missing: {
    severity: 'error',
    remedy: advised('install_compiler_or_headers'),
    links: ['triton-windows-readme'],
    explains: ['triton_toolchain_missing', 'triton_missing_required', 'acceleration_flag_not_set'],
  },
  triton_toolchain_missing: {
    severity: 'error',
    remedy: advised('install_compiler_or_headers'),
    links: ['triton-windows-readme'],
    explains: ['triton_missing_required', 'acceleration_flag_not_set'],
  },
  triton_stale_cache: { severity: 'error', remedy: other('clear_triton_cache') },
  sageattention_binary_mismatch: {
    severity: 'error',
    remedy: other('install_matching_accel_wheel', 'sageattention'),
    links: ['sageattention-windows'],
  },
  sageattention_wrong_build: {
    severity: 'error',
    remedy: other('install_matching_accel_wheel', 'sageattention'),
    links: ['sageattention-windows'],
  },
  triton_missing_required: {
    severity: 'error',
    remedy: planned('triton', 'install_triton_windows'),
    links: ['triton-windows-readme'],
    explains: ['acceleration_flag_not_set'],
  },
  xformers_incomplete_build: {
    severity: 'error',
    remedy: planned('xformers', 'upgrade_xformers_matching_torch'),
    links: ['xformers-readme'],
    asks: 'gpu',
  },
  attention_api_break: { severity: 'error', remedy: other('update_custom_node_or_app') },
  attention_input_unsupported: {
    severity: 'error',
    remedy: other('do_not_force_op_or_fix_input'),
  },
  sageattention_bad_output: { severity: 'error', remedy: advised('change_launch_flag') },
  install_corrupted: { severity: 'error', remedy: planned('repair', 'repair_install') },
  nan_precision: { severity: 'error', remedy: advised('change_launch_flag') },
} satisfies StageRows;
