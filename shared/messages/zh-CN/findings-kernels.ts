import type { kernelFindings as english } from '../en/findings-kernels.ts';

export const kernelFindings: Record<keyof typeof english, string> = {
  'finding.attention_api_break.title-torch-floor':
    '这里有个软件包太新，你的 PyTorch 不认识它，加载时就停了。',
  'finding.attention_api_break.explanation-torch-floor':
    'ComfyUI 自带的计算内核（comfy-kitchen 0.2.28 及以上）需要 PyTorch 2.7 或更新，而你的版本更旧。这不是自定义节点的问题，重装 comfy-kitchen 也没有用。换上同一 CUDA 系列的新版 PyTorch 就好了。',
  'finding.attention_api_break.explanation-torch-floor-any':
    '报错上方几行提到的那个软件包，用了旧版 PyTorch 不认识的写法来注册内核。ComfyUI 本身也需要 PyTorch 2.7 或更新。换上更新的 PyTorch，或者换回那个软件包的旧版本，就好了。',
  'finding.attention_api_break.cost-torch-floor': '在此之前 ComfyUI 无法启动。',
  'finding.attention_api_break.title-kitchen':
    'ComfyUI 自带的计算内核（comfy-kitchen）不是这个 ComfyUI 需要的版本。',
  'finding.attention_api_break.explanation-kitchen':
    '每个 ComfyUI 都在 requirements.txt 里写明了 comfy-kitchen 的确切版本，每次启动都要导入它。这里缺了它，或者版本不对，多半是更新了 ComfyUI 却没有更新它的依赖。这不是自定义节点的问题。',
  'finding.accel_package_not_installed.title-kitchen':
    'ComfyUI 自带的计算内核（comfy-kitchen）缺失，或者在这里用不了。',
  'finding.amd_unsupported.title-kernels': '这里的 ROCm 库没有能用在你这块 AMD 显卡上的内核。',
  'finding.amd_unsupported.explanation-kernels':
    'AMD 版 PyTorch 附带的库只为部分显卡编译，这里的库不适合你的显卡，或者和 PyTorch 不是同一个 ROCm 版本。无论选哪种注意力，出图都会中断。如果 AMD 发布了恰好适合你显卡、并且同属一个 ROCm 版本的软件包，换上它就好了。',
  'finding.cuda_device_unavailable.title-call': '显卡驱动拒绝了这次启动中的一个调用。',
  'finding.cuda_device_unavailable.explanation-call':
    '显卡是在的，但驱动返回“operation not supported”。虚拟显卡（vGPU）和旧驱动不支持 ComfyUI 自动选用的显存分配方式 cudaMallocAsync。是否还有别的调用被拒绝，这段文字里看不出来。',
  'finding.cuda_device_unavailable.explanation-other':
    'PyTorch 与你显卡的厂商是对应的，但没有任何显卡应答。可能是驱动没装、太旧，或者容器里访问不到，也可能是某个设置把显卡隐藏了。重装软件包没有用。',
  'finding.install_corrupted.explanation-flash':
    'flash_attn 文件夹还在，里面却没有对应的软件包。要么是卸载到一半，要么只装了 flash-attn-4：它是面向新显卡的另一个软件包，用的是同一个文件夹，却没有这些函数。把两者都卸载，再装上真正需要的那一个就好了。',
  'finding.not_attention_other.title-open':
    '有地方出错了；是否与注意力加速有关，这段文字里看不出来。',
  'finding.not_attention_other.explanation-open':
    '最后一个报错列在依据里，我们不认识它。这段文字里看不到注意力加速在它之后正常工作，所以不能说它没有问题。从程序启动开始的完整日志会显示加载了哪些软件包、用的是哪种注意力。',
  'finding.not_attention_other.title-open-node': '有自定义节点加载失败或报错，原因我们不认识。',
  'finding.attention_input_unsupported.title-fallback':
    'SageAttention 在这张图上出错，由 PyTorch 自带的注意力实现完成了计算。',
  'finding.attention_input_unsupported.explanation-fallback':
    '这一行给出的原因我们不认识。图还是能出，只是没有 SageAttention 带来的加速。最常见的情况是模型的某一部分传入了 SageAttention 不接受的数据。',
  'finding.flash_attn_binary_mismatch.title-four':
    '程序要找 Flash Attention 2，那里放的却是 flash-attn-4。',
  'finding.flash_attn_binary_mismatch.explanation-four':
    'flash-attn-4 是面向新显卡的另一个软件包，和 flash-attn 用同一个文件夹。ComfyUI 需要的函数不在里面，所以文件夹虽然在，导入还是会失败。',
  'finding.flash_attn_binary_mismatch.advice-shadowed':
    '关闭 ComfyUI，用它自己的 Python 卸载 flash-attn-4 和 flash-attn，再安装文件名与 Python、PyTorch 和 CUDA 版本一致的 flash-attn，或者从启动脚本里去掉 --use-flash-attention。',
  'finding.acceleration_flag_not_set.title-unknown': '程序不认识一个用来指定注意力实现的启动参数。',
  'finding.acceleration_flag_not_set.explanation-unknown':
    '依据中的那个参数属于别的程序，或者属于这个程序的另一个版本，程序一遇到它就停止。并没有东西损坏。去掉这个参数就能启动；更新程序后也许就认识它了。',

  'evidence.kitchen-floor': 'comfy-kitchen {version} 只能和 PyTorch {torch} 或更新版本一起导入',
  'evidence.kitchen-pin': '这个 ComfyUI 的 requirements.txt 要求 comfy-kitchen {pin}',

  'advice.not_attention.open':
    '先不要改动任何软件包：请先看最后一行报错，再让注意力医生读一遍从程序启动到这个报错的完整日志。',
  'advice.upgrade_torch_for_gpu_arch.torch-floor':
    '关闭 ComfyUI，备份它的 Python 文件夹，用 ComfyUI 自己的 Python，从和现在相同的软件源（同样的 “cu…” 或 “rocm…”，只要还提供）安装 PyTorch 2.7 或更新的版本，以及配套的 torchvision 和 torchaudio。',
  'advice.install_matching_accel_wheel.comfy-kitchen':
    '关闭 ComfyUI，在它的 requirements.txt 里找到 “comfy-kitchen==…” 这一行，用 ComfyUI 自己的 Python 加上 “--no-deps” 安装这个确切版本。',
  'advice.change_launch_flag.cuda-malloc':
    '关闭 ComfyUI，在启动脚本里加上 --disable-cuda-malloc 再启动；如果还是同样的报错，请联系管理这台机器的人更新驱动。',
  'advice.install_vendor_torch.rocm':
    '关闭 ComfyUI，先查清你的显卡在 AMD 那里的代号（gfx…，见日志里 “AMD arch” 一行），再用 ComfyUI 自己的 Python 安装恰好适合这块显卡、并且同属一个 ROCm 版本的 torch、torchvision 和 torchaudio；如果没有这样的软件包，改任何设置都代替不了。',
  'advice.install_vendor_torch.mac':
    '关闭 ComfyUI，用 ComfyUI 自己的 Python 从默认软件源把 torch、torchvision 和 torchaudio 一起重装：macOS 的普通版本就支持苹果显卡。',
  'advice.install_matching_accel_wheel.hub':
    '在 Hub 提供适合你 PyTorch 的版本之前，先把这个程序的注意力选项设为 “sdpa”，或者安装列表中某个版本所对应的 PyTorch。',
  'advice.install_compiler_or_headers.other':
    'Windows 上安装微软的 C++ 生成工具和 Windows SDK；Linux 上用包管理器安装 gcc、python3-dev 以及显卡厂商驱动的开发包；然后重新启动 ComfyUI。',
  'advice.use_supported_python_or_package.other':
    '查一下这个软件包支持哪些 Python 版本和系统，然后单独建一个环境使用受支持的 Python（3.10 到 3.12 通常都行），或者换用支持你这个环境的版本；有些软件包只有 NVIDIA 版，那就没有可装的。',
  'advice.use_supported_python_or_package.no-triton':
    '退回到 PyTorch {torch}（最后一个有 Windows 版 Triton 的版本），或者在 triton-windows 支持你的版本之前先不用 SageAttention 和 torch.compile。',
  'advice.update_driver.amd':
    '安装 AMD 为你的显卡提供的最新驱动（Linux 上用与 ROCm 版本对应的驱动），重启电脑，软件包都不用动。',
  'advice.update_driver.intel':
    '安装 Intel 最新的显卡驱动（Linux 上还要装 Level Zero 运行库），重启电脑，软件包都不用动。',
  'advice.update_driver.apple': '更新 macOS：显卡驱动随系统一起更新。',
  'advice.fix_device_environment.amd':
    '看看系统是否还能列出显卡（Linux 上用 “rocminfo”）：如果不能，就重启并重装 AMD 驱动；如果能，就去掉编号错误的 HIP_VISIBLE_DEVICES，把用户加入 render 和 video 组，使用容器时传入 /dev/kfd 和 /dev/dri。',
  'advice.fix_device_environment.intel':
    '看看系统是否还能列出显卡（Linux 上用 “clinfo”）：如果不能，就重启并重装 Intel 驱动和 Level Zero 运行库；如果能，就把用户加入 render 组，使用容器时传入 /dev/dri。',
  'advice.fix_device_environment.apple':
    '不要在容器或虚拟机里启动 ComfyUI：苹果显卡只能从 macOS 本身访问。',
  'advice.fix_device_environment.hosted':
    '租用机器的驱动不能由你更换：请在会话设置里启用显卡、重启会话，或者租一台驱动更新的机器；也可以安装与这台机器所提供的 CUDA 版本对应的 PyTorch。',
};
