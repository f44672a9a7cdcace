import type { torchFindings as english } from '../en/findings-torch.ts';

export const torchFindings: Record<keyof typeof english, string> = {
  'finding.torch_cpu_build.title': '你的 PyTorch 是不支持显卡的版本。',
  'finding.torch_cpu_build.explanation':
    '这个 PyTorch 只能用处理器，你的 NVIDIA 显卡完全没有用上。常见原因是别的软件包从错误的来源装了 PyTorch。同一版本有支持显卡的安装包。',
  'finding.torch_cpu_build.explanation-no-card':
    '这个 PyTorch 只能用处理器。我们在这里没有看到 NVIDIA 显卡或驱动；如果这台电脑有显卡，PyTorch 也用不上它。同一版本有支持显卡的安装包。',
  'finding.torch_cpu_build.cost': 'ComfyUI 启动时会停止，或者出图比显卡能达到的速度慢很多倍。',

  'finding.torch_replaced_by_pip.title': '装别的东西时，你的 PyTorch 被 pip 换掉了。',
  'finding.torch_replaced_by_pip.explanation':
    '安装某个软件包或自定义节点时，pip 卸载了原来的 PyTorch，换上了那个软件包要求的版本。在 Windows 上，换来的往往根本不支持显卡。为原来的 PyTorch 编译的东西（xFormers、Flash Attention、torchvision）也都跟着不匹配了。',
  'finding.torch_replaced_by_pip.cost':
    '在换回 PyTorch 之前，ComfyUI 会变慢、用不上加速，甚至无法启动。',

  'finding.torch_missing_new_gpu_arch.title': '你的显卡太新，当前的 PyTorch 还不认识它。',
  'finding.torch_missing_new_gpu_arch.explanation':
    'PyTorch 为每一代显卡都带有专门的计算内核，而这个版本里没有你这一代的。RTX 50 系列需要 PyTorch 2.7 或更新，并且是 CUDA 12.8 或更新的版本（cu128 及以上）。重装 xFormers 没有用，要先换 PyTorch。',
  'finding.torch_missing_new_gpu_arch.cost':
    '无论选哪种注意力实现，出图时都会报错 “no kernel image is available”。',

  'finding.torch_dropped_old_gpu_arch.title': '当前的 PyTorch 版本不再支持你这块较老的显卡。',
  'finding.torch_dropped_old_gpu_arch.explanation':
    '较新的 PyTorch 版本去掉了 GTX 900、GTX 10 系列以及 Titan V 等 Volta 显卡的计算内核。换成 CUDA 12.6（cu126）的版本，你的显卡仍然可以用，这种版本一直出到 PyTorch 2.14。驱动和显卡都没有问题。',
  'finding.torch_dropped_old_gpu_arch.cost':
    '在换成合适的版本之前，出图时会报错 “no kernel image is available”。',

  'finding.torchvision_torch_mismatch.title': 'torchvision 或 torchaudio 与当前 PyTorch 不配套。',
  'finding.torchvision_torch_mismatch.explanation':
    'PyTorch、torchvision 和 torchaudio 是成套发布的，而这里有一个来自另一套。通常是其中一个被单独安装或更新了。换成与 PyTorch 配套的版本即可。',
  'finding.torchvision_torch_mismatch.title-audio':
    'torchaudio 在当前 PyTorch 上加载不了，音频节点用不了。',
  'finding.torchvision_torch_mismatch.explanation-audio':
    'torchaudio 编译时用的 CUDA 版本与当前 PyTorch 不同，这时它会拒绝加载。ComfyUI 仍能启动，只是没有音频节点。这与注意力加速无关。',
  'finding.torchvision_torch_mismatch.cost-audio': '带声音的工作流跑不了；图片和无声视频不受影响。',
  'finding.torchvision_torch_mismatch.cost':
    'ComfyUI 或许多自定义节点在加载阶段就会报错，还轮不到注意力加速。',

  'finding.torch_flash_warning_benign.title': 'PyTorch 提示没有编译 Flash Attention，这是无害的。',
  'finding.torch_flash_warning_benign.explanation':
    'Windows 版 PyTorch 出厂就不带这一个内核，所以会提示一次。它会改用自带的另一种快速实现，照常出图。为了消除这条提示去装东西，没有任何好处。',
  'finding.torch_flash_warning_benign.cost': '什么也不会发生，只是每次启动时可能还会看到这条提示。',

  'finding.nvidia_driver_too_old.title': 'NVIDIA 驱动太旧，带不动当前的 PyTorch。',
  'finding.nvidia_driver_too_old.explanation':
    'PyTorch 自带 CUDA，因此对驱动有最低要求：CUDA 13 需要 580 或更新，CUDA 12 需要 527.41（Linux 为 525.60.13）或更新。软件包没有问题，与是否装了 CUDA Toolkit 也无关。更新驱动就够了。',
  'finding.nvidia_driver_too_old.cost':
    'PyTorch 用不了显卡，ComfyUI 启动时会停止，或者只能用处理器运行。',

  'finding.cuda_device_unavailable.title': 'PyTorch 装对了，但找不到可用的显卡。',
  'finding.cuda_device_unavailable.explanation':
    '这个 PyTorch 支持 NVIDIA 显卡，但眼下没有任何显卡响应。可能是驱动崩溃或休眠后没有恢复，可能是 CUDA_VISIBLE_DEVICES 之类的设置把显卡藏了起来，也可能是容器启动时没有带上显卡。重装软件包没有用。',
  'finding.cuda_device_unavailable.cost':
    '在显卡恢复响应之前，ComfyUI 启动时会停止，或者只能用处理器运行。',

  'finding.wrong_vendor_torch_build.title': '你的 PyTorch 是给别家显卡用的版本。',
  'finding.wrong_vendor_torch_build.explanation':
    '你的显卡是 AMD 或 Intel 的，而这个 PyTorch 是 NVIDIA 版或不支持显卡的版本。许多教程和安装程序不问一声就装 NVIDIA 版。PyTorch 也有适合 AMD（ROCm）和 Intel（XPU）的版本。',
  'finding.wrong_vendor_torch_build.cost':
    '显卡一直闲着：ComfyUI 启动时会停止，或者只能用处理器运行。',
};
