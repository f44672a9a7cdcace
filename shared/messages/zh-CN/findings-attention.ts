import type { attentionFindings as english } from '../en/findings-attention.ts';

export const attentionFindings: Record<keyof typeof english, string> = {
  'finding.xformers_torch_mismatch.title':
    'xFormers 与当前 PyTorch 版本不匹配，ComfyUI 没有用上它。',
  'finding.xformers_torch_mismatch.title-bare': 'xFormers 与当前 PyTorch 版本不匹配，无法使用。',
  'finding.xformers_torch_mismatch.explanation':
    '这个 xFormers 是为另一个版本的 PyTorch 或 CUDA 编译的。导入时往往不报错，但真正加速的部分加载不了；提示里 Python 版本号的最后一位不同并不要紧。只需要更换 xFormers，PyTorch 保持不变。',
  'finding.xformers_torch_mismatch.explanation-versions':
    'xFormers {xformers} 是为 PyTorch {built} 编译的，而你装的是 {torch}。导入时不会报错，但它真正加速的部分无法加载。只需要更换 xFormers，PyTorch 保持不变。',
  'finding.xformers_torch_mismatch.explanation-python':
    'xFormers {xformers} 为每个 Python 版本单独编译，而这里装的是另一个 Python 版本的。导入时往往不报错，但真正加速的部分可能加载不了。只需要更换 xFormers，PyTorch 保持不变。',
  'finding.xformers_torch_mismatch.explanation-said':
    'xFormers 自己说它是为 PyTorch {built} 编译的，而你装的是 {torch}。导入时往往不报错，但真正加速的部分加载不了；提示里 Python 版本号的最后一位不同并不要紧。只需要更换 xFormers，PyTorch 保持不变。',
  'finding.xformers_torch_mismatch.explanation-cuda':
    'xFormers {xformers} 是用 CUDA {builtCuda} 编译的，而你的 PyTorch {torch} 使用 CUDA {cuda}。无论版本号如何，两者都无法一起加载。只需要更换 xFormers，PyTorch 保持不变。',
  'finding.xformers_torch_mismatch.cost':
    '在此之前，ComfyUI 会悄悄改用别的注意力实现：图片照样能出，但往往更慢、更占显存。',
  'finding.xformers_torch_mismatch.cost-bare':
    '在此之前，使用这个 Python 的程序都用不上 xFormers；一定需要它的程序会停止。',

  'finding.xformers_incomplete_build.title': 'xFormers 已安装，但它的编译部分不能用。',
  'finding.xformers_incomplete_build.explanation':
    'xFormers 真正干活的部分缺失、无法加载，或者用到了你的 PyTorch 没有编译进去的功能。安装中断、杀毒软件或有缺陷的版本（Windows 上的 0.0.27 和 0.0.27.post1）都会造成这种情况。重新安装与 PyTorch 匹配的 xFormers 即可。',
  'finding.xformers_incomplete_build.explanation-version':
    'xFormers {version} 的版本号是对的，但真正干活的部分缺失或无法加载。安装被中断或杀毒软件都可能造成这种情况。重新安装同一个软件包即可。',
  'finding.xformers_incomplete_build.explanation-no-cuda':
    'xFormers {version} 编译时没有用到 CUDA。它能加载，看上去也正常，但会拒绝在显卡上做任何计算。换成 xFormers 官方为你的 PyTorch 发布的安装包，里面就带有 CUDA 部分。',
  'finding.xformers_incomplete_build.cost-no-cuda': 'ComfyUI 会选用 xFormers，出图时可能报错中断。',
  'finding.xformers_incomplete_build.cost': '在此之前，ComfyUI 不会使用 xFormers。',

  'finding.attention_gpu_too_new.title': '你的显卡太新，这个注意力加速包还不支持。',
  'finding.attention_gpu_too_new.explanation':
    'PyTorch 本身支持你的显卡，但这个版本的加速包里没有适合它的计算内核。重装没有用：Windows 上的 RTX 50 系列显卡在近期的 xFormers 里没有任何可用的算子，哪怕列表里写着“available”。PyTorch 自带的注意力实现可以直接用，速度通常一样快，甚至更快。',
  'finding.attention_gpu_too_new.cost':
    '只要还在用这个加速包，出图时就可能报错中断，但不会损坏任何东西。',

  'finding.attention_gpu_too_old.title': '你的显卡不支持这种注意力加速或数据格式。',
  'finding.attention_gpu_too_old.explanation':
    'Flash Attention、bf16 和 fp8 需要较新显卡才有的硬件单元：Flash Attention 2 要求 RTX 30 系列或更新，fp8 内核要求 RTX 40 系列或更新。报错里的 capability 指的是显卡的架构代次，不是显存大小。装什么都不会改变这一点；在这块显卡上，PyTorch 自带的注意力实现就是最佳选择。',
  'finding.attention_gpu_too_old.cost': '没有东西损坏，只有一定要用这项功能的工作流会报错。',

  'finding.attention_input_unsupported.title': '当前的注意力加速处理不了这个模型的数据。',
  'finding.attention_input_unsupported.explanation':
    '显卡和软件包都没有问题，只是每种加速内核都有自己的要求：通常只接受 fp16 或 bf16，注意力头的尺寸有上限，遮罩的内存排列也有规定。某个节点或启动参数强行指定了不适合这个模型的内核。PyTorch 自带的注意力实现可以处理这些数据。',
  'finding.attention_input_unsupported.cost':
    '这个模型或工作流会报错，或者退回较慢的方式；其他的不受影响。',

  'finding.accel_package_not_installed.title': '有程序要用的注意力加速包没有安装。',
  'finding.accel_package_not_installed.explanation':
    '某个程序或节点要用 xFormers、Flash Attention 或 SageAttention，而这个 Python 里没有装。ComfyUI 本身并不依赖它们：PyTorch 自带的注意力实现就能工作，在许多显卡上一样快。',
  'finding.accel_package_not_installed.cost': '一定要用它的程序或节点会报错，其他一切照旧。',
  'finding.accel_package_not_installed.title-xformers': '这个 Python 没有安装 xFormers。',
  'finding.accel_package_not_installed.explanation-xformers':
    '没有任何损坏：PyTorch 自带的注意力实现在工作，在许多显卡上一样快。需要 xFormers 的程序在这里找不到它。',
  'finding.accel_package_not_installed.cost-xformers':
    '没有它，部分工作流和较旧的显卡会更慢或更占显存。',
  'finding.accel_package_not_installed.advice-xformers':
    '什么都不用做。如果有程序或节点确实要用 xFormers，就关闭 ComfyUI，让注意力医生装上与 PyTorch 匹配的版本，PyTorch 保持不变。',
  'finding.accel_package_not_installed.advice-bare':
    '如果使用这个 Python 的程序需要 xFormers，就让注意力医生装上与 PyTorch 匹配的版本，PyTorch 保持不变；否则什么都不用做。',
  'finding.accel_package_not_installed.title-torch': '这个 ComfyUI 的 Python 没有安装 PyTorch。',
  'finding.accel_package_not_installed.explanation-torch':
    'ComfyUI 的一切计算都靠 PyTorch，xFormers 之类的加速包也以它为基础。这个 Python 里没有 PyTorch：要么环境没有装完，要么被清空了，要么 ComfyUI 实际用的不是这个环境。',
  'finding.accel_package_not_installed.advice-torch':
    '从 PyTorch 安装页面复制适合你显卡的命令，用这个 Python 运行，再安装 ComfyUI 的 requirements.txt；如果 ComfyUI 其实能启动，就让注意力医生检查它真正使用的那个 Python。',
  'finding.accel_package_not_installed.title-script': '有一个启动脚本要用 {name}，但它还没有安装。',
  'finding.accel_package_not_installed.explanation-script':
    '依据里列出的脚本带有参数 {flag}，用它启动 ComfyUI 会因为缺少 {name} 而立刻停止。平时用的启动脚本没有这个参数。想用那个脚本就安装 {name}，不用的话可以不管。',
  'finding.accel_package_not_installed.cost-script': 'ComfyUI 照常能启动，只是不能用那个脚本启动。',
  'finding.accel_package_not_installed.title-flag':
    'ComfyUI 被要求使用 {name}，但没有安装 {name}。',
  'finding.accel_package_not_installed.explanation-flag':
    '启动脚本里有参数 {flag}。ComfyUI 发现缺少 {name} 就会立刻停止。请安装它，或从启动脚本中去掉这个参数。',
  'finding.accel_package_not_installed.cost-flag': 'ComfyUI 无法启动。',

  'finding.acceleration_flag_not_set.title': '加速包装好了，但启动参数没有让程序使用它。',
  'finding.acceleration_flag_not_set.explanation':
    '可能少了启动参数，也可能启动参数选了别的注意力实现。ComfyUI 会自动使用 xFormers，除非启动脚本里有 --disable-xformers 或 --use-pytorch-cross-attention；SageAttention 需要 --use-sage-attention，Flash Attention 需要 --use-flash-attention，Automatic1111 则需要 --xformers。没有东西损坏，现在所用的注意力实现往往也一样快。',
  'finding.acceleration_flag_not_set.cost': '照样能出图，只是在部分显卡上会慢一些或多占一些显存。',

  'finding.sageattention_binary_mismatch.title':
    'SageAttention 与当前 PyTorch、CUDA 或 Python 不匹配。',
  'finding.sageattention_binary_mismatch.explanation':
    'SageAttention 已经安装，但它的编译部分无法与你的 PyTorch 一起加载。安装包必须同时对得上 Python、PyTorch 的版本，以及 CUDA 的大版本号。只需要更换 SageAttention，PyTorch 保持不变。',
  'finding.sageattention_binary_mismatch.cost':
    'SageAttention 用不了；如果设置了 --use-sage-attention，ComfyUI 一启动就会停止。',

  'finding.sageattention_wrong_build.title':
    '这个 SageAttention 缺少适合你显卡的内核，或版本太旧。',
  'finding.sageattention_wrong_build.explanation':
    'SageAttention 可以加载，但里面没有所需的功能。常见原因是 “pip install sageattention” 只能装到第 1 版，或者编译时没有包含你这一代显卡。只要显卡本身受支持，换成与 PyTorch 和 CUDA 匹配的第 2 版安装包就有了。',
  'finding.sageattention_wrong_build.cost':
    '选用这个内核的工作流会报错；不用 SageAttention 就能运行。',

  'finding.sageattention_bad_output.title': 'SageAttention 能运行，但会让这个模型出坏图。',
  'finding.sageattention_bad_output.explanation':
    'SageAttention 靠降低计算精度来提速，而 Qwen-Image、Wan 等部分模型承受不了，于是出黑图或噪点图。安装本身没有问题。去掉启动参数 --use-sage-attention，或在 Sage 补丁节点里换一个内核，画面就会恢复正常。',
  'finding.sageattention_bad_output.cost': '这个模型会一直出黑图或噪点图，其他模型不受影响。',

  'finding.flash_attn_binary_mismatch.title':
    'Flash Attention 与当前 PyTorch、CUDA 或 Python 不匹配。',
  'finding.flash_attn_binary_mismatch.explanation':
    'flash-attn 已经安装，但它的编译部分无法与你的 PyTorch 一起加载。安装包必须同时对得上 Python、PyTorch 的版本，以及 CUDA 的大版本号，网上的许多安装包只适合一种组合。PyTorch 本身没有问题。',
  'finding.flash_attn_binary_mismatch.cost':
    '导入 flash-attn 的程序和节点会报错，或者不用它继续运行；较新的 xFormers 也可能受它连累而无法使用。',

  'finding.amd_unsupported.title': '这种加速只支持 NVIDIA 显卡，你的 AMD 显卡用不了。',
  'finding.amd_unsupported.explanation':
    '常见的 xFormers、Flash Attention 和 SageAttention 安装包都依赖 CUDA，而 AMD 显卡没有 CUDA。在 ROCm、ZLUDA 或 DirectML 下，它们要么找不到，要么拒绝工作。PyTorch 自带的注意力实现支持 AMD 显卡，不必折腾。',
  'finding.amd_unsupported.cost': 'ComfyUI 本身不受影响，只有一定要用这个加速包的节点会报错。',

  'finding.apple_mps_unsupported.title': '这种加速只支持 NVIDIA 显卡，Mac 用不了。',
  'finding.apple_mps_unsupported.explanation':
    'xFormers、Flash Attention 和 SageAttention 都需要 CUDA，而 Mac 没有 CUDA。装什么都不会改变这一点。在 Apple 芯片上，ComfyUI 会自动选用合适的注意力实现，可以正常工作。',
  'finding.apple_mps_unsupported.cost':
    'ComfyUI 本身不受影响，只有一定要用这个加速包的节点会报错。',

  'finding.intel_xpu_unsupported.title': '这种加速只支持 NVIDIA 显卡，你的 Intel 显卡用不了。',
  'finding.intel_xpu_unsupported.explanation':
    '这个软件包或节点需要 CUDA，而 Intel 显卡没有 CUDA。安装 xFormers、Flash Attention 或 SageAttention 都不会改变这一点。PyTorch 的 XPU 版自带注意力实现，在 Intel Arc 上可以正常使用。',
  'finding.intel_xpu_unsupported.cost': 'ComfyUI 本身不受影响，只有一定要用 CUDA 的节点会报错。',

  'finding.nan_precision.title': '出黑图是半精度计算溢出造成的，安装没有损坏。',
  'finding.nan_precision.explanation':
    '用半精度（fp16）计算时，某个数值超出了范围，变成了 NaN（不是数），结果出黑图或中途放弃。软件包都没有问题。用启动参数提高相关部分的精度即可：ComfyUI 用 --force-upcast-attention 或 --fp32-vae，Automatic1111 用 --no-half-vae，或在设置里打开 “Upcast cross attention layer to float32”。',
  'finding.nan_precision.cost': '用这个模型或这个尺寸会一直出黑图，其他不受影响。',

  'finding.attention_api_break.title': '有自定义节点或程序与当前的注意力接口版本不合。',
  'finding.attention_api_break.explanation':
    '节点调用注意力函数时，用了当前版本不认识的参数，或者调用了已经不存在的函数。多半是 ComfyUI 或软件包更新了而节点没有更新，也可能反过来。加速包本身没有问题。',
  'finding.attention_api_break.cost': '用到这个节点的工作流会报错，其他工作流照常运行。',
};
