import type { Samples } from './sample.ts';

/** What is said while a package is built from its sources. */
export const buildingSamples = {
  PIP_BUILD_WHEEL: {
    says: [
      '  × Getting requirements to build wheel did not run successfully.',
      '  × Preparing metadata (pyproject.toml) did not run successfully.',
      '  × python setup.py bdist_wheel did not run successfully.',
      '  × Building wheel for flash_attn (pyproject.toml) did not run successfully.',
      '  × pip subprocess to install build dependencies did not run successfully.',
      '  Building wheel for xformers (setup.py) ... error',
      'ERROR: Failed building wheel for {word}',
      'WARNING: Building wheel for {word} failed: {word}',
    ],
    not: [
      '  Building wheel for {word} (setup.py) ... done',
      '  × git clone --filter=blob:none did not run successfully.',
    ],
  },
  PIP_BUILD_FAILED: {
    says: [
      'error: subprocess-exited-with-error',
      'error: metadata-generation-failed',
      'ERROR: Could not build wheels for xformers, which is required to install pyproject.toml-based projects',
      'ERROR: Failed to build installable wheels for some pyproject.toml based projects (flash-attn)',
      '╰─> Failed to build installable wheels for some pyproject.toml based projects',
      "ERROR: Failed to build 'xformers' when getting requirements to build wheel",
      '  × Failed to build `flash-attn=={flash}`',
      '  × Failed to download and build `{word}==1.0`',
      '  ╰─▶ The build backend returned an error',
    ],
    not: ['Failed to build the index', 'Successfully built {word}'],
  },
  BUILD_NO_CUDA_HOME: {
    says: [
      'OSError: CUDA_HOME environment variable is not set. Please set it to your CUDA install root.',
      'RuntimeError: Cannot find CUDA_HOME. CUDA must be available to build the package.',
      '/bin/sh: 1: nvcc: not found',
      "FileNotFoundError: [Errno 2] No such file or directory: '/usr/local/cuda/bin/nvcc'",
    ],
    not: ['CUDA_HOME=/usr/local/cuda', 'nvcc was found'],
  },
  BUILD_CUDA_DIFFERS: {
    says: [
      'The detected CUDA version (12.6) mismatches the version that was used to compile',
      'The detected CUDA version (11.8) mismatches the version that was used to compile PyTorch (12.4). Please make sure to use the same CUDA versions.',
    ],
    not: ['It mismatches the version that was used to compile {word}'],
  },
  BUILD_NO_MSVC: {
    says: [
      'error: Microsoft Visual C++ 14.0 or greater is required. Get it with "Microsoft C++ Build Tools"',
      'error: Microsoft Visual C++ 14.0 is required.',
      'distutils.errors.DistutilsPlatformError: Unable to find vcvarsall.bat',
      'UserWarning: Error checking compiler version for cl: [WinError 2]',
    ],
    not: ['Microsoft Visual C++ 14.38 was found'],
  },
  BUILD_COMPILER: {
    says: [
      'ninja: build stopped: subcommand failed.',
      'RuntimeError: Error compiling objects for extension',
      '#error: -- unsupported Microsoft Visual Studio version! Only the versions between 2017 and 2022',
      '#error -- unsupported GNU version! gcc versions later than 13 are not supported!',
      "nvcc fatal   : Unsupported gpu architecture 'compute_120'",
      "{word}.h(12): fatal error C1083: Cannot open include file: 'cuda.h'",
      "error: command 'gcc' failed: No such file or directory",
      '1 error detected in the compilation of "{word}.cu".',
    ],
    not: ['ninja: no work to do.', 'an unsupported version of {word}'],
  },
  BUILD_END: { says: ['      [end of output]'], not: ['end of output'] },
  BUILD_SETUP: {
    says: [
      '  File "{path}/setup.py", line {n}, in <module>',
      'Running command python setup.py egg_info',
      '$ python setup.py install',
    ],
    not: [
      'did you forget to build xformers with `python setup.py develop`?',
      'to get sparse attention support. Please run python setup.py build develop',
      'see the setup.py',
    ],
  },
  NP_ABI: {
    says: [
      'A module that was compiled using NumPy 1.x cannot be run in',
      'ImportError: numpy.core.multiarray failed to import',
      'ImportError: numpy._core.multiarray failed to import',
      'AttributeError: _ARRAY_API not found',
      'ValueError: numpy.dtype size changed, may indicate binary incompatibility.',
      'RuntimeError: Numpy is not available',
      'RuntimeError: module compiled against ABI version 0x1000009 but this version of numpy is 0x2000000',
    ],
    not: [
      'numpy is available',
      'it was compiled using NumPy 1.x',
      'the module compiled against {word}',
    ],
  },
  NP_VERSION: {
    says: [
      'NumPy 2.0.2 as it may crash. To support both 1.x and 2.x',
      'NumPy 2.2.1 as it may crash.',
    ],
    not: ['NumPy 2.0.2 is installed'],
  },
} satisfies Samples;
