import { describe, expect, it } from 'vitest';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';
import { usual, onLinux } from '../../../support/stated-machines.ts';

/** What the text is, on which machine, and what it comes to: cause and kind of fix. */
type Row = readonly [text: string, machine: StatedFacts | undefined, cause: string, fix: string];

const wheel = 'other install_matching_accel_wheel';

const rows: readonly Row[] = [
  [
    'ERROR: Could not find a version that satisfies the requirement sageattention==2.2.0 (from versions: 1.0.0, 1.0.6)',
    usual,
    'no_matching_wheel',
    wheel,
  ],
  [
    "error: Distribution `torch==2.9.0 @ registry+https://pypi.org/simple` can't be installed because it doesn't have a source distribution or wheel for the current platform",
    usual,
    'no_matching_wheel',
    'other use_supported_python_or_package',
  ],
  [
    "ImportError: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.32' not found (required by /v/flash_attn_2_cuda.so)",
    onLinux,
    'flash_attn_binary_mismatch',
    wheel,
  ],
  [
    'main.py: error: unrecognized arguments: --use-ck-attention',
    usual,
    'acceleration_flag_not_set',
    'change_launch_flag',
  ],
  [
    'main.py: error: unrecognized arguments: --normalvram',
    usual,
    'not_attention_other',
    'not_attention',
  ],
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

describe('a text about packages of the years 2025 and 2026', () => {
  it.each(rows)('%s', (text, machine, cause, fix) => {
    const [root] = analyse(text, machine ?? null).findings;
    const remedy = root?.remedies[0];
    expect([root?.cause, `${remedy?.fixKind ?? ''} ${remedy?.fixDetail ?? ''}`.trim()]).toEqual([
      cause,
      fix,
    ]);
  });
});
