import type { Samples } from './sample.ts';

/** What pip and uv say of packages, and of those that they find or put there. */
export const installationSamples = {
  PIP_NO_VERSION: {
    says: [
      'ERROR: Could not find a version that satisfies the requirement torch=={torch} (from versions: none)',
      'ERROR: Could not find a version that satisfies the requirement triton (from {word}) (from versions: none)',
      'Could not find a version that satisfies the requirement {word}>=2 (from -r requirements.txt (line 3)) (from versions: 1.0, 1.1)',
      'ERROR: Could not find a final version that satisfies the requirement {word}<3,>=2 (from versions: 1.0)',
    ],
    not: ['Could not find a version of {word}', 'There is a version that satisfies {word}'],
  },
  PIP_NO_MATCH: {
    says: ['ERROR: No matching distribution found for xformers=={xformers}'],
    not: ['No matching distribution', 'No matching files found for {word}'],
  },
  PIP_WRONG_WHEEL: {
    says: [
      'ERROR: flash_attn-2.7.4-cp311-cp311-win_amd64.whl is not a supported wheel on this platform.',
      "ERROR: {path}\\sageattention-2.1.1-cp312-cp312-linux_x86_64.whl' is not a supported wheel on this platform.",
      '{word}-1.0-py3-none-any.whl is not a supported wheel for this platform',
    ],
    not: ['{word}.whl is a supported wheel on this platform', '{word}.whl is not supported'],
  },
  PIP_PYTHON_RANGE: {
    says: [
      "ERROR: Package 'xformers' requires a different Python: {python} not in '>=3.8'",
      'ERROR: Packages require a different Python. {python} not in:',
      'Because the current Python version ({python}) does not satisfy Python>=3.9 and {word}',
    ],
    not: [
      'Ignored the following versions that require a different python version: 0.1 Requires-Python >=3.7',
      'It requires a different Python',
    ],
  },
  PIP_PYTHON_IGNORED: {
    says: [
      'ERROR: Ignored the following versions that require a different python version: 0.1 Requires-Python >=3.7',
    ],
    not: ['Ignored the following yanked versions: 1.0'],
  },
  UV_NO_WHEEL: {
    says: [
      '  × No solution found when resolving dependencies:',
      'No solution found when resolving tool dependencies:',
      'Because torch=={flash} has no wheels with a matching Python ABI tag (e.g., `cp313`)',
      'Because triton=={flash} has no wheels with a matching platform tag (e.g., `win_amd64`)',
      '╰─▶ Because there is no version of {word}==9.9 and you require it',
      'A path dependency is incompatible with the current platform: {word}.whl',
    ],
    not: ['there is no version of events', 'it has no wheels', 'A solution was found'],
  },
  PIP_CONFLICT: {
    says: [
      'ERROR: ResolutionImpossible: for help visit the manual',
      'ERROR: Cannot install {word} and {word} because these package versions have conflicting dependencies.',
    ],
    not: ['there are no conflicting dependencies'],
  },
  PIP_REQUIRES_TORCH: {
    says: [
      'xformers {xformers} requires torch==2.5.0, but you have torch {torch} which is incompatible.',
      '{word} 1.0 requires torch<2.4,>=2.1, but you have torch 2.5.1+cu124 which is incompatible.',
      "torchaudio 2.0.2 requires torch==2.0.1, but you'll have torch {torch} which is incompatible.",
    ],
    not: [
      'numba 0.60.0 requires numpy<2.1, but you have numpy 2.2.0 which is incompatible.',
      '{word} 1.0 requires torch, which is not installed.',
      '{word} 1.0 requires torchmetrics<1, but you have torchmetrics 1.2 which is incompatible.',
    ],
  },
  PIP_FOUND_TORCH: {
    says: ['    Found existing installation: torch {torch}'],
    not: ['    Found existing installation: torchvision 0.16.0', 'torch {torch}'],
  },
  PIP_ROLLED_BACK: {
    says: ['  Rolling back uninstall of torch'],
    not: ['  Rolling back uninstall of torchvision', '  Rolling back uninstall of torch-tools'],
  },
  PIP_REMOVED_TORCH: {
    says: ['      Successfully uninstalled torch-{torch}'],
    not: ['      Successfully uninstalled torchvision-0.16.0', 'uninstalled torch'],
  },
  PIP_INSTALLED: {
    says: ['Successfully installed xformers-{xformers} {word}-1.0'],
    not: ['Successfully uninstalled {word}-1.0', 'The node was successfully updated'],
  },
  PIP_INSTALLED_TORCH: {
    says: [
      'Successfully installed torch-{torch}',
      'Successfully installed MarkupSafe-2.1.5 filelock-3.13.1 sympy-1.13.1 torch-{torch} xformers-{xformers}',
      ' + torch=={torch}',
    ],
    not: [
      'Successfully installed torchvision-0.16.0 open-clip-torch-2.20.0',
      'Successfully uninstalled torch-{torch}',
      'C++ torch=={torch}',
    ],
  },
  PIP_INSTALLING_TORCH: {
    says: [
      'Installing collected packages: mpmath, sympy, torch, xformers',
      'Installing collected packages: torch',
    ],
    not: [
      'Installing collected packages: torchvision, open-clip-torch, torch-fidelity',
      'Installing torch',
    ],
  },
  PIP_COLLECTING_TORCH: {
    says: [
      'Collecting torch',
      'Collecting torch=={torch}',
      'Collecting torch<2.5,>=2.0 (from {word})',
      'Collecting triton==2.0.0 (from torch==2.0.0->xformers)',
    ],
    not: ['Collecting torchvision', 'Collecting {word} (from {word}==2.0.0)', 'torch=={torch}'],
  },
  PIP_UPGRADE_TORCH: {
    says: [
      'pip install --upgrade torch torchvision',
      'pip3 install -U torch',
      'python -m pip install torch --force-reinstall',
    ],
    not: [
      'pip install -U torch --index-url https://example.org/whl',
      'pip install -U open-clip-torch',
      'pip install torch',
    ],
  },
  PIP_AT_PROMPT: {
    says: [
      'C:\\ComfyUI_windows_portable\\ComfyUI>python.exe -m pip install -r requirements.txt',
      'PS D:\\AI\\ComfyUI_windows_portable> pip install xformers',
    ],
    not: [
      'C:\\ComfyUI_windows_portable>.\\python_embeded\\python.exe -m pip install xformers',
      'C:\\ComfyUI_windows_portable>python main.py',
    ],
  },
  PIP_INSTALL_COMMAND: {
    says: ['pip install {word}', '$ python -m pip install -U {word}', 'pip3 install {word}'],
    not: ['pip uninstall {word}', 'pip install'],
  },
  PIP_ALREADY: {
    says: [
      'Requirement already satisfied: xformers in {path}/site-packages (0.0.28)',
      'Requirement already satisfied: torch>=1.10,!=2.1 in {path}\\site-packages (from xformers) (2.5.1)',
      'Requirement already satisfied: {word}[all]==1.0 in /usr/lib/python3/dist-packages (1.0)',
    ],
    not: ['Requirement already satisfied', 'Requirement already satisfied: {word} in a zip'],
  },
  PIP_INVALID_DISTRIBUTION: {
    says: [
      'WARNING: Ignoring invalid distribution ~orch ({path}\\site-packages)',
      'WARNING: Ignoring invalid distribution -formers ({path}/site-packages)',
    ],
    not: ['Ignoring invalid distribution {word}', 'WARNING: Ignoring {word} ({path})'],
  },
  PIP_NO_RECORD: {
    says: [
      "╰─> The package's contents are unknown: no RECORD file was found for torch.",
      'error: uninstall-no-record-file',
      'ERROR: Cannot uninstall numpy 1.26.4, RECORD file not found. You might be able to recover from this via:',
      "ERROR: Cannot uninstall 'PyYAML'. It is a distutils installed project and thus we cannot accurately determine",
    ],
    not: ['Cannot uninstall {word}', 'the RECORD file was found'],
  },
  PIP_NO_METADATA: {
    says: [
      'importlib.metadata.PackageNotFoundError: No package metadata was found for {word}',
      'importlib.metadata.PackageNotFoundError: {word}',
    ],
    not: ['PackageNotFoundError', 'package metadata was found for {word}'],
  },
  PIP_NOT_A_PROJECT: {
    says: [
      "ERROR: file:///{word} does not appear to be a Python project: neither 'setup.py' nor 'pyproject.toml' found.",
      "ERROR: Directory '.' is not installable. Neither 'setup.py' nor 'pyproject.toml' found.",
    ],
    not: ["neither 'setup.py' nor 'pyproject.toml' found", '{word} is not installable'],
  },
  PIP_INCONSISTENT: {
    says: [
      "Requested xformers from file:///{word} has inconsistent version: expected '0.0.28', but metadata has '0.0.28.dev893'",
      "Requested {word} has inconsistent name: expected '{word}', but metadata has '{word}'",
      'Package metadata version `2.7.4` does not match given version `2.7.4+cu124`',
    ],
    not: ['{word} has inconsistent metadata', 'The version does not match'],
  },
  PIP_INVALID_WHEEL: {
    says: [
      "ERROR: Wheel 'torch' located at {path}/torch.whl is invalid.",
      '{word} has an invalid wheel, .dist-info directory not found',
    ],
    not: ["Wheel '{word}' was stored", 'an invalid wheelbase'],
  },
  PIP_MANAGED: {
    says: [
      'error: externally-managed-environment',
      'error: The interpreter at {path} is externally managed, and indicates the following:',
    ],
    not: ['the environment is managed by hand', 'this is externally managed'],
  },
  PIP_MANAGED_BY: {
    says: ['    This Python installation is managed by uv and should not be modified.'],
    not: ['Models are managed by {word}'],
  },
  SHELL_LAUNCHER_MOVED: {
    says: [
      `Fatal error in launcher: Unable to create process using '"D:\\ComfyUI\\python.exe" "{path}\\pip.exe" install x'`,
    ],
    not: ['Fatal error in main: Unable to create process', 'Unable to create process using python'],
  },
} satisfies Samples;
