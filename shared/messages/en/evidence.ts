/** What the rules about an environment saw, one line each, and sentences for their special cases. */
export const evidence = {
  'evidence.installed': '{name} {version} is installed',
  'evidence.torch-xpu': 'PyTorch {version}, made for Intel graphics cards (XPU)',
  'evidence.torch-architectures': 'This PyTorch has kernels for {architectures}',
  'evidence.gpu-capability': 'The graphics card is an {name}, compute capability {capability}',
  'evidence.gpu-vendor': 'The only graphics cards that the system lists are from {vendors}',
  'evidence.no-nvidia-driver': 'No NVIDIA driver is installed',
  'evidence.driver-floor': 'PyTorch for CUDA {cuda} needs an NVIDIA driver {version} or newer',
  'evidence.cuda-unavailable': 'A live Python found no graphics card that PyTorch can use',
  'evidence.companion-expected': 'PyTorch {torch} goes with {name} {expected}',
  'evidence.companion-build': '{name} {version} was made for another build of PyTorch',
  'evidence.xformers-gpu-limit':
    'xFormers {version} has no kernel here for cards above compute capability {capability}',
  'evidence.package-minimum': '{name} needs compute capability {capability} or newer',
  'evidence.triton-gpu-from': 'This card needs Triton {version} or newer',
  'evidence.triton-expected': 'PyTorch {torch} goes with Triton {series}',
  'evidence.triton-not-for-windows':
    'The package “triton” {version} is not made for Windows; “triton-windows” is',
  'evidence.headers-missing': 'This Python has no Python.h, which Triton compiles against',
  'evidence.import-library-missing': 'This Python has no “libs” folder with its import library',
  'evidence.compiler-missing': 'No C compiler was found on the search path',
  'evidence.triton-without-compiler':
    'triton-windows {version} brings no compiler of its own; 3.2.0.post13 and later do',
  'evidence.runtime-old': '{file} has version {version}; Triton needs 14.42 or newer',
  'evidence.runtime-missing': 'msvcp140.dll is neither beside this Python nor in Windows',
  'evidence.wheel-built': '{name} {version} was built for {built}',
  'evidence.compiled-for-python': '{file} was compiled for another Python than {python}',
  'evidence.kernel-missing': 'SageAttention {version} came without the file {file}',
  'evidence.flash-range': 'xFormers {xformers} accepts flash-attn {oldest} to {newest}',
  'evidence.flash-leftover': 'There is a folder flash_attn without the package that belongs in it',
  'evidence.built-for-numpy-one': '{name} {version} was compiled for NumPy 1',
  'evidence.leftover': 'An interrupted installation left {folder} behind',
  'evidence.duplicate': '{name} is listed several times: {versions}',
  'evidence.without-record': '{name} has no list of its files, so pip cannot replace it cleanly',
  'evidence.without-metadata':
    'Nothing tells pip which version of {name} is there, so programs take it for missing',
  'evidence.compiled-missing': '{name} came with {file}, and that file is gone',
  'evidence.loader-library':
    '{file} needs {name}, which is nowhere that this Python would look for it',
  'evidence.loader-version': '{file} needs {name}, which is newer than what this system has',
  'evidence.loader-functions':
    '{file} asks for functions that this PyTorch does not have ({count}), {name} among them',
  'evidence.loader-loads': 'All that {file} asks for is there, so it would load',
  'evidence.looked-in': 'We looked in {python}',
  'evidence.xformers-python':
    'xFormers {version} was compiled for Python {built}; this is Python {python}',
  'evidence.xformers-without-cuda':
    'xFormers {version} was compiled without CUDA, as its own cpp_lib.json says',
  'evidence.without-files': '{name} {version} is listed, but its files are not there',
  'evidence.user-site':
    '{name} {version} in your own user folder comes before the {own} of this Python',
  'evidence.script-python': 'This script starts {python}; we looked at {own}',
  'evidence.externally-managed': 'A mark in this Python forbids pip to change it (PEP 668)',
  'evidence.no-wheel': 'No xFormers for PyTorch {torch} was published for Python {python}',

  'finding.install_corrupted.title-lists': 'The list of installed packages is not in order.',
  'finding.install_corrupted.explanation-lists':
    'Beside each package lies a folder that says which version it is and which files belong to it. Here such a folder is incomplete, missing, or there twice; an installation that was cut off or a copied folder leaves that behind. The packages themselves may well work.',
  'finding.install_corrupted.cost-lists':
    'Nothing has to fail today, but pip may be unable to replace the package, and programs that ask for its version may get a wrong one or none.',
  'finding.install_corrupted.title-leftovers':
    'An earlier installation left folders behind. This is harmless.',
  'finding.install_corrupted.explanation-leftovers':
    'When pip is interrupted, or a file was in use, it leaves folders whose names begin with “~”. Python does not load them, and pip only complains about them. They can be deleted while ComfyUI is closed.',
  'finding.install_corrupted.title-no-python':
    'This environment cannot start any more: its Python is gone.',
  'finding.install_corrupted.explanation-no-python':
    'An environment holds the packages, but it runs with the Python that it was made from. That Python was removed, moved or replaced by another version, so neither ComfyUI nor pip can run here. The packages themselves may be unharmed.',
  'finding.install_corrupted.cost-no-python':
    'ComfyUI does not start from this environment, and nothing in it can be checked or repaired until it has a Python again.',
  'finding.install_corrupted.advice-no-python':
    'Install the same version of Python again at the same place. If that is not possible, rename the environment folder, make a new environment under its old name, and install PyTorch and then ComfyUI’s requirements.txt into it.',
  'finding.sageattention_wrong_build.title-one':
    'SageAttention is version 1; your card could use version 2.',
  'finding.sageattention_wrong_build.explanation-one':
    '“pip install sageattention” brings version 1, which works. Version 2 has kernels made for RTX 40 and 50 cards and is usually faster on them.',
  'finding.sageattention_wrong_build.cost-one':
    'Nothing is broken. Video models may take longer than they could.',
  'finding.wrong_python_env.title-user-site':
    'Packages of your own user folder push aside those of this Python.',
  'finding.wrong_python_env.explanation-user-site':
    'Something was installed with “pip install --user”, and this Python looks there first. So it loads another version than the one that stands in its own folder, and the two sets do not fit together.',
  'finding.wrong_python_env.cost-user-site':
    'Repairs in this Python have no effect as long as the other copy is found first.',
  'finding.wrong_python_env.title-script':
    'The start script runs another Python than the one that was looked at.',
  'finding.wrong_python_env.explanation-script':
    'The script that starts ComfyUI names a Python by its path, and that one lies outside of this environment. Each Python has packages of its own, so what is installed or repaired here does not reach a ComfyUI that is started with this script.',
  'finding.wrong_python_env.cost-script':
    'Repairs in this Python have no effect on a ComfyUI that this script starts.',
  'finding.wrong_python_env.title-moved':
    'This environment was moved or copied; its scripts still lead to the old place.',
  'finding.wrong_python_env.explanation-moved':
    'The Python in it works, but “activate” and “pip” carry the path of the place where the environment was made. Whoever uses them reaches the old place or another Python, and what is installed that way does not reach this ComfyUI.',
  'finding.wrong_python_env.cost-moved':
    'A ComfyUI that is started with this Python by its path runs as before. What “pip” installs may land elsewhere.',
  'finding.wrong_python_env.advice-moved':
    'Name this environment’s own Python by its path in the start script, and run “python -m pip” with it instead of “pip”; or make the environment anew at this place.',
  'finding.flash_attn_binary_mismatch.title-range': 'xFormers refuses the flash-attn beside it.',
  'finding.flash_attn_binary_mismatch.explanation-range':
    'xFormers looks for flash-attn when it starts and stops if that is older or newer than it knows. Then xFormers does not work at all, although nothing is wrong with it. A flash-attn within its range, or none, puts it right.',
  'finding.flash_attn_binary_mismatch.title-leftover':
    'Remains of flash-attn keep xFormers from starting.',
  'finding.flash_attn_binary_mismatch.explanation-leftover':
    'A folder called flash_attn is there without the package itself. xFormers takes it for flash-attn, looks inside and stops. Deleting that folder, or installing flash-attn properly, puts it right.',
  'finding.flash_attn_binary_mismatch.advice-range':
    'Close ComfyUI; then, with ComfyUI’s own Python, either take flash-attn out (“python -m pip uninstall flash-attn”) or install a flash-attn from {oldest} to {newest} whose wheel was made for your PyTorch, CUDA and Python.',
  'finding.flash_attn_binary_mismatch.advice-leftover':
    'Close ComfyUI and delete the folder flash_attn in site-packages; if something needs flash-attn, install one from {oldest} to {newest} whose wheel was made for your PyTorch, CUDA and Python.',
  'finding.flash_attn_binary_mismatch.advice-four':
    'Close ComfyUI; then, with ComfyUI’s own Python, either take flash-attn-4 out (“python -m pip uninstall flash-attn-4”) or install a flash-attn from {oldest} to {newest} beside it.',
  'finding.flash_attn_binary_mismatch.cost-xformers':
    'Until then xFormers cannot be imported, and ComfyUI quietly uses another attention.',
} as const;
