/** Findings about the attention packages themselves: xFormers, Flash Attention, SageAttention. */
export const attentionFindings = {
  'finding.xformers_torch_mismatch.title':
    'xFormers does not fit your PyTorch, so ComfyUI runs without it.',
  'finding.xformers_torch_mismatch.title-bare':
    'xFormers does not fit your PyTorch, so it cannot be used.',
  'finding.xformers_torch_mismatch.explanation':
    'xFormers was built for another PyTorch or CUDA version than yours. Often it still imports without an error, but its fast part cannot load; the last number of the Python version in its message plays no part in this. Only xFormers needs replacing; PyTorch stays as it is.',
  'finding.xformers_torch_mismatch.explanation-versions':
    'xFormers {xformers} was built for PyTorch {built}, and you have {torch}. It still imports without an error, but its fast part cannot load. Only xFormers needs replacing; PyTorch stays as it is.',
  'finding.xformers_torch_mismatch.explanation-python':
    'xFormers {xformers} has a file of its own for each Python, and the one here was made for another. Often it still imports without an error, but its fast part may not load. Only xFormers needs replacing; PyTorch stays as it is.',
  'finding.xformers_torch_mismatch.explanation-said':
    'xFormers says that it was built for PyTorch {built}, and you have {torch}. Often it still imports without an error, but its fast part cannot load; the last number of the Python version in its message plays no part in this. Only xFormers needs replacing; PyTorch stays as it is.',
  'finding.xformers_torch_mismatch.explanation-cuda':
    'xFormers {xformers} was built with CUDA {builtCuda}, and your PyTorch {torch} uses CUDA {cuda}. The two cannot be loaded together, whatever the version numbers say. Only xFormers needs replacing; PyTorch stays as it is.',
  'finding.xformers_torch_mismatch.cost':
    'Until then ComfyUI quietly uses another attention: pictures still come, often slower and with more memory.',
  'finding.xformers_torch_mismatch.cost-bare':
    'Until then every program that uses this Python goes without xFormers, or stops where it insists on it.',

  'finding.xformers_incomplete_build.title':
    'xFormers is installed, but the part of it that computes does not work.',
  'finding.xformers_incomplete_build.explanation':
    'The part of xFormers that does the work is missing, does not load, or asks PyTorch for something your PyTorch was not built with. An interrupted installation, a virus scanner or a faulty release (0.0.27 and 0.0.27.post1 on Windows) can cause this. The xFormers that fits your PyTorch, freshly installed, puts it right.',
  'finding.xformers_incomplete_build.explanation-version':
    'xFormers {version} has the right version number, but the part that does the work is missing or does not load. An interrupted installation or a virus scanner can cause this. Installing the same package again puts it right.',
  'finding.xformers_incomplete_build.explanation-no-cuda':
    'xFormers {version} was compiled on a machine or in a way without CUDA. It loads and looks healthy, but it refuses every calculation on a graphics card. The package that xFormers itself publishes for your PyTorch has CUDA in it.',
  'finding.xformers_incomplete_build.cost-no-cuda':
    'ComfyUI chooses xFormers, and pictures may stop with an error.',
  'finding.xformers_incomplete_build.cost': 'Until then ComfyUI runs without xFormers.',

  'finding.attention_gpu_too_new.title':
    'Your graphics card is newer than this attention package supports.',
  'finding.attention_gpu_too_new.explanation':
    'This release has no compute kernels for your card, though PyTorch itself supports the card. Reinstalling does not help: on RTX 50 cards under Windows, recent xFormers has no usable operator, even where its list says “available”. PyTorch’s own attention runs on the card and is usually as fast or faster.',
  'finding.attention_gpu_too_new.cost':
    'As long as the package is in use, pictures may stop with an error. Nothing is damaged.',

  'finding.attention_gpu_too_old.title':
    'Your graphics card cannot run this kind of attention or number format.',
  'finding.attention_gpu_too_old.explanation':
    'Flash Attention, bf16 and fp8 need circuits that older cards do not have: Flash Attention 2 wants an RTX 30 or newer, fp8 kernels an RTX 40 or newer. The “capability” in the message is the generation of the card, not its memory. No installation changes that; PyTorch’s own attention is the best choice here.',
  'finding.attention_gpu_too_old.cost':
    'Nothing is broken. Only workflows that insist on this feature stop with an error.',

  'finding.attention_input_unsupported.title':
    'The chosen attention cannot process what this model hands it.',
  'finding.attention_input_unsupported.explanation':
    'Your card and packages are fine, but each fast kernel takes only certain inputs: usually fp16 or bf16 numbers, limited head sizes, and masks laid out in a certain way. A node or a launch flag insists on one kernel for a model that does not suit it. PyTorch’s own attention takes these inputs.',
  'finding.attention_input_unsupported.cost':
    'This model or workflow stops with an error or falls back to a slower way; others are not affected.',

  'finding.accel_package_not_installed.title':
    'An acceleration package that is asked for is not installed.',
  'finding.accel_package_not_installed.explanation':
    'A program or node asks for xFormers, Flash Attention or SageAttention, and this Python does not have it. ComfyUI itself does not need any of them: PyTorch’s own attention does the work, and on many cards it is as fast.',
  'finding.accel_package_not_installed.cost':
    'Whatever insists on the package stops with an error; everything else goes on as before.',
  'finding.accel_package_not_installed.title-xformers': 'xFormers is not installed in this Python.',
  'finding.accel_package_not_installed.explanation-xformers':
    'Nothing is broken: PyTorch’s own attention does the work, and on many cards it is as fast. Programs that ask for xFormers will not find it here.',
  'finding.accel_package_not_installed.cost-xformers':
    'Some workflows and older cards run slower or need more memory without it.',
  'finding.accel_package_not_installed.advice-xformers':
    'Nothing has to be done. If a program or a node does ask for xFormers, close ComfyUI and let Attention Doctor add the one that fits your PyTorch, which stays as it is.',
  'finding.accel_package_not_installed.advice-bare':
    'If a program that uses this Python asks for xFormers, let Attention Doctor add the one that fits your PyTorch, which stays as it is; otherwise nothing has to be done.',
  'finding.accel_package_not_installed.title-torch':
    'PyTorch is not installed in the Python of this ComfyUI.',
  'finding.accel_package_not_installed.explanation-torch':
    'Everything that ComfyUI computes is done by PyTorch, and xFormers and its relatives build on it. In this Python it is missing, so the environment was never finished, was emptied, or is not the one that ComfyUI runs with.',
  'finding.accel_package_not_installed.advice-torch':
    'Take the command for your card from PyTorch’s install page and run it with this Python, then install ComfyUI’s requirements.txt; or, if ComfyUI does start, let Attention Doctor look at the Python that it runs with.',
  'finding.accel_package_not_installed.title-script':
    'One of your start scripts asks for {name}, which is not installed.',
  'finding.accel_package_not_installed.explanation-script':
    'The script in the evidence has the flag {flag}, and a ComfyUI that is started with it stops at once, because {name} is missing. The script that is usually used does not ask for it. Install {name} if you want to use that script, or leave it alone.',
  'finding.accel_package_not_installed.cost-script':
    'ComfyUI starts as usual, but not with that script.',
  'finding.accel_package_not_installed.title-flag':
    'ComfyUI is told to use {name}, but {name} is not installed.',
  'finding.accel_package_not_installed.explanation-flag':
    'The start script has the flag {flag}. ComfyUI stops at once when it finds that {name} is missing. Install it, or take the flag out of the start script.',
  'finding.accel_package_not_installed.cost-flag': 'ComfyUI does not start.',

  'finding.acceleration_flag_not_set.title':
    'The acceleration is there, but the program was not told to use it.',
  'finding.acceleration_flag_not_set.explanation':
    'A launch flag is missing or chooses another attention. ComfyUI takes xFormers by itself unless the start script says --disable-xformers or --use-pytorch-cross-attention; SageAttention needs --use-sage-attention, Flash Attention --use-flash-attention, and Automatic1111 needs --xformers. Nothing is broken, and the attention now in use is often as fast.',
  'finding.acceleration_flag_not_set.cost':
    'Pictures come as before; on some cards they take longer or need more memory.',

  'finding.sageattention_binary_mismatch.title':
    'SageAttention was built for another PyTorch, CUDA or Python.',
  'finding.sageattention_binary_mismatch.explanation':
    'SageAttention is installed, but the part of it that computes cannot load beside your PyTorch. Its package file must fit the Python, the PyTorch and the first number of the CUDA version. Only SageAttention needs replacing; PyTorch stays as it is.',
  'finding.sageattention_binary_mismatch.cost':
    'SageAttention cannot be used, and ComfyUI stops at start if --use-sage-attention is set.',

  'finding.sageattention_wrong_build.title':
    'This SageAttention has no kernel for your card, or is too old.',
  'finding.sageattention_wrong_build.explanation':
    'SageAttention loads, but the function that is asked for is not in it. The usual reason is that “pip install sageattention” brings version 1 only, or that the build left out your generation of cards. A wheel of version 2 for your PyTorch and CUDA has what is missing, if your card is supported at all.',
  'finding.sageattention_wrong_build.cost':
    'Workflows that choose this kernel stop with an error; without SageAttention they run.',

  'finding.sageattention_bad_output.title':
    'SageAttention runs, but spoils the pictures of this model.',
  'finding.sageattention_bad_output.explanation':
    'SageAttention is fast because it calculates with coarser numbers, and some models, such as Qwen-Image or Wan, do not bear that: the picture turns black or to noise. The installation is fine. Without the flag --use-sage-attention, or with another kernel chosen in the Sage patch node, the pictures come back.',
  'finding.sageattention_bad_output.cost':
    'This model goes on giving black or noisy pictures; other models are not affected.',

  'finding.flash_attn_binary_mismatch.title':
    'Flash Attention was built for another PyTorch, CUDA or Python.',
  'finding.flash_attn_binary_mismatch.explanation':
    'The flash-attn package is installed, but the part of it that computes cannot load beside your PyTorch. Its package file must fit the Python, the PyTorch and the first number of the CUDA version, and many files on the net fit only one combination. PyTorch itself is fine.',
  'finding.flash_attn_binary_mismatch.cost':
    'Programs and nodes that import flash-attn stop or go without it; recent xFormers can stop working beside it too.',

  'finding.amd_unsupported.title':
    'This acceleration exists for NVIDIA cards, not for your AMD card.',
  'finding.amd_unsupported.explanation':
    'The usual builds of xFormers, Flash Attention and SageAttention call on CUDA, which AMD cards do not have. Under ROCm, ZLUDA or DirectML they are not found or refuse to work. PyTorch’s own attention works on AMD cards, so nothing needs to be bought or forced.',
  'finding.amd_unsupported.cost':
    'Nothing happens to ComfyUI itself; nodes that insist on the package stop with an error.',

  'finding.apple_mps_unsupported.title': 'This acceleration exists for NVIDIA cards, not for Macs.',
  'finding.apple_mps_unsupported.explanation':
    'xFormers, Flash Attention and SageAttention need CUDA, and Macs do not have it. No installation changes that. ComfyUI works on Apple silicon with the attention that it chooses by itself.',
  'finding.apple_mps_unsupported.cost':
    'Nothing happens to ComfyUI itself; nodes that insist on the package stop with an error.',

  'finding.intel_xpu_unsupported.title':
    'This acceleration exists for NVIDIA cards, not for your Intel graphics.',
  'finding.intel_xpu_unsupported.explanation':
    'The package or the node asks for CUDA, which Intel graphics do not have. No installation of xFormers, Flash Attention or SageAttention changes that. PyTorch’s XPU build brings its own attention, which works on Intel Arc.',
  'finding.intel_xpu_unsupported.cost':
    'Nothing happens to ComfyUI itself; nodes that insist on CUDA stop with an error.',

  'finding.nan_precision.title':
    'The picture failed by half precision, not by a broken installation.',
  'finding.nan_precision.explanation':
    'In half precision (fp16) a value grew too large, became “not a number” (NaN), and the picture turned black or was given up. Your packages are fine. A launch flag makes the part in question more exact: in ComfyUI --force-upcast-attention or --fp32-vae, in Automatic1111 --no-half-vae or “Upcast cross attention layer to float32”.',
  'finding.nan_precision.cost':
    'This model or picture size goes on giving black pictures; nothing else is affected.',

  'finding.attention_api_break.title':
    'A custom node or program does not fit the attention version in use.',
  'finding.attention_api_break.explanation':
    'The node calls an attention function with words that this version does not know, or one that no longer exists. That happens when ComfyUI or the package was updated and the node was not, or the other way round. The attention package itself is fine.',
  'finding.attention_api_break.cost':
    'Workflows with this node stop with an error; all others run as before.',
} as const;
