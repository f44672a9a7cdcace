/** What is wrong, why, and what it costs; and the evidence lines below it. */
export const findings = {
  'verdict.healthy.xformers': 'Everything works. xFormers {version} fits your PyTorch.',
  'verdict.healthy.xformers-gpu':
    'Everything works. xFormers {version} fits your PyTorch on your {gpu}.',
  'verdict.healthy.pytorch': 'Everything works. PyTorch’s own attention is in use here.',
  'verdict.benign': 'Nothing is wrong. What you may have seen is harmless.',
  'verdict.benign.reason': 'You can ignore it. The list below says why.',
  'verdict.problem.reason': 'It can be repaired, and the repair can be undone.',
  'verdict.unknown': 'We could not check everything, so we do not say that it works.',
  'verdict.no-torch': 'PyTorch is not installed in this Python.',
  'verdict.torch-broken': 'PyTorch is installed but does not start: {text}',

  'finding.healthy.title': 'Everything works',
  'finding.healthy.explanation':
    'The packages fit together, and a live Python loaded them without a complaint.',
  'finding.healthy.explanation-static':
    'By their files the packages fit together. Python was not started to prove it.',

  'finding.xformers_torch_mismatch.title':
    'xFormers does not fit your PyTorch, so ComfyUI runs without it.',
  'finding.xformers_torch_mismatch.title-bare':
    'xFormers does not fit your PyTorch, so it cannot be used.',
  'finding.xformers_torch_mismatch.cost-bare':
    'Until then every program that uses this Python goes without xFormers, or stops where it insists on it.',
  'finding.xformers_torch_mismatch.explanation':
    'xFormers {xformers} was built for PyTorch {built}, and you have {torch}. It still imports without an error, but its fast part cannot load. Only xFormers needs replacing; PyTorch stays as it is.',
  'finding.xformers_torch_mismatch.explanation-cuda':
    'xFormers {xformers} was built with CUDA {builtCuda}, and your PyTorch {torch} uses CUDA {cuda}. The two cannot be loaded together, whatever the version numbers say. Only xFormers needs replacing; PyTorch stays as it is.',
  'finding.xformers_torch_mismatch.cost':
    'Until then ComfyUI quietly uses another attention: pictures still come, often slower and with more memory.',

  'finding.xformers_incomplete_build.title':
    'xFormers is installed, but its compiled part does not work.',
  'finding.xformers_incomplete_build.explanation':
    'xFormers {version} has the right version number, but the part that does the work is missing or does not load. An interrupted installation or a virus scanner can cause this. Installing the same package again puts it right.',
  'finding.xformers_incomplete_build.cost': 'Until then ComfyUI runs without xFormers.',

  'finding.torch_cpu_build.title': 'Your PyTorch is a build without GPU support.',
  'finding.torch_cpu_build.explanation':
    'This PyTorch was made for the processor only, so your NVIDIA card is not used at all. This often happens when another package pulled PyTorch from the wrong place. The same PyTorch version exists with GPU support.',
  'finding.torch_cpu_build.explanation-no-card':
    'This PyTorch was made for the processor only. We did not see an NVIDIA card or its driver from here; if this computer has one, PyTorch cannot use it. The same PyTorch version exists with GPU support.',
  'finding.torch_cpu_build.cost':
    'ComfyUI stops at start, or makes pictures many times slower than your card could.',

  'finding.accel_package_not_installed.title': 'xFormers is not installed in this Python.',
  'finding.accel_package_not_installed.explanation':
    'Nothing is broken: PyTorch’s own attention does the work, and on many cards it is as fast. Programs that ask for xFormers will not find it here.',
  'finding.accel_package_not_installed.cost':
    'Some workflows and older cards run slower or need more memory without it.',
  'finding.accel_package_not_installed.title-flag':
    'ComfyUI is told to use {name}, but {name} is not installed.',
  'finding.accel_package_not_installed.explanation-flag':
    'The start script has the flag {flag}. ComfyUI stops at once when it finds that {name} is missing. Install it, or take the flag out of the start script.',
  'finding.accel_package_not_installed.cost-flag': 'ComfyUI does not start.',

  'finding.triton_missing_benign.title': 'Triton is not installed. This is harmless.',
  'finding.triton_missing_benign.explanation':
    'xFormers says that a matching Triton is not available and goes on without it. Attention works as fast as before. Triton is only needed for SageAttention and for torch.compile.',
  'finding.triton_missing_required.title': 'Triton is missing, and SageAttention needs it.',
  'finding.triton_missing_required.explanation':
    'SageAttention builds its kernels with Triton and cannot be imported without it. The Triton that fits your PyTorch can be added; nothing else changes.',
  'finding.triton_missing_required.cost':
    'SageAttention does not work, and ComfyUI stops if it was told to use it.',

  'evidence.torch-cuda': 'PyTorch {version}, made for CUDA {cuda}',
  'evidence.torch-rocm': 'PyTorch {version}, made for ROCm {hip}',
  'evidence.torch-cpu': 'PyTorch {version}, made without GPU support',
  'evidence.xformers': 'xFormers {version}, which does not say what it was built for',
  'evidence.xformers-built': 'xFormers {version}, built for PyTorch {torch}',
  'evidence.not-installed': '{name} is not among the installed packages',
  'evidence.needs-cuda': '{name} {version} is installed and only works with CUDA',
  'evidence.needs-triton': '{name} {version} is installed and imports Triton',
  'evidence.flag': 'The start script has {flag}',
  'evidence.gpu': 'The driver reports an {name}',
  'evidence.driver': 'An NVIDIA driver is installed {version}',
  'evidence.python-said': 'Python said: {text}',
} as const;
