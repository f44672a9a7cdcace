import { describe, expect, it } from 'vitest';
import { analyse, rootOf } from '../../../support/log-templates/analyse.ts';

/** The same three sentences of Windows in its languages. */
const windows = {
  English: 'The specified module could not be found.',
  German: 'Das angegebene Modul wurde nicht gefunden.',
  Russian: 'Не найден указанный модуль.',
  Chinese: '找不到指定的模块。',
  French: 'Le module spécifié est introuvable.',
};

describe.each(Object.entries(windows))('a DLL that does not load, in %s', (_language, sentence) => {
  it.each([
    ['_fused', 'sageattention_binary_mismatch'],
    ['_qattn_sm80', 'sageattention_binary_mismatch'],
    ['flash_attn_2_cuda', 'flash_attn_binary_mismatch'],
    ['libtriton', 'vc_runtime_dll_broken'],
    ['cuda_utils', 'triton_stale_cache'],
  ])('%s', (module, cause) => {
    expect(rootOf(`ImportError: DLL load failed while importing ${module}: ${sentence}`)).toBe(
      cause,
    );
  });

  it.each([
    ['fbgemm.dll', 'vc_runtime_dll_broken'],
    ['c10.dll', 'vc_runtime_dll_broken'],
    ['caffe2_nvrtc.dll', 'install_corrupted'],
  ])('%s', (file, cause) => {
    const path = `D:\\ComfyUI\\venv\\Lib\\site-packages\\torch\\lib\\${file}`;
    const line = `OSError: [WinError 126] ${sentence} Error loading "${path}" or one of its dependencies.`;
    expect(rootOf(line)).toBe(cause);
  });

  it('is not ours where it belongs to somebody else', () => {
    const line = `ImportError: DLL load failed while importing onnxruntime_pybind11_state: ${sentence}`;
    const { verdict } = analyse(line);
    expect(['not_attention', 'unknown']).toContain(verdict);
  });
});

describe('an undefined symbol', () => {
  const symbol = 'undefined symbol: _ZN3c105ErrorC2ENS_14SourceLocationESs';
  const packages = '/home/me/venv/lib/python3.12/site-packages';

  it.each([
    [`${packages}/flash_attn_2_cuda.cpython-312-x86_64-linux-gnu.so`, 'flash_attn_binary_mismatch'],
    [
      `${packages}/sageattention/_qattn_sm89.cpython-312-x86_64-linux-gnu.so`,
      'sageattention_binary_mismatch',
    ],
    [`${packages}/xformers/_C.so`, 'xformers_torch_mismatch'],
    // It brings a flash-attn of its own.
    [`${packages}/xformers/flash_attn_3/_C.so`, 'xformers_torch_mismatch'],
    [`${packages}/torchvision/image.so`, 'torchvision_torch_mismatch'],
    [`${packages}/torchaudio/lib/libtorchaudio.so`, 'torchvision_torch_mismatch'],
    ['/home/me/.triton/cache/AB12/cuda_utils.so', 'triton_stale_cache'],
  ])('in %s', (file, cause) => {
    expect(rootOf(`ImportError: ${file}: ${symbol}`)).toBe(cause);
  });
});

describe('a library that torch 12 or 13 would have brought', () => {
  const missing =
    'ImportError: libcudart.so.12: cannot open shared object file: No such file or directory';

  it.each([
    ['flash_attn/flash_attn_interface.py', 'flash_attn_binary_mismatch'],
    ['sageattention/core.py', 'sageattention_binary_mismatch'],
    ['xformers/ops/__init__.py', 'xformers_torch_mismatch'],
  ])('is the fault of %s, in whose frame it stands', (file, cause) => {
    const frame = `  File "/home/me/venv/lib/python3.12/site-packages/${file}", line 12, in <module>`;
    expect(rootOf(['Traceback (most recent call last):', frame, missing])).toBe(cause);
  });
});

describe('"No module named triton"', () => {
  const missing = "ModuleNotFoundError: No module named 'triton'";

  it('is nothing where xFormers only mentions that it is optional', () => {
    const optional = [
      'A matching Triton is not available, some optimizations will not be enabled',
      'Traceback (most recent call last):',
      '  File "/venv/site-packages/xformers/__init__.py", line 57, in _is_triton_available',
      missing,
    ];
    const { verdict, findings } = analyse(optional);
    expect(verdict).toBe('benign');
    expect(findings[0]?.cause).toBe('triton_missing_benign');
    expect(findings.some(({ cause }) => cause === 'triton_missing_required')).toBe(false);
  });

  it('is the older line of xFormers, too', () => {
    const old = [
      'A matching Triton is not available, some optimizations will not be enabled.',
      "Error caught was: No module named 'triton'",
    ];
    expect(analyse(old).verdict).toBe('benign');
  });

  it('stops torch.compile right beside that line', () => {
    const optional = 'A matching Triton is not available, some optimizations will not be enabled';
    const compile = 'RuntimeError: Cannot find a working triton installation.';
    expect(rootOf([optional, compile])).toBe('triton_missing_required');
    const sage = ['  File "D:\\ai\\Lib\\site-packages\\sageattention\\core.py", line 1', missing];
    expect(rootOf([...sage, optional, missing])).toBe('triton_missing_required');
    expect(rootOf([optional, missing, ...sage])).toBe('triton_missing_required');
  });

  it('stops whoever imports it', () => {
    const sage = ['  File "D:\\ai\\Lib\\site-packages\\sageattention\\core.py", line 1', missing];
    expect(rootOf(sage)).toBe('triton_missing_required');
    const far = Array.from({ length: 60 }, () => 'got prompt');
    const both = [
      'A matching Triton is not available, some optimizations will not be enabled',
      missing,
      ...far,
      ...sage,
    ];
    expect(rootOf(both)).toBe('triton_missing_required');
  });
});

describe('a package that is only half there', () => {
  it.each([
    ["ImportError: cannot import name 'flash_attn_func' from 'flash_attn' (unknown location)"],
    ["ImportError: cannot import name 'Config' from 'triton' (unknown location)"],
    ["AttributeError: module 'torch' has no attribute '__version__'"],
    ["ModuleNotFoundError: No module named 'torch._C'"],
  ])('%s', (line) => {
    const { findings } = analyse(line);
    expect(findings.map(({ cause }) => cause)).toEqual(['install_corrupted']);
  });

  it('is whole where only the memory was not enough to load it', () => {
    const line =
      'OSError: [WinError 1455] Die Auslagerungsdatei ist zu klein. Error loading "D:\\ai\\Lib\\site-packages\\torch\\lib\\cudnn_adv64_9.dll" or one of its dependencies.';
    expect(rootOf(line)).toBe('not_attention_oom');
  });

  it('is the fault of the package whose library torch could not load', () => {
    const line = 'OSError: Could not load this library: D:\\ai\\torchaudio\\lib\\libtorchaudio.pyd';
    expect(rootOf(line)).toBe('torchvision_torch_mismatch');
  });
});

describe('a compiler or an assembler that Triton calls', () => {
  it.each([
    ['RuntimeError: Compiler: cl is not found.', 'triton_toolchain_missing'],
    ['RuntimeError: `ptxas` failed with error code 255', 'triton_version_mismatch'],
    ['triton.runtime.errors.PTXASError: PTXAS error', 'triton_version_mismatch'],
    ['No package metadata was found for triton', 'triton_missing_required'],
    ['RuntimeError: Triton Error [CUDA]: out of memory', 'not_attention_oom'],
  ])('%s', (line, cause) => {
    expect(rootOf(line)).toBe(cause);
  });

  it('needs another assembler where a line further down names a card that is newer', () => {
    const log = [
      'RuntimeError: `ptxas` failed with error code 255',
      "ptxas fatal   : Value 'sm_121a' is not defined for option 'gpu-name'",
    ];
    const [root] = analyse(log).findings;
    expect(root?.remedies[0]?.fixDetail).toBe('set_ptxas_path');
    expect(root?.evidence.map(({ said }) => said?.line)).toEqual([1, 2]);
  });
});
