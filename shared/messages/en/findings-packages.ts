/** Findings about installing: pip, wheels, files, the network and the disk. */
export const packageFindings = {
  'finding.source_build_failed.title':
    'pip found no ready-made package, tried to compile the package, and failed.',
  'finding.source_build_failed.explanation':
    'For your combination of Python, PyTorch and CUDA pip took the source code and tried to build it here. That needs a C++ compiler and the CUDA toolkit in the right version, takes hours for flash-attn, and rarely succeeds on Windows. A ready wheel spares all of that.',
  'finding.source_build_failed.cost':
    'The package is not installed; what was there before stays as it was.',

  'finding.no_matching_wheel.title':
    'There is no ready package for your Python, PyTorch, CUDA or system.',
  'finding.no_matching_wheel.explanation':
    'pip looked for a file that fits and found none: often the Python is too new for that release, the package does not exist for this system, or the index address names a CUDA version that is not offered there. Trying again does not change that. Another Python or another version of the package does.',
  'finding.no_matching_wheel.cost': 'The package is not installed; what was there before stays.',

  'finding.wrong_python_env.title':
    'The package went into another Python than the one ComfyUI uses.',
  'finding.wrong_python_env.explanation':
    'A computer can have several Pythons, each with packages of its own; ComfyUI portable uses the one in its folder python_embeded. pip installed into another one. So pip says that everything is there, and ComfyUI still does not find it.',
  'finding.wrong_python_env.cost':
    'ComfyUI goes on without the package, however often it is installed there.',

  'finding.install_corrupted.title': 'A package is damaged or only half removed.',
  'finding.install_corrupted.explanation':
    'An installation or removal stopped half-way, so files are missing, exist twice or lie about under a name that begins with “~”. This happens when ComfyUI was still running, or a virus scanner stepped in. Installing the same version afresh puts it right.',
  'finding.install_corrupted.cost':
    'The package may fail at any time, and further installations may fail with it.',

  'finding.numpy_abi_mismatch.title':
    'A package was made for another NumPy than the one installed.',
  'finding.numpy_abi_mismatch.explanation':
    'NumPy 2 cannot serve packages that were compiled for NumPy 1, and some not the other way round. A custom node often updates NumPy without saying so. Either the package is updated, or NumPy goes back to the version it knows.',
  'finding.numpy_abi_mismatch.cost':
    'The package in question does not load; if that is PyTorch, pictures fail as well.',

  'finding.pep668_managed_env.title':
    'This Python belongs to the system or a package manager and refuses installations.',
  'finding.pep668_managed_env.explanation':
    'On many Linux systems, with Homebrew, uv and some conda setups, Python belongs to the package manager, and pip may not change it. That protects what else uses it and is no fault. ComfyUI needs an environment of its own (a “venv”), where pip may do anything.',
  'finding.pep668_managed_env.cost': 'Nothing was installed and nothing is broken.',

  'finding.network_failure.title': 'A download failed, so the installation did not finish.',
  'finding.network_failure.explanation':
    'pip could not reach the server, or the connection broke, timed out or was not trusted. A proxy, a firewall, a VPN or a mirror that is down is the usual reason. The packages on this computer are not the cause.',
  'finding.network_failure.cost':
    'The new package is missing; as a rule what was installed before goes on working.',

  'finding.disk_full.title': 'The disk is full, so the installation did not finish.',
  'finding.disk_full.explanation':
    'PyTorch and its relatives need several gigabytes, and while installing as much again in the temporary folder, which may lie on another drive. One of the two ran out of space. An installation that was cut off may be incomplete.',
  'finding.disk_full.cost':
    'Further installations fail, and ComfyUI may be unable to save pictures.',

  'finding.file_locked_or_denied.title':
    'A file is in use or protected, so pip could not replace it.',
  'finding.file_locked_or_denied.explanation':
    'Windows does not let go of a file that a running program has open, and ComfyUI itself is usually that program. A virus scanner, or a folder that needs administrator rights such as Program Files, has the same effect. The package may now be half replaced.',
  'finding.file_locked_or_denied.cost':
    'The installation stays unfinished, and the package may not load at the next start.',

  'finding.windows_long_path.title': 'A file path is longer than Windows allows.',
  'finding.windows_long_path.explanation':
    'Without a certain setting Windows takes only paths of up to 260 characters, and the source code of xFormers and flash-attn has very deep folders. It is met when pip builds from source instead of taking a ready-made package. Your card and your PyTorch are fine.',
  'finding.windows_long_path.cost': 'The package is not installed; what was there before stays.',
} as const;
