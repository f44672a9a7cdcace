import { advised, planned, type StageRows } from './cause-row.ts';

/** What is then missing or not used. */
export const absence = {
  accel_package_not_installed: {
    severity: 'error',
    remedy: advised('install_into_right_python'),
    asks: 'python',
  },
  acceleration_flag_not_set: { severity: 'warning', remedy: advised('change_launch_flag') },
} satisfies StageRows;

/** Trouble that is none of ours. */
export const elsewhere = {
  not_attention_oom: { severity: 'warning', remedy: advised('not_attention') },
  not_attention_other: { severity: 'warning', remedy: advised('not_attention') },
} satisfies StageRows;

/** Nothing to be mended. */
export const harmless = {
  torch_flash_warning_benign: { severity: 'harmless', remedy: advised('none_benign_warning') },
  triton_missing_benign: {
    severity: 'harmless',
    remedy: planned('triton', 'none_benign_warning'),
  },
  healthy: { severity: 'ok', remedy: advised('healthy') },
} satisfies StageRows;
