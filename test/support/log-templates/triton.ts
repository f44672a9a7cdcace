import { told, type LogTemplate } from './template.ts';

const inductor = '  File "{packages}/torch/_inductor/scheduler.py", line {n}, in create_backend';
const launcher = '  File "{winpackages}\\triton\\runtime\\build.py", line {n}, in _build';

export const tritonTemplates: readonly LogTemplate[] = [
  {
    name: 'torch.compile without Triton on Windows',
    cause: 'triton_missing_required',
    fix: 'install_triton_windows',
    verdict: 'problem',
    lines: [
      '  File "{winpackages}\\torch\\_inductor\\scheduler.py", line {n}, in create_backend',
      '    raise TritonMissing(inspect.currentframe())',
      `${told}torch._inductor.exc.TritonMissing: Cannot find a working triton installation. Either the package is not installed or it is too old. More information on installing Triton can be found at: https://github.com/triton-lang/triton`,
    ],
  },
  {
    name: 'torch.compile without Triton on Linux',
    cause: 'triton_missing_required',
    fix: 'install_triton',
    verdict: 'problem',
    stated: { os: 'Ubuntu 24.04' },
    lines: [
      '  File "{linpackages}/torch/_inductor/scheduler.py", line {n}, in create_backend',
      `${told}RuntimeError: Cannot find a working triton installation. More information on installing Triton can be found at https://github.com/openai/triton`,
    ],
  },
  {
    name: 'SageAttention without Triton',
    cause: 'triton_missing_required',
    fix: 'install_triton_windows',
    verdict: 'problem',
    lines: [
      '  File "{winpackages}\\sageattention\\core.py", line {n}, in <module>',
      '    from .triton.quant_per_block import per_block_int8',
      `${told}ModuleNotFoundError: No module named 'triton'`,
    ],
  },
  {
    name: 'a Triton without what this torch imports',
    cause: 'triton_version_mismatch',
    fix: 'install_triton_windows',
    verdict: 'problem',
    lines: [
      '  File "{winpackages}\\torch\\_inductor\\runtime\\hints.py", line {n}, in <module>',
      `${told}ImportError: cannot import name 'AttrsDescriptor' from 'triton.compiler.compiler' ({winpackages}\\triton\\compiler\\compiler.py)`,
    ],
  },
  {
    name: 'a Triton that does not know this card',
    cause: 'triton_version_mismatch',
    fix: 'other',
    detail: 'align_triton_with_torch',
    verdict: 'problem',
    stated: { os: 'Linux' },
    lines: [
      'Device: cuda:0 {blackwell} : cudaMallocAsync',
      `${told}'sm_120' is not a recognized processor for this target (ignoring processor)`,
      'LLVM ERROR: Cannot select: intrinsic %llvm.nvvm.shfl.sync.bfly.i32',
    ],
  },
  {
    name: 'an assembler older than the card',
    cause: 'triton_version_mismatch',
    fix: 'other',
    detail: 'set_ptxas_path',
    verdict: 'problem',
    stated: { gpu: 'NVIDIA GB10', os: 'Linux' },
    lines: [
      inductor,
      `${told}ptxas fatal   : Value 'sm_121a' is not defined for option 'gpu-name'`,
    ],
  },
  {
    name: 'libtriton does not start',
    cause: 'vc_runtime_dll_broken',
    fix: 'other',
    detail: 'fix_vc_runtime_dlls',
    verdict: 'problem',
    lines: [
      '  File "{winpackages}\\triton\\__init__.py", line 8, in <module>',
      '    from .runtime import (',
      `${told}ImportError: DLL load failed while importing libtriton: {noinit}`,
    ],
  },
  {
    name: 'no compiler',
    cause: 'triton_toolchain_missing',
    fix: 'install_compiler_or_headers',
    verdict: 'problem',
    lines: [
      '  File "{linpackages}/triton/runtime/build.py", line {n}, in _build',
      `${told}RuntimeError: Failed to find C compiler. Please specify via CC environment variable or set triton.knobs.build.impl.`,
    ],
  },
  {
    name: 'the linker does not find the driver',
    cause: 'triton_toolchain_missing',
    fix: 'install_compiler_or_headers',
    verdict: 'problem',
    lines: [`${told}/usr/bin/ld: cannot find -lcuda: No such file or directory`],
  },
  {
    name: 'no Python.h beside the embedded Python',
    cause: 'python_headers_missing',
    fix: 'install_compiler_or_headers',
    verdict: 'problem',
    lines: [
      `${told}C:\\Users\\Jane Doe\\AppData\\Local\\Temp\\tmpq3v1\\cuda_utils.c:14: error: include file 'Python.h' not found`,
      launcher,
      "subprocess.CalledProcessError: Command '['{winpackages}\\triton\\runtime\\tcc\\tcc.exe', 'cuda_utils.c', '-O3']' returned non-zero exit status 1.",
    ],
  },
  {
    name: 'no Python.h on Linux',
    cause: 'python_headers_missing',
    fix: 'install_compiler_or_headers',
    verdict: 'problem',
    lines: [
      `${told}/tmp/tmp7k0x/main.c:5:10: fatal error: Python.h: No such file or directory`,
      '    5 | #include <Python.h>',
      'compilation terminated.',
    ],
  },
  {
    name: 'a cache of an older Triton',
    cause: 'triton_stale_cache',
    fix: 'other',
    detail: 'clear_triton_cache',
    verdict: 'problem',
    lines: [`${told}SystemError: PY_SSIZE_T_CLEAN macro must be defined for '#' formats`],
  },
  {
    name: 'a file of the cache that does not fit',
    cause: 'triton_stale_cache',
    fix: 'other',
    detail: 'clear_triton_cache',
    verdict: 'problem',
    lines: [
      `${told}ImportError: /home/me/.triton/cache/5LXQ2/__triton_launcher.so: undefined symbol: _Py_Version`,
    ],
  },
  {
    name: 'fp8 kernels on a card before Ada',
    cause: 'attention_gpu_too_old',
    fix: 'none_hardware_limit',
    verdict: 'hardware_limit',
    lines: [
      'Device: cuda:0 {ampere} : cudaMallocAsync',
      `${told}AssertionError: fp8e4nv data type is not supported on CUDA arch < 89`,
    ],
  },
  {
    name: 'xFormers mentions that Triton is optional',
    cause: 'triton_missing_benign',
    fix: 'none_benign_warning',
    verdict: 'benign',
    lines: [
      `${told}A matching Triton is not available, some optimizations will not be enabled`,
      'Traceback (most recent call last):',
      '  File "{packages}/xformers/__init__.py", line 57, in _is_triton_available',
      '    import triton  # noqa',
      "ModuleNotFoundError: No module named 'triton'",
      'xformers version: {xformers}',
      'Using xformers attention',
    ],
  },
];
