/** What a plan says besides its table. */
export const plans = {
  'plan.undo':
    'Before anything changes, the files in question are copied. One click puts them back, without a network.',
  'plan.undo.nothing': 'There is nothing to undo, because nothing changes.',
  'plan.warning.other-cuda-minor':
    'There is no build for {variant} itself. The one for another CUDA version of the same generation is used; it is checked after the installation.',
  'plan.warning.inferred':
    'This {name} version follows from neighbouring releases and was not seen in use. It is checked after the installation.',
  'plan.warning.no-driver-seen':
    'No NVIDIA driver was seen here. Without one, PyTorch cannot use a card.',
  'plan.warning.breaks': '{by} asks for {name} {specifier}, which this change does not meet.',
  'plan.need.both':
    'Up to {needed} on the drive of {path}, for packages, download and saved files.',
  'plan.need.environment': 'Up to {needed} on the drive of {path}, for the packages.',
  'plan.need.state': 'Up to {needed} on the drive of {path}, for the download and saved files.',
  'plan.need.free': '{free} are free.',
  'plan.need.time':
    'The download takes {time}, if it is as fast as the last ones here ({speed} a second).',
  'plan.need.time-unknown': 'How long the download takes is not known: none was measured here yet.',
  'plan.edit-adds': '{path}: {flags} is added.',
  'plan.edit-removes': '{path}: {flags} is taken out.',
  'plan.set-aside': '{path} is moved out of the way and kept.',
  'plan.warning.goes':
    '{name} is taken out: what is here was built for the old PyTorch, and there is none for the new one.',
  'plan.warning.build':
    'This compiles {name} on this computer, {jobs} files at a time. It can take hours, and runs the build program that comes with its sources.',
  'build.missing.unseen': 'It was not looked at which tools are here.',
  'build.missing.card':
    'The driver does not tell which graphics card is here, so it is not known what to compile for.',
  'build.missing.compiler':
    'There is no C++ compiler: install g++ or, on Windows, the Visual Studio Build Tools with C++.',
  'build.missing.nvcc':
    'There is no CUDA toolkit with nvcc: install CUDA toolkit {cuda}, the version of this PyTorch.',
  'build.missing.nvcc-version':
    'The CUDA toolkit here is {found}, but this PyTorch was made with {cuda}: install CUDA toolkit {cuda} beside it.',
  'build.missing.python-headers':
    'Python.h of this Python is missing: install its development files (python3-dev), or take a Python that has them.',
  'build.missing.import-library':
    'The folder “libs” of this Python is missing: take it from the full installer of the same version.',
  'build.missing.torch-headers':
    'PyTorch here comes without its headers (torch/include): install it again from its own index.',
  'build.missing.setuptools': 'setuptools is missing in this environment.',
  'build.missing.wheel':
    'This setuptools is older than 70.1 and the package “wheel” is missing: install “wheel” or a newer setuptools.',
  'build.missing.ninja':
    'ninja is missing: without it the files are compiled one by one, which takes a day. Install the package “ninja”.',
  'build.missing.memory':
    'Only {free} GiB of memory are free, and one compiler needs up to {needed} GiB: close other programs.',
  'wheel.unfit.absent': 'There is no such file.',
  'wheel.unfit.no-wheel': 'Its name is not that of a wheel (name-version-python-abi-platform.whl).',
  'wheel.unfit.name': 'It is a wheel of {name}, and {goal} is wanted.',
  'wheel.unfit.python': 'It is for the Python “{tag}”; the one here is {python}.',
  'wheel.unfit.platform': 'It is for another system or processor: {tag}.',
  'wheel.unfit.cuda':
    'It was built for another CUDA generation ({version}) than this PyTorch {torch}.',
  'wheel.unfit.torch': 'It was built for another PyTorch ({version}) than the {torch} here.',
  'wheel.unfit.abi': 'It was built with another C++ ABI ({version}) than this PyTorch {torch}.',
  'plan.own-wheel': 'Your file {file}, which by its name suits here:',
  'wheel.fits.python': 'Python: it is for “{tag}”, and {python} is here.',
  'wheel.fits.platform': 'System and processor: {tag}, as here.',
  'wheel.fits.torch': 'PyTorch: it was built for {built}, and {torch} is here.',
  'wheel.fits.torch-untold':
    'PyTorch: its name does not say for which one it was built, and {torch} is here. That shows when it is tried; if it does not fit, everything is put back.',
  'wheel.fits.cuda': 'CUDA: it was built for generation {major}, as this PyTorch.',
  'plan.warning.processes-unknown':
    'It cannot be seen here whether ComfyUI is running. Close it, and every other program that uses this Python, before you continue.',
  'problem.torch-too-old': '{name} needs PyTorch {needed} or newer, and {torch} is here.',
  'problem.torch-too-old.hint': 'First bring PyTorch up to date (goal “upgrade-stack”).',
  'problem.not-pinned': 'This ComfyUI does not say which {name} it needs.',
  'problem.not-pinned.hint': 'Choose ComfyUI’s folder. An older ComfyUI needs none.',
  'problem.wheel-unfit': 'The file {file} does not suit here. {reasons}',
  'problem.wheel-unfit.hint':
    'Nothing was changed. The name of the file tells what it is for; take the one for this Python and PyTorch.',
} as const;
