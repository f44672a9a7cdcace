import type { Samples } from './sample.ts';

export const tritonSamples = {
  TR_LIBTRITON_DLL: {
    says: [
      'ImportError: DLL load failed while importing libtriton: {windows}',
      'ImportError: DLL load failed while importing libtriton: Произошел сбой в программе инициализации библиотеки',
    ],
    not: [
      'DLL load failed while importing {module}: {windows}',
      'from triton._C.libtriton import ir',
    ],
  },
  TR_APP_CONTROL: {
    says: [
      'DLL load failed while importing libtriton: An Application Control policy has blocked this file.',
    ],
    not: ['The application control panel is open'],
  },
  TR_CUDA_UTILS: {
    says: [
      'DLL load failed while importing cuda_utils: {windows}',
      'DLL load failed while importing __triton_launcher: {windows}',
    ],
    not: ['importing cuda_utils from {path}', 'DLL load failed while importing libtriton'],
  },
  TR_NO_CC: {
    says: [
      'RuntimeError: Failed to find C compiler. Please specify via CC environment variable.',
      'Failed to find C++ compiler. Please specify via CXX environment variable or set triton.knobs.build.impl.',
      'torch._inductor.exc.InductorError: RuntimeError: Compiler: cl is not found.',
      "torch._inductor.exc.InvalidCxxCompiler: No working C++ compiler found in torch._inductor.config.cpp.cxx: (None, 'g++')",
    ],
    not: ['Failed to find the file', 'Found C compiler', 'Compiler: gcc {n}'],
  },
  TR_NO_MSVC: {
    says: [
      'UserWarning: Failed to find MSVC.',
      'Failed to find Windows SDK.',
      '  warnings.warn("Failed to find CUDA.")',
    ],
    not: ['Failed to find CUDA devices', 'Failed to find Python libs.'],
  },
  TR_NO_PTXAS: {
    says: ['RuntimeError: Cannot find ptxas', 'Cannot find ptxas-blackwell'],
    not: ['Cannot find {word}'],
  },
  TR_LINK_CUDA: {
    says: ['/usr/bin/ld: cannot find -lcuda: No such file or directory', 'ld: cannot find -lcuda'],
    not: ['/usr/bin/ld: cannot find -lcudart', '/usr/bin/ld: cannot find -lm'],
  },
  TR_LIBCUDA: {
    says: ['AssertionError: libcuda.so cannot found!'],
    not: ['libcuda.so found at {path}'],
  },
  TR_NO_PYTHON_H: {
    says: [
      "C:/Users/me/AppData/Local/Temp/tmp1/cuda_utils.c:14: error: include file 'Python.h' not found",
      "E:/python_embeded/Include/Python.h:12: error: include file 'pyconfig.h' not found",
      '/tmp/tmp2/main.c:5:10: fatal error: Python.h: No such file or directory',
      '/tmp/tmp2/main.c:5:10: 致命错误：Python.h：没有那个文件或目录',
      '/tmp/tmp2/main.c:5:10: schwerwiegender Fehler: Python.h: Datei oder Verzeichnis nicht gefunden',
      "/tmp/x.cpp:3:10: fatal error: 'Python.h' file not found",
      "main.c(5): fatal error C1083: Cannot open include file: 'Python.h': No such file or directory",
      'main.c(5): fatal error C1083: 无法打开包括文件: “Python.h”: No such file or directory',
    ],
    not: [
      '#include <Python.h>',
      '{path}/include/Python.h was installed',
      "include file 'cuda.h' not found",
    ],
  },
  TR_NO_PYTHON_LIB: {
    says: [
      'UserWarning: Failed to find Python libs.',
      'ld: cannot find -lpython3.11',
      "tcc: error: library 'python312' not found",
      "LINK : fatal error LNK1104: cannot open file 'python310.lib'",
      'LINK : fatal error LNK1104: 无法打开文件“python310.lib”',
    ],
    not: ["LINK : fatal error LNK1104: cannot open file 'cuda.lib'", 'ld: cannot find -lm'],
  },
  TR_COMPILE_FAILED: {
    says: [
      "Failed to compile. cc_cmd: ['{path}/tcc.exe', 'cuda_utils.c', '-O3']",
      "subprocess.CalledProcessError: Command '['/usr/bin/gcc', '/tmp/tmp9/cuda_utils.c', '-O3', '-shared']' returned non-zero exit status 1.",
    ],
    not: [
      "Command '['git', 'pull']' returned non-zero exit status 1.",
      'Failed to compile the graph',
    ],
  },
  TR_PY_SSIZE: {
    says: ["SystemError: PY_SSIZE_T_CLEAN macro must be defined for '#' formats"],
    not: ['#define PY_SSIZE_T_CLEAN'],
  },
  TR_CACHE_SYMBOL: {
    says: [
      'Error running sage attention: /home/me/.triton/cache/5DKVU5C7LWHM/cuda_utils.so: undefined symbol: cuModuleGetFunction, using pytorch attention instead.',
    ],
    not: [
      '/home/me/.triton/cache/5DKVU5C7LWHM/cuda_utils.so was made',
      '{path}/lib.so: undefined symbol: x',
    ],
  },
  TR_WINERR206: {
    says: [
      'FileNotFoundError: [WinError 206] The filename or extension is too long',
      '[WinError 206] 文件名或扩展名太长。',
    ],
    not: ['[WinError 2060] other'],
  },
  TR_FP8: {
    says: [
      'AssertionError: fp8e4nv data type is not supported on CUDA arch < 89',
      "ValueError(\"type fp8e4nv not supported in this architecture. The supported fp8 dtypes are ('fp8e4b15', 'fp8e5')\")",
    ],
    not: ['using fp8e4nv', 'fp8e5 not supported'],
  },
  TR_CPU_TENSOR: {
    says: [
      'ValueError: Pointer argument (at {n}) cannot be accessed from Triton (cpu tensor?)',
      'Pointer argument cannot be accessed from Triton ',
    ],
    not: ['This file cannot be accessed from Triton'],
  },
  TR_OPS: {
    says: ["ModuleNotFoundError: No module named 'triton.ops'"],
    not: ["No module named 'triton'", 'import triton.ops'],
  },
  TR_NOT_PKG: {
    says: ["No module named 'triton.language'; 'triton' is not a package"],
    not: ["'{word}' is not a package"],
  },
  TR_WINERR5: {
    says: [
      "PermissionError: [WinError 5] Access is denied: 'C:\\\\Users\\\\me\\\\.triton\\\\cache\\\\tmp.pid_{n}'",
      "[WinError 5] 拒绝访问。: 'C:\\Users\\me\\.triton\\cache'",
    ],
    not: [
      "[WinError 5] Access is denied: 'C:\\Users\\me\\cv2.pyd'",
      "[WinError 5] 'D:\\my.triton-files'",
    ],
  },
  TR_WINERR183: {
    says: [
      "FileExistsError: [WinError 183] Cannot create a file when that file already exists: '{path}'",
    ],
    not: ['[WinError 1830] other'],
  },
  TR_GPU_TOO_OLD: {
    says: [
      "ptxas fatal   : Value '{sm}' is not defined for option 'gpu-name'",
      "'{sm}' is not a recognized processor for this target (ignoring processor)",
    ],
    not: ["Value 'x' is not defined for option 'y'", "'gfx1100' is not a recognized processor"],
  },
  TR_IMPORT_NAME: {
    says: [
      "ImportError: cannot import name 'AttrsDescriptor' from 'triton.backends.compiler' ({path}/compiler.py)",
      "cannot import name 'triton_key' from 'triton.compiler.compiler'",
    ],
    not: ["cannot import name 'x' from 'tritonclient.http'", "cannot import name 'x' from 'torch'"],
  },
  TR_NO_ATTRIBUTE: {
    says: [
      "AttributeError: module 'triton' has no attribute 'jit'",
      "module 'triton.language' has no attribute '{word}'",
    ],
    not: ["module 'torch' has no attribute '{word}'"],
  },
  TR_METADATA: {
    says: [
      "AttributeError: 'KernelMetadata' object has no attribute 'cluster_dims'",
      "AttributeError: 'CompiledKernel' object has no attribute 'cluster_dims'",
    ],
    not: ["'Metadata' object has no attribute 'name'"],
  },
  TR_PTXAS_ERROR: {
    says: [
      'triton.runtime.errors.PTXASError: PTXAS error: Internal Triton PTX codegen error',
      'RuntimeError: `ptxas` failed with error code {n}',
      "subprocess.CalledProcessError: Command '['{path}/triton/backends/nvidia/bin/ptxas', '-lineinfo', '-v']' returned non-zero exit status 255.",
      "subprocess.CalledProcessError: Command ['{path}/triton/backends/nvidia/bin/ptxas.exe', '--version'] returned non-zero exit status 3221225794.",
    ],
    not: ['`ptxas` stderr:', "Command '['gcc', 'ptxas.c']' returned non-zero exit status 1."],
  },
  TR_NO_DRIVER: {
    says: ['RuntimeError: 0 active drivers ([]). There should only be one.'],
    not: ['2 active drivers ([{word}]). There should only be one.'],
  },
  TR_OUT_OF_RESOURCE: {
    says: [
      'triton.runtime.errors.OutOfResources: out of resource: shared memory, Required: {n}, Hardware limit: {n}. Reducing block sizes may help.',
    ],
    not: ['out of resource: try again'],
  },
  TR_EMPTY: {
    says: ["ImportError: cannot import name 'Config' from 'triton' (unknown location)"],
    not: ["cannot import name 'x' from '{word}' (unknown location)"],
  },
  FRAME_TRITON: {
    says: [
      '  File "{path}/site-packages/triton/runtime/build.py", line {n}, in _build',
      '  File "D:\\python_embeded\\Lib\\site-packages\\triton\\__init__.py", line {n}, in <module>',
    ],
    not: [
      '  File "{path}/site-packages/sageattention/triton/quant.py", line {n}',
      '{path}/packages/tritonclient/x.py',
    ],
  },
  TR_NO_METADATA: {
    says: [
      'importlib.metadata.PackageNotFoundError: No package metadata was found for triton',
      'No package metadata was found for triton.',
    ],
    not: ['No package metadata was found for tritonclient', 'package metadata for triton {torch}'],
  },
  TR_INVALID_IMAGE: {
    says: ['RuntimeError: Triton Error [CUDA]: device kernel image is invalid'],
    not: [
      'CUDA error: device kernel image is invalid',
      'RuntimeError: Triton Error [CUDA]: out of memory',
    ],
  },
  FRAME_TRITON_CACHE: {
    says: ['/home/me/.triton/cache/ABC/main.c', 'C:\\Users\\me\\.triton\\cache\\ABC'],
    not: ['/home/me/.triton/config'],
  },
  TR_PTXAS_TARGET: {
    says: [
      "ptxas /tmp/compile-ptx-src-{word}, line {n}; error   : Feature '.bf16' requires .target sm_80 or higher",
      "Feature 'cvt.bf16.f32' requires .target sm_89 or higher",
    ],
    not: ["Feature '.bf16' is on", 'requires a target of sm_80'],
  },
  TR_NOT_INSTALLED_NOTE: {
    says: [
      'INFO 06-04 08:55:18 [importing.py:16] Triton not installed or not compatible; certain GPU-related functions will not be available.',
      'Triton is not installed. Using dummy decorators. Install it via `pip install triton` to enable kernel compilation.',
    ],
    not: ['Triton is not installed on this server', 'triton not found'],
  },
} satisfies Samples;
