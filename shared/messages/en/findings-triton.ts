/** Findings about Triton and what it needs to build its kernels. */
export const tritonFindings = {
  'finding.triton_missing_benign.title': 'Triton is not installed. This is harmless.',
  'finding.triton_missing_benign.explanation':
    'xFormers says that a matching Triton is not available and goes on without it. Attention works as fast as before. Triton is only needed for SageAttention and for torch.compile.',
  'finding.triton_missing_benign.cost': 'Nothing happens. The message may come back at each start.',

  'finding.triton_missing_required.title': 'Triton is missing, and something here needs it.',
  'finding.triton_missing_required.explanation':
    'SageAttention and torch.compile build their kernels with Triton while the program runs, and cannot work without it. PyTorch for Windows does not bring it along. The Triton that fits your PyTorch can be added; nothing else changes.',
  'finding.triton_missing_required.cost':
    'Workflows with SageAttention or torch.compile stop with an error; all others run.',
  'finding.triton_missing_required.title-sage': 'Triton is missing, and SageAttention needs it.',
  'finding.triton_missing_required.explanation-sage':
    'SageAttention builds its kernels with Triton and cannot be imported without it. The Triton that fits your PyTorch can be added; nothing else changes.',
  'finding.triton_missing_required.cost-sage':
    'SageAttention does not work, and ComfyUI stops if it was told to use it.',

  'finding.triton_version_mismatch.title':
    'This Triton does not fit your PyTorch or your graphics card.',
  'finding.triton_version_mismatch.explanation':
    'Each PyTorch works with one generation of Triton, such as 3.3 with PyTorch 2.7 or 3.5 with 2.9. RTX 50 cards need Triton 3.3 or newer, and GTX 16 and RTX 20 cards need 3.2 or older. With another one, kernels cannot be built.',
  'finding.triton_version_mismatch.cost':
    'SageAttention and torch.compile stop with an error; everything else runs.',

  'finding.vc_runtime_dll_broken.title':
    'A Windows runtime library is missing or too old, so a package cannot load.',
  'finding.vc_runtime_dll_broken.explanation':
    'Triton and PyTorch need Microsoft’s Visual C++ runtime, and Windows found none, or an old copy beside python.exe that it takes first. The packages are all right, so reinstalling them changes nothing. The current runtime from Microsoft puts it right.',
  'finding.vc_runtime_dll_broken.title-blocked':
    'Windows’ app control does not let this file load.',
  'finding.vc_runtime_dll_broken.explanation-blocked':
    'Smart App Control or a rule of your company blocks files that are not signed, and this is one. The package itself is complete; reinstalling it brings the same file, which is blocked again.',
  'finding.vc_runtime_dll_broken.cost':
    'The package that needs the library does not load; if that is PyTorch, ComfyUI does not start.',

  'finding.triton_toolchain_missing.title':
    'Triton cannot build its kernels: a compiler or library is missing.',
  'finding.triton_toolchain_missing.explanation':
    'Triton builds a small program for your card when it is first used, and found no C compiler or no CUDA driver library to link with. On Windows, triton-windows has brought its own compiler since 3.2.0.post13, so neither Visual Studio nor the CUDA toolkit is needed. On Linux it uses the system’s gcc.',
  'finding.triton_toolchain_missing.cost':
    'SageAttention and torch.compile stop with an error; everything else runs.',

  'finding.python_headers_missing.title':
    'Triton cannot build its kernels: Python’s headers are missing.',
  'finding.python_headers_missing.explanation':
    'Triton builds a small program that needs Python.h and Python’s libraries, and this Python came without them. The embedded Python of ComfyUI portable leaves them out, and so do many Linux systems. They must come from exactly the same Python version, such as 3.12 for 3.12.',
  'finding.python_headers_missing.cost':
    'SageAttention and torch.compile stop with an error; everything else runs.',

  'finding.triton_stale_cache.title': 'Triton uses old kernels from before an update.',
  'finding.triton_stale_cache.explanation':
    'Triton and torch.compile keep the kernels that they have built, and after an update of Python, PyTorch or Triton the old ones no longer fit. Deleting these caches is safe: they are built anew at the next start. Nothing needs to be installed.',
  'finding.triton_stale_cache.cost':
    'SageAttention and torch.compile stop with the same error until the caches are deleted.',
} as const;
