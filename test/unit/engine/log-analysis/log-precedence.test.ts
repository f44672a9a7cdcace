import { describe, expect, it } from 'vitest';
import { analyse } from '../../../support/log-templates/analyse.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';

const said = {
  banner: [
    "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:",
    '    PyTorch 2.7.1+cu128 with CUDA 1208 (you have 2.9.1+cu130)',
    '    Python  3.12.9 (you have 3.12.10)',
  ],
  cpuBanner: [
    "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:",
    '    PyTorch 2.7.1+cu128 with CUDA 1208 (you have 2.9.1+cpu)',
  ],
  noOperator: [
    'NotImplementedError: No operator found for `memory_efficient_attention_forward` with inputs:',
    '`cutlassF-pt` is not supported because:',
    "    xFormers wasn't build with CUDA support",
  ],
  noCuda: ['AssertionError: Torch not compiled with CUDA enabled'],
  swap: [
    '    Found existing installation: torch 2.5.1+cu124',
    '      Successfully uninstalled torch-2.5.1+cu124',
    'Successfully installed torch-2.11.0',
  ],
  nms: ['RuntimeError: operator torchvision::nms does not exist'],
  newCard: [
    'NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible with the current PyTorch installation.',
  ],
  noImage: ['RuntimeError: CUDA error: no kernel image is available for execution on the device'],
  driver: ['RuntimeError: The NVIDIA driver on your system is too old (found version 11080).'],
  noGpus: ['RuntimeError: No CUDA GPUs are available'],
  sageMissing: ["ModuleNotFoundError: No module named 'sageattention'"],
  noXformers: ["ModuleNotFoundError: No module named 'xformers'"],
  build: [
    '  error: subprocess-exited-with-error',
    '  × Getting requirements to build wheel did not run successfully.',
  ],
  diskFull: [
    'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
  ],
  libtriton: ['ImportError: DLL load failed while importing libtriton: Le module est introuvable.'],
  noTriton: ['RuntimeError: Cannot find a working triton installation.'],
  headers: ["tmp/cuda_utils.c:14: error: include file 'Python.h' not found"],
  memory: ['torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.25 GiB.'],
  missingNode: ["ModuleNotFoundError: No module named 'insightface'"],
  managed: ['error: externally-managed-environment'],
} satisfies Record<string, readonly string[]>;

type Name = keyof typeof said;
/** The root, the logs in which it and what follows from it stand, and what follows. */
const chains: readonly (readonly [Cause, readonly Name[], readonly Cause[]])[] = [
  ['xformers_torch_mismatch', ['banner', 'noOperator'], ['xformers_incomplete_build']],
  ['torch_cpu_build', ['cpuBanner', 'nms'], ['torchvision_torch_mismatch']],
  ['torch_replaced_by_pip', ['swap', 'nms', 'banner'], ['torchvision_torch_mismatch']],
  ['torch_replaced_by_pip', ['swap', 'noCuda'], []],
  ['torch_missing_new_gpu_arch', ['newCard', 'banner'], ['xformers_torch_mismatch']],
  ['torch_missing_new_gpu_arch', ['newCard', 'noImage'], []],
  ['nvidia_driver_too_old', ['driver', 'noGpus'], ['cuda_device_unavailable']],
  ['source_build_failed', ['build', 'sageMissing'], ['accel_package_not_installed']],
  ['disk_full', ['diskFull', 'build'], ['source_build_failed']],
  ['pep668_managed_env', ['managed', 'noXformers'], ['accel_package_not_installed']],
  ['vc_runtime_dll_broken', ['libtriton', 'noTriton'], ['triton_missing_required']],
  ['python_headers_missing', ['headers', 'noTriton'], ['triton_missing_required']],
  ['xformers_torch_mismatch', ['banner', 'memory'], []],
];

describe('of several causes in one log', () => {
  it.each(chains)('%s is the root of %s', (root, names, consequences) => {
    for (const order of [names, [...names].reverse()]) {
      const log = order.flatMap((name) => said[name]);
      const { findings } = analyse(log, { gpu: 'NVIDIA GeForce RTX 4090' });
      const shown = order.join(', ');
      expect(findings[0], shown).toMatchObject({ cause: root, consequence: false });
      for (const cause of consequences) {
        expect(findings, shown).toContainEqual(
          expect.objectContaining({ cause, consequence: true }),
        );
      }
    }
  });

  it('never shows the root as a consequence of what only versions foretell', () => {
    const log = [
      'pytorch version: 2.5.1+cu124',
      'Device: cuda:0 NVIDIA GeForce RTX 5090 : cudaMallocAsync',
      'RuntimeError: FlashAttention only supports Ampere GPUs or newer.',
    ];
    const { findings } = analyse(log);
    expect(findings.map(({ cause }) => cause)).toContain('torch_missing_new_gpu_arch');
    expect(findings[0]).toMatchObject({ consequence: false });
  });

  it('shows a fault before memory or a node that are none of ours, in either order', () => {
    for (const other of [said.memory, said.missingNode]) {
      for (const log of [
        [...said.banner, ...other],
        [...other, ...said.banner],
      ]) {
        const analysis = analyse(log);
        expect(analysis.verdict).toBe('problem');
        expect(analysis.findings[0]?.cause).toBe('xformers_torch_mismatch');
      }
    }
  });
});
