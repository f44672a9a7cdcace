/** What to do, one sentence for each kind of fix, and the names of the pages that help. */
export const advice = {
  'advice.upgrade_xformers_matching_torch':
    'Close ComfyUI and let Attention Doctor put in the xFormers that fits your PyTorch and CUDA; by hand, install exactly that version with ComfyUI’s own Python and “--no-deps”, so that PyTorch stays as it is.',
  'advice.reinstall_torch_cuda':
    'Close ComfyUI and let Attention Doctor put in PyTorch with GPU support and what belongs to it; by hand, take the command from PyTorch’s install page and run it with ComfyUI’s own Python, since a plain “pip install torch” on Windows brings the build without GPU support.',
  'advice.reinstall_torch_cuda.audio':
    'Leave it if you make no sound; otherwise close ComfyUI and install PyTorch, torchvision and torchaudio together, for one CUDA version for which PyTorch’s install page has all three.',
  'advice.install_triton':
    'Close ComfyUI and let Attention Doctor add the Triton that fits your PyTorch; by hand, install exactly the version that your PyTorch asks for, with ComfyUI’s own Python.',
  'advice.install_triton_windows':
    'Close ComfyUI and let Attention Doctor add the triton-windows that fits your PyTorch; by hand, uninstall “triton” and “triton-windows” first, then install the right generation with ComfyUI’s own Python, for example “triton-windows<3.4” for PyTorch 2.7.',
  'advice.match_torch_for_xformers':
    'If this xFormers has to stay, close ComfyUI, save a copy of its Python folder and install the PyTorch that this xFormers was built for, together with its torchvision and torchaudio; replacing xFormers is usually the smaller change.',
  'advice.remove_xformers':
    'Close ComfyUI, add --use-pytorch-cross-attention to its start script and start it again; if a custom node still stumbles over the package, remove it with ComfyUI’s own Python: “python -m pip uninstall xformers”.',
  'advice.change_launch_flag':
    'Change one launch flag, at the place where your program keeps its flags, and start it again; no package changes.',
  'advice.update_driver':
    'Download the newest driver for your card from NVIDIA, install it and restart the computer; with WSL or a container, do this on the host, and leave the packages as they are.',
  'advice.upgrade_torch_for_gpu_arch':
    'Close ComfyUI, save a copy of its Python folder, then run the install command from PyTorch’s page for CUDA 12.8 or newer with ComfyUI’s own Python, for torch, torchvision and torchaudio together, and afterwards replace xFormers and the like by versions for the new PyTorch or remove them.',
  'advice.none_hardware_limit':
    'Install nothing; choose PyTorch’s own attention (“sdpa” in a node, or remove the flag that asks for the other one) and a number format that your card knows, such as fp16.',
  'advice.install_into_right_python':
    'Close ComfyUI and install the package with the Python that ComfyUI runs, in the version that fits your PyTorch: in the portable version open a terminal in its folder and run “python_embeded\\python.exe -s -m pip install --no-deps” with the package’s name, elsewhere activate its venv first.',
  'advice.repair_install':
    'Close ComfyUI, delete the folders in site-packages whose names begin with “~”, and install the damaged package again in the same version with ComfyUI’s own Python and “--force-reinstall --no-deps”; where NumPy is the complaint, update the package that complains, or install “numpy<2”.',
  'advice.install_compiler_or_headers':
    'On Windows, update triton-windows within the generation that fits your PyTorch, and put the folders “include” and “libs” of exactly the same Python version into python_embeded; on Linux, install gcc and python3-dev with the package manager; then start ComfyUI again.',
  'advice.fix_network':
    'Check the internet connection, then the proxy, VPN or pip mirror that is set, switch to one that works, and run the same installation again.',
  'advice.close_comfyui':
    'Close ComfyUI and everything else that uses its Python, check the task manager for a python.exe that is left, and run the installation again; if it is still refused, restart the computer or move ComfyUI to a folder of your own.',
  'advice.none_benign_warning': 'Do nothing; the message may stay, and everything works as before.',
  'advice.not_attention':
    'Leave xFormers, Triton and PyTorch as they are, and put right what the last error line names.',
  'advice.healthy': 'There is nothing to do.',
  'advice.other':
    'Close ComfyUI, save a copy of its Python folder, change only what the explanation names, and let Attention Doctor look again.',

  'advice.install_matching_accel_wheel':
    'Close ComfyUI, note your Python, PyTorch and CUDA versions, download the wheel whose file name has the same ones (of the CUDA version, the first number must match), and install that file with ComfyUI’s own Python and “--no-deps”.',
  'advice.do_not_force_op_or_fix_input':
    'Set the attention of the node to “auto” or “sdpa”, or remove the launch flag that insists on one kernel, use fp16 or bf16 where the model allows it, and run the workflow again.',
  'advice.torch_cu126_for_old_gpu':
    'Close ComfyUI, save a copy of its Python folder, and install PyTorch 2.14 or older in the build for CUDA 12.6 (cu126) with its torchvision and torchaudio, or take ComfyUI’s portable version for older NVIDIA cards, which brings that build.',
  'advice.install_vendor_torch':
    'Close ComfyUI, uninstall torch, torchvision and torchaudio with ComfyUI’s own Python, and install the build for your card from PyTorch’s install page (ROCm for AMD, XPU for Intel) or take ComfyUI’s portable version for AMD or Intel; without such a card, start ComfyUI with --cpu.',
  'advice.use_supported_backend':
    'Remove the NVIDIA-only package or the flag that asks for it, update ComfyUI, and start it with --use-pytorch-cross-attention.',
  'advice.align_triton_with_torch':
    'Close ComfyUI and let Attention Doctor put in the Triton that fits your PyTorch; by hand, uninstall every Triton (“triton” and “triton-windows”) first, then install only that one.',
  'advice.set_ptxas_path':
    'Install a CUDA toolkit that knows your card (12.8 or newer for RTX 50), set TRITON_PTXAS_PATH in the start script to its ptxas program, and start ComfyUI again.',
  'advice.clear_triton_cache':
    'Close ComfyUI, delete the folders %USERPROFILE%\\.triton\\cache and %TEMP%\\torchinductor_<user name> (on Linux ~/.triton/cache and /tmp/torchinductor_<user name>), and start it again.',
  'advice.fix_vc_runtime_dlls':
    'Install Microsoft’s current Visual C++ runtime (x64, 14.42 or newer) and restart the computer; if the error stays, replace older copies of msvcp140.dll, vcruntime140.dll and vcruntime140_1.dll beside python.exe by those from Windows’ System32 folder.',
  'advice.use_prebuilt_wheel_or_fix_build':
    'Look for a ready wheel whose file name has your Python, PyTorch and CUDA versions and install that file; if there is none, stay with PyTorch’s own attention, and build it yourself only with a C++ compiler, the CUDA toolkit of PyTorch’s CUDA version and “--no-build-isolation”.',
  'advice.update_custom_node_or_app':
    'Update ComfyUI and the custom node that the error names, then restart; if the error stays, switch the node off until its author has mended it.',
  'advice.use_supported_python_or_package':
    'Look up for which Python versions and systems the package is offered, then use such a Python (3.10 to 3.12 fits most) in an environment of its own, or a version of the package that is offered for yours, and check that the index address names an existing CUDA build such as cu126 or cu128.',
  'advice.use_venv':
    'Make an environment for ComfyUI with “python3 -m venv venv”, activate it, install ComfyUI’s requirements there and start ComfyUI from it; do not use “--break-system-packages”.',
  'advice.free_disk_or_move_tmp':
    'Free at least 15 GB (“python -m pip cache purge” helps), or point TEMP and TMP (on Linux TMPDIR) at a drive with more room, and run the installation again.',
  'advice.long_paths_or_wheel':
    'Install a ready wheel for Windows instead of the source code; if it must be the source, move ComfyUI to a short path near the root of a drive or switch long paths on in Windows, and restart.',
  'advice.fix_device_environment.blocked-file':
    'See in Windows Security, under “App & browser control”, whether Smart App Control is on; it knows no exceptions, so either switch it off or stay with PyTorch’s own attention, which needs none of these files, and on a company’s computer ask its administrator.',
  'advice.fix_device_environment':
    'Run “nvidia-smi” in a terminal: if it does not list the card, restart the computer and then reinstall the driver; if it does, remove CUDA_VISIBLE_DEVICES (for AMD HIP_VISIBLE_DEVICES) or --cuda-device with a wrong number, and start a container with its GPU option.',
  'advice.patch_only_diffusion_model':
    'Remove --use-sage-attention from the start script, and put a Sage patch node (such as the one in KJNodes) behind the loader of the diffusion model only, so that text encoder and VAE keep PyTorch’s attention.',

  'link.xformers-readme': 'How to install xFormers',
  'link.pytorch-install': 'PyTorch’s install page',
  'link.triton-windows-readme': 'Triton for Windows: guide and version table',
  'link.sageattention-windows': 'SageAttention wheels for Windows',
  'link.nvidia-drivers': 'NVIDIA drivers',
  'link.vc-runtime': 'Visual C++ runtime from Microsoft (download)',
  'link.comfyui-portable': 'ComfyUI’s portable versions',
  'link.flash-attn-linux': 'flash-attn wheels for Linux',
  'link.flash-attn-windows': 'flash-attn wheels for Windows',
  'link.amd-drivers': 'AMD drivers',
  'link.intel-drivers': 'Intel drivers',
  'link.cuda-toolkit': 'CUDA toolkit from NVIDIA',
  'link.build-tools': 'Microsoft C++ Build Tools',
  'link.comfyui-issues': 'Known problems of ComfyUI',
} as const;
