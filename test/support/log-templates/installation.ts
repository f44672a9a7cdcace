import { told, type LogTemplate } from './template.ts';

export const installationTemplates: readonly LogTemplate[] = [
  {
    name: 'flash-attn from source without a compiler for CUDA',
    cause: 'source_build_failed',
    fix: 'other',
    detail: 'use_prebuilt_wheel_or_fix_build',
    verdict: 'problem',
    lines: [
      'Collecting flash-attn',
      '  Using cached flash_attn-{flash}.tar.gz (8.4 MB)',
      "  Preparing metadata (setup.py): finished with status 'error'",
      `${told}  error: subprocess-exited-with-error`,
      '  × Getting requirements to build wheel did not run successfully.',
      '      raise OSError(',
      '  OSError: CUDA_HOME environment variable is not set. Please set it to your CUDA install root.',
    ],
  },
  {
    name: 'a build that does not see torch',
    cause: 'source_build_failed',
    fix: 'other',
    detail: 'use_prebuilt_wheel_or_fix_build',
    verdict: 'problem',
    lines: [
      `${told}  × Getting requirements to build wheel did not run successfully.`,
      '  │ exit code: 1',
      "      ModuleNotFoundError: No module named 'torch'",
      '  note: This error originates from a subprocess, and is likely not a problem with pip.',
    ],
  },
  {
    name: 'no wheel for this Python',
    cause: 'no_matching_wheel',
    fix: 'other',
    detail: 'use_supported_python_or_package',
    verdict: 'problem',
    lines: [
      `${told}ERROR: Could not find a version that satisfies the requirement xformers==0.0.28.post9 (from versions: 0.0.1, 0.0.16, 0.0.35)`,
      'ERROR: No matching distribution found for xformers==0.0.28.post9',
    ],
  },
  {
    name: 'a wheel for another system',
    cause: 'no_matching_wheel',
    fix: 'other',
    detail: 'install_matching_accel_wheel',
    verdict: 'problem',
    lines: [
      `${told}ERROR: flash_attn-{flash}+cu124torch2.5.1-cp310-cp310-win_amd64.whl is not a supported wheel on this platform.`,
    ],
  },
  {
    name: 'leftovers of a torch that was half removed',
    cause: 'install_corrupted',
    fix: 'repair_install',
    verdict: 'problem',
    lines: [`${told}WARNING: Ignoring invalid distribution -orch ({packages})`],
  },
  {
    name: "the system's own Python",
    cause: 'pep668_managed_env',
    fix: 'other',
    detail: 'use_venv',
    verdict: 'problem',
    lines: [
      `${told}error: externally-managed-environment`,
      '× This environment is externally managed',
      '╰─> To install Python packages system-wide, try apt install python3-xyz.',
    ],
  },
  {
    name: 'an index that cannot be reached',
    cause: 'network_failure',
    fix: 'fix_network',
    verdict: 'problem',
    lines: [
      `${told}WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by 'ReadTimeoutError("HTTPSConnectionPool(host='index.example.org', port=443): Read timed out. (read timeout=15)")': /simple/xformers/`,
      'ERROR: Could not install packages due to an OSError.',
    ],
  },
  {
    name: 'a certificate that is not believed',
    cause: 'network_failure',
    fix: 'fix_network',
    verdict: 'problem',
    lines: [
      `${told}Could not fetch URL https://index.example.org/simple/triton/: There was a problem confirming the ssl certificate: (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed')))`,
    ],
  },
  {
    name: 'no space left',
    cause: 'disk_full',
    fix: 'other',
    detail: 'free_disk_or_move_tmp',
    verdict: 'problem',
    lines: [
      'Downloading torch-2.9.1-cp312-cp312-manylinux_2_28_x86_64.whl (899.7 MB)',
      `${told}ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device`,
    ],
  },
  {
    name: 'a file in use',
    cause: 'file_locked_or_denied',
    fix: 'close_comfyui',
    verdict: 'problem',
    lines: [
      `${told}ERROR: Could not install packages due to an OSError: [WinError 5] Отказано в доступе: '{winpackages}\\~orch\\lib\\c10.dll'`,
      'Consider using the `--user` option or check the permissions.',
    ],
  },
  {
    name: 'a path that is too long',
    cause: 'windows_long_path',
    fix: 'other',
    detail: 'long_paths_or_wheel',
    verdict: 'problem',
    lines: [
      "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: '{winpackages}\\\\onnx\\\\backend'",
      `${told}HINT: This error might have occurred since this system does not have Windows Long Path support enabled. You can find information on how to enable this at https://pip.pypa.io/warnings/enable-long-paths`,
    ],
  },
];
