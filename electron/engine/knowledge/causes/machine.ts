import { advised, other, type StageRows } from './cause-row.ts';

/** What the machine is. */
export const machine = {
  apple_mps_unsupported: {
    severity: 'limit',
    remedy: advised('none_hardware_limit'),
    explains: ['installation', 'acceleration', 'absence', 'torch_cpu_build'],
  },
  intel_xpu_unsupported: {
    severity: 'limit',
    remedy: advised('none_hardware_limit'),
    explains: ['acceleration', 'absence', 'torch_cpu_build'],
  },
  amd_unsupported: {
    severity: 'limit',
    remedy: other('use_supported_backend'),
    explains: ['acceleration', 'absence', 'torch_cpu_build', 'wrong_vendor_torch_build'],
    asks: 'gpu',
  },
  wrong_vendor_torch_build: {
    severity: 'error',
    remedy: other('install_vendor_torch'),
    links: ['pytorch-install'],
    explains: ['acceleration', 'absence', 'torch_cpu_build'],
    asks: 'gpu',
  },
  nvidia_driver_too_old: {
    severity: 'error',
    remedy: advised('update_driver'),
    links: ['nvidia-drivers'],
    explains: ['cuda_device_unavailable', 'acceleration', 'absence'],
  },
  cuda_device_unavailable: {
    severity: 'error',
    remedy: other('fix_device_environment'),
    explains: ['acceleration', 'absence'],
  },
} satisfies StageRows;
