import { advised, other, type StageRows } from './cause-row.ts';

/** What an installation met. */
export const installation = {
  disk_full: {
    severity: 'error',
    remedy: other('free_disk_or_move_tmp'),
    explains: ['network_failure', 'no_matching_wheel', 'source_build_failed', 'absence'],
  },
  pep668_managed_env: { severity: 'error', remedy: other('use_venv'), explains: ['absence'] },
  windows_long_path: {
    severity: 'error',
    remedy: other('long_paths_or_wheel'),
    explains: ['source_build_failed', 'no_matching_wheel', 'absence'],
  },
  file_locked_or_denied: { severity: 'error', remedy: advised('close_comfyui') },
  network_failure: {
    severity: 'error',
    remedy: advised('fix_network'),
    explains: ['no_matching_wheel', 'source_build_failed', 'absence'],
  },
  wrong_python_env: {
    severity: 'error',
    remedy: advised('install_into_right_python'),
    explains: ['no_matching_wheel', 'source_build_failed', 'absence'],
  },
  no_matching_wheel: {
    severity: 'error',
    remedy: other('use_supported_python_or_package'),
    explains: ['source_build_failed', 'absence'],
  },
  source_build_failed: {
    severity: 'error',
    remedy: other('use_prebuilt_wheel_or_fix_build'),
    explains: ['absence'],
  },
} satisfies StageRows;
