/** Findings about PyTorch, the graphics card and its driver. */
export const torchFindings = {
  'finding.torch_cpu_build.title': 'Your PyTorch is a build without GPU support.',
  'finding.torch_cpu_build.explanation':
    'This PyTorch was made for the processor only, so your NVIDIA card is not used at all. This often happens when another package pulled PyTorch from the wrong place. The same PyTorch version exists with GPU support.',
  'finding.torch_cpu_build.explanation-no-card':
    'This PyTorch was made for the processor only. We did not see an NVIDIA card or its driver from here; if this computer has one, PyTorch cannot use it. The same PyTorch version exists with GPU support.',
  'finding.torch_cpu_build.cost':
    'ComfyUI stops at start, or makes pictures many times slower than your card could.',

  'finding.torch_replaced_by_pip.title': 'An installation replaced your PyTorch by another one.',
  'finding.torch_replaced_by_pip.explanation':
    'While a package or custom node was installed, pip removed your PyTorch and put in the one that the package asked for. On Windows that one often has no GPU support at all. Everything that was built for the old PyTorch (xFormers, Flash Attention, torchvision) no longer fits either.',
  'finding.torch_replaced_by_pip.cost':
    'Until PyTorch is put back, ComfyUI is slow, goes without acceleration or does not start.',

  'finding.torch_missing_new_gpu_arch.title':
    'Your graphics card is newer than your PyTorch knows.',
  'finding.torch_missing_new_gpu_arch.explanation':
    'PyTorch brings compute kernels for each generation of cards, and yours is missing from this build. RTX 50 cards need PyTorch 2.7 or newer, made for CUDA 12.8 or newer (cu128 or later). Reinstalling xFormers does not help; PyTorch comes first.',
  'finding.torch_missing_new_gpu_arch.cost':
    'Pictures stop with “no kernel image is available”, whatever attention is chosen.',

  'finding.torch_dropped_old_gpu_arch.title':
    'Your PyTorch build no longer supports your older graphics card.',
  'finding.torch_dropped_old_gpu_arch.explanation':
    'Newer builds of PyTorch leave out the kernels for GTX 900 and GTX 10 cards and for Volta cards such as the Titan V. Your card still works with the builds for CUDA 12.6 (cu126), which exist up to PyTorch 2.14. The driver and the card are fine.',
  'finding.torch_dropped_old_gpu_arch.cost':
    'Pictures stop with “no kernel image is available” until the other build is installed.',

  'finding.torchvision_torch_mismatch.title':
    'torchvision or torchaudio does not belong to your PyTorch.',
  'finding.torchvision_torch_mismatch.explanation':
    'PyTorch, torchvision and torchaudio are made as a set, and here one of them comes from another set. Usually one of them was installed or updated alone. The versions that belong to your PyTorch put it right.',
  'finding.torchvision_torch_mismatch.title-audio':
    'torchaudio does not load beside your PyTorch, so audio nodes are missing.',
  'finding.torchvision_torch_mismatch.explanation-audio':
    'torchaudio was made with another CUDA version than your PyTorch, and it refuses to load then. ComfyUI starts without its audio nodes. Attention has nothing to do with it.',
  'finding.torchvision_torch_mismatch.cost-audio':
    'Workflows with sound do not run; pictures and silent videos do.',
  'finding.torchvision_torch_mismatch.cost':
    'ComfyUI or many custom nodes stop while loading, before attention even matters.',

  'finding.torch_flash_warning_benign.title':
    'PyTorch says that it has no Flash Attention. This is harmless.',
  'finding.torch_flash_warning_benign.explanation':
    'PyTorch for Windows is shipped without this one kernel and says so once. It uses another fast attention of its own instead, and pictures come as before. Installing something to silence the message gains nothing.',
  'finding.torch_flash_warning_benign.cost':
    'Nothing happens. The message may come back at each start.',

  'finding.nvidia_driver_too_old.title': 'Your NVIDIA driver is too old for this PyTorch.',
  'finding.nvidia_driver_too_old.explanation':
    'PyTorch brings its own CUDA, and that needs a driver that is new enough: 580 or newer for CUDA 13, 527.41 (on Linux 525.60.13) or newer for CUDA 12. The packages are fine, and the CUDA toolkit does not matter. A new driver is enough.',
  'finding.nvidia_driver_too_old.cost':
    'PyTorch cannot use the card, so ComfyUI stops at start or runs on the processor.',

  'finding.cuda_device_unavailable.title':
    'PyTorch is right, but it finds no usable graphics card.',
  'finding.cuda_device_unavailable.explanation':
    'This PyTorch supports NVIDIA cards, yet none answers at the moment. The driver may have crashed or not have come back after standby, a setting such as CUDA_VISIBLE_DEVICES may hide the card, or a container was started without it. Reinstalling packages does not help.',
  'finding.cuda_device_unavailable.cost':
    'ComfyUI stops at start or runs on the processor until the card answers again.',

  'finding.wrong_vendor_torch_build.title':
    'Your PyTorch was made for another maker’s graphics cards.',
  'finding.wrong_vendor_torch_build.explanation':
    'This PyTorch was made for NVIDIA cards or for no card, and your card comes from AMD or Intel. Guides and installers often bring the NVIDIA build without asking. PyTorch also exists for AMD (ROCm) and Intel (XPU).',
  'finding.wrong_vendor_torch_build.cost':
    'Your card stays unused: ComfyUI stops at start or runs on the processor.',
} as const;
