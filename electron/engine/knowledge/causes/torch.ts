import { other, planned, type StageRows } from './cause-row.ts';

/** What torch is. */
export const torch = {
  torch_replaced_by_pip: {
    severity: 'error',
    remedy: planned('torch-cuda', 'reinstall_torch_cuda'),
    links: ['pytorch-install'],
    explains: ['torch_cpu_build', 'torchvision_torch_mismatch', 'acceleration', 'absence'],
  },
  torch_cpu_build: {
    severity: 'error',
    remedy: planned('torch-cuda', 'reinstall_torch_cuda'),
    links: ['pytorch-install'],
    explains: ['torchvision_torch_mismatch', 'acceleration', 'absence'],
    asks: 'gpu',
    provenByVersions: true,
  },
  torch_missing_new_gpu_arch: {
    severity: 'error',
    remedy: planned('upgrade-stack', 'upgrade_torch_for_gpu_arch'),
    links: ['pytorch-install'],
    explains: ['acceleration'],
    asks: 'gpu',
    provenByVersions: true,
  },
  torch_dropped_old_gpu_arch: {
    severity: 'error',
    remedy: other('torch_cu126_for_old_gpu', 'upgrade-stack'),
    explains: ['acceleration'],
    asks: 'gpu',
    provenByVersions: true,
  },
  torchvision_torch_mismatch: {
    severity: 'error',
    remedy: planned('torch-cuda', 'reinstall_torch_cuda'),
    links: ['pytorch-install'],
    explains: ['absence'],
  },
  numpy_abi_mismatch: {
    severity: 'error',
    remedy: planned('repair', 'repair_install'),
    explains: ['absence'],
  },
} satisfies StageRows;
