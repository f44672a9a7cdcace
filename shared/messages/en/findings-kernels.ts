/** Findings about kernels that a machine's own libraries bring, and what to do on which machine. */
export const kernelFindings = {
  'finding.attention_api_break.title-torch-floor':
    'A package here is newer than your PyTorch understands, so it stops while loading.',
  'finding.attention_api_break.explanation-torch-floor':
    'ComfyUI’s own kernels (comfy-kitchen 0.2.28 and newer) need PyTorch 2.7 or newer, and yours is older. No custom node is at fault, and reinstalling comfy-kitchen changes nothing. A newer PyTorch for the same CUDA generation puts it right.',
  'finding.attention_api_break.explanation-torch-floor-any':
    'The package that the lines above this error name describes its kernels in a way that older PyTorch versions do not know. ComfyUI itself needs PyTorch 2.7 or newer. A newer PyTorch puts it right, or an older version of that package.',
  'finding.attention_api_break.cost-torch-floor': 'ComfyUI does not start until then.',
  'finding.attention_api_break.title-kitchen':
    'ComfyUI’s own kernels (comfy-kitchen) are not the version that this ComfyUI needs.',
  'finding.attention_api_break.explanation-kitchen':
    'Each ComfyUI names exactly one version of comfy-kitchen in its requirements.txt, and imports it at every start. Here it is missing or another one, mostly because ComfyUI was updated without its requirements. No custom node is at fault.',
  'finding.accel_package_not_installed.title-kitchen':
    'ComfyUI’s own kernels (comfy-kitchen) are missing or cannot be used here.',
  'finding.amd_unsupported.title-kernels':
    'ROCm’s libraries here have no working kernels for your AMD card.',
  'finding.amd_unsupported.explanation-kernels':
    'PyTorch for AMD comes with libraries that were compiled for certain cards, and these do not fit yours or are of another ROCm release than PyTorch. Every picture stops, whatever attention is chosen. The build for exactly your card and one ROCm release puts it right, where AMD publishes one.',
  'finding.cuda_device_unavailable.title-call':
    'The graphics driver refuses a call that this start makes.',
  'finding.cuda_device_unavailable.explanation-call':
    'The card is there, but its driver says “operation not supported”. Virtual cards (vGPU) and old drivers do not know the memory allocator cudaMallocAsync, which ComfyUI chooses by itself. What else was refused is not in this text.',
  'finding.cuda_device_unavailable.explanation-other':
    'PyTorch is made for your card’s maker, yet no card answers. The driver may be missing, too old, or not reachable from a container, or a setting hides the card. Reinstalling packages does not help.',
  'finding.install_corrupted.explanation-flash':
    'The folder flash_attn is there, but not the package that belongs in it. Either it was half removed, or only flash-attn-4 is installed, a package of its own for newer cards that shares this folder and lacks these functions. Removing both and installing the one that is wanted puts it right.',
  'finding.not_attention_other.title-open':
    'Something failed; whether attention is concerned is not in this text.',
  'finding.not_attention_other.explanation-open':
    'The last error is in the evidence, and it is none that we know. Nothing in this text shows attention at work after it, so we do not say that it is fine. The log from the start of the program on would show which packages load and which attention runs.',
  'finding.not_attention_other.title-open-node':
    'A custom node does not load or fails; the reason is none that we know.',
  'finding.attention_input_unsupported.title-fallback':
    'SageAttention failed for this picture, and PyTorch’s own attention did the work.',
  'finding.attention_input_unsupported.explanation-fallback':
    'The line names a reason that we do not know. Pictures still come, without the speed that SageAttention was to bring. Most often a part of the model hands over what SageAttention does not take.',
  'finding.flash_attn_binary_mismatch.title-four':
    'flash-attn-4 stands where Flash Attention 2 is looked for.',
  'finding.flash_attn_binary_mismatch.explanation-four':
    'flash-attn-4 is a package of its own for newer cards and uses the same folder as flash-attn. The functions that ComfyUI asks for are not in it, so the import fails though the folder is there.',
  'finding.flash_attn_binary_mismatch.advice-shadowed':
    'Close ComfyUI; with its own Python remove flash-attn-4 and flash-attn, then install the flash-attn wheel whose file name has your Python, PyTorch and CUDA versions, or take --use-flash-attention out of the start script.',
  'finding.acceleration_flag_not_set.title-unknown':
    'The program does not know a launch flag that asks for another attention.',
  'finding.acceleration_flag_not_set.explanation-unknown':
    'The flag in the evidence belongs to another program or to another version of this one, and the program stops as soon as it meets it. Nothing is broken. Without the flag it starts; an update may bring the flag.',

  'evidence.kitchen-floor':
    'comfy-kitchen {version} can only be imported with PyTorch {torch} or newer',
  'evidence.kitchen-pin': 'This ComfyUI’s requirements.txt asks for comfy-kitchen {pin}',

  'advice.not_attention.open':
    'Change no package yet: read the last error line first, and let Attention Doctor read the log from the start of the program to this error.',
  'advice.upgrade_torch_for_gpu_arch.torch-floor':
    'Close ComfyUI, save a copy of its Python folder, and install PyTorch 2.7 or newer with its torchvision and torchaudio, from the same index as now (the same “cu…” or “rocm…”, as far as it is still offered), with ComfyUI’s own Python.',
  'advice.install_matching_accel_wheel.comfy-kitchen':
    'Close ComfyUI, look up the line “comfy-kitchen==…” in its requirements.txt, and install exactly that version with ComfyUI’s own Python and “--no-deps”.',
  'advice.change_launch_flag.cuda-malloc':
    'Close ComfyUI, add --disable-cuda-malloc to its start script and start it again; if the same error comes back, ask whoever runs the machine for a newer driver.',
  'advice.install_vendor_torch.rocm':
    'Close ComfyUI, find out your card’s name at AMD (gfx…, in the line “AMD arch”), and install torch, torchvision and torchaudio for exactly this card from one ROCm release, with ComfyUI’s own Python; if there are none for it, no setting replaces them.',
  'advice.install_vendor_torch.mac':
    'Close ComfyUI and install torch, torchvision and torchaudio again together, from the usual index and with ComfyUI’s own Python: the ordinary packages for macOS support Apple’s graphics.',
  'advice.install_matching_accel_wheel.hub':
    'Set the attention of this program to “sdpa” until the hub has a build for your PyTorch, or install the PyTorch that a build in the list is for.',
  'advice.install_compiler_or_headers.other':
    'On Windows, install Microsoft’s C++ build tools with the Windows SDK; on Linux, install gcc, python3-dev and the development packages of the graphics driver’s maker with the package manager; then start ComfyUI again.',
  'advice.use_supported_python_or_package.other':
    'Look up for which Python versions and systems the package is offered, then use such a Python (3.10 to 3.12 fits most) in an environment of its own, or a version of the package that is offered for yours; some packages exist for NVIDIA cards alone, and then there is none.',
  'advice.use_supported_python_or_package.no-triton':
    'Go back to PyTorch {torch}, the newest that has a Triton for Windows, or do without SageAttention and torch.compile until triton-windows is published for yours.',
  'advice.update_driver.amd':
    'Install AMD’s newest driver for your card (on Linux the one of your ROCm release), restart the computer, and leave the packages as they are.',
  'advice.update_driver.intel':
    'Install Intel’s newest graphics driver (on Linux with its Level Zero runtime), restart the computer, and leave the packages as they are.',
  'advice.update_driver.apple': 'Update macOS: the graphics driver comes with it.',
  'advice.fix_device_environment.amd':
    'See whether the system still lists the card (on Linux with “rocminfo”): if not, restart and reinstall AMD’s driver; if it does, remove a HIP_VISIBLE_DEVICES with a wrong number, add your user to the groups render and video, and hand /dev/kfd and /dev/dri to a container.',
  'advice.fix_device_environment.intel':
    'See whether the system still lists the card (on Linux with “clinfo”): if not, restart and reinstall Intel’s driver with its Level Zero runtime; if it does, add your user to the group render, and hand /dev/dri to a container.',
  'advice.fix_device_environment.apple':
    'Start ComfyUI outside of a container or virtual machine: Apple’s graphics can only be reached from macOS itself.',
  'advice.fix_device_environment.hosted':
    'The driver of a rented machine is not yours to change: switch its graphics card on in the settings of the session, restart the session, or rent a machine with a newer driver; or install the PyTorch for the CUDA version that this machine offers.',
} as const;
