/** The steps that put packages in. {requirement} is exactly what the command names. */
export const prescriptionInstalls = {
  'prescription.install.xformers':
    'Put in {requirement}, which was made for your PyTorch; “--no-deps” keeps PyTorch as it is.',
  'prescription.install.triton':
    'Put in {requirement}, which belongs to your PyTorch; “--no-deps” keeps everything else as it is.',
  'prescription.install.sage-first':
    'Put in {requirement}: the version that runs on your system without being compiled; “--no-deps” keeps everything else as it is.',
  'prescription.install.wheel':
    'Put in {name} from the ready file {file}, made for PyTorch {torch} and Python {python}; “--no-deps” keeps everything else as it is.',
  'prescription.install.comfy-kitchen':
    'Put in the comfy-kitchen that this ComfyUI asks for: {file} pins its version, and “--no-deps” keeps everything else as it is.',
  'prescription.install.torch-cuda':
    'Put in PyTorch {torch} with GPU support ({variant}), and the torchvision and torchaudio that belong to exactly it. This downloads about 3 GB.',
  'prescription.install.torch-new-card':
    'Put in PyTorch {torch} ({variant}), which has code for your card, and the torchvision and torchaudio that belong to exactly it. This downloads about 3 GB.',
  'prescription.install.torch-old-card':
    'Put in PyTorch {torch} in the build {variant}, which still has code for your card (later builds have none), and the torchvision and torchaudio that belong to it. This downloads about 3 GB.',
  'prescription.install.torch-for-xformers':
    'Put in PyTorch {torch} ({variant}), for which your xFormers was made, and the torchvision and torchaudio that belong to it. This downloads about 3 GB.',
  'prescription.uninstall': 'Take {name} out.',

  'prescription.torch.keep-list':
    'Keep a list of what is installed: copy what this prints into a text file. It is the way back.',
  'prescription.torch.by-card':
    'If the card is a GTX 16, an RTX 20 or newer: put in PyTorch {torch} ({variant}), and the torchvision and torchaudio that belong to exactly it. This downloads about 3 GB.',
  'prescription.torch.by-old-card':
    'If the card is older (GTX 10, GTX 900, Titan V): put in PyTorch {torch} in the build cu126, which still has code for it.',
  'prescription.wheel.toolkit':
    'For this card and system nobody offers a ready SageAttention 2; it is compiled. Install a C++ compiler, and the CUDA toolkit of exactly the CUDA version of your PyTorch.',
  'prescription.wheel.build-sage':
    'Build it; this takes a quarter of an hour or more. “--no-build-isolation” lets it find your PyTorch, “--no-deps” keeps everything else as it is.',
  'prescription.torch.page':
    'On PyTorch’s install page choose your system and a CUDA version (12.8 runs on every driver since 2025), and run the command that it shows with the Python from the step above instead of “pip3”.',
  'prescription.torch.xformers-too':
    'Put in {requirement} as well: the old xFormers does not fit the new PyTorch.',
  'prescription.torch.without-xformers':
    'Take xFormers out: there is none for this PyTorch and this card, and PyTorch’s own attention does its work.',

  'prescription.xformers.by-torch':
    'Put in the xFormers of the PyTorch that was printed, with the same command: “-m pip install”, its name from this list, and “--no-deps”. {list}',
  'prescription.triton.by-torch':
    'Put in the Triton of the PyTorch that was printed: “-m pip install --no-deps” and its name from this list in double quotes. {list}',
  'prescription.triton.remove-others':
    'Take every Triton out first: two of them share one folder, and what is left of one breaks the other. (“Skipping” means that it was not there.)',
  'prescription.triton.check':
    'See that it loads: this has to print {version} (perhaps with more behind it).',
  'prescription.triton.none':
    'Install no Triton: none was made that fits PyTorch {torch} with your Python and card. Switch off what needs it: torch.compile in nodes, and SageAttention.',
  'prescription.triton.other-vendor':
    'Install no Triton from the usual index: the PyTorch for your card brings its own, and others are for other cards.',

  'prescription.wheel.choose':
    'On the page {page} find the file {file}, with your Python in the place of 3XX (for Python 3.12 it is cp312), and install it with “-m pip install --no-deps” and its address.',
  'prescription.wheel.none':
    'Nobody is known to offer a ready {name} for PyTorch {torch} on this system ({system}). Look on the page below for a file whose name has your PyTorch, CUDA and Python; if there is none, stay with PyTorch’s own attention.',
  'prescription.wheel.page':
    'On the page below find the {name} whose file name has what was printed: cu128 for CUDA 12.8, torch2.8 for PyTorch 2.8, cp312 for Python 3.12 (abi3 fits all later ones), and {system}. Install it with “-m pip install --no-deps” and its address.',
  'prescription.wheel.triton-first':
    'Put in {requirement} first: SageAttention does not load without Triton. (If it is there already, nothing changes.)',
  'prescription.wheel.unknown':
    'Look in the log for the package that could not be built or loaded, and take a ready file (.whl) of it whose name has your Python, PyTorch and CUDA.',

  'prescription.right-python.keep':
    'See what this would change, without changing anything: no torch may be in its last line (“Would install …”). If there is one, stop here.',
  'prescription.right-python.install':
    'Install it with the Python that runs your program, not with another one.',
  'prescription.right-python.which':
    'Run the installation that went elsewhere once more, with the Python that runs your program in front: its path, then “-m pip install” and the same words as before.',

  'prescription.vendor.remove': 'Take out the PyTorch that was made for other cards.',
  'prescription.vendor.amd': 'Put in the PyTorch for AMD cards (ROCm). This downloads about 4 GB.',
  'prescription.vendor.intel':
    'Put in the PyTorch for Intel cards (XPU). This downloads about 2 GB.',
  'prescription.vendor.amd-portable':
    'Unpack ComfyUI’s portable version for AMD into a new folder beside the old one and start that: it brings the PyTorch for your card. Your models stay where they are; extra_model_paths.yaml shows them to it.',
  'prescription.vendor.intel-portable':
    'Unpack ComfyUI’s portable version for Intel into a new folder beside the old one and start that: it brings the PyTorch for your card. Your models stay where they are; extra_model_paths.yaml shows them to it.',
  'prescription.vendor.apple':
    'Install PyTorch from the usual index: for a Mac every build is the right one. CUDA is nothing that a Mac could get.',
  'prescription.vendor.which-card':
    'See which graphics card the computer has (in Windows: Task Manager, Performance). Without one that PyTorch can use, the processor has to do the work: that is slow, and it runs.',
  'prescription.vendor.unknown':
    'See which graphics card the computer has, choose the build for it on PyTorch’s install page, and install that with the Python of your program; without a card choose “CPU”.',
  'prescription.vendor.page':
    'If there is an AMD or Intel card, put in the PyTorch build for it from PyTorch’s install page.',
} as const;
