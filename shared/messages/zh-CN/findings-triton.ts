import type { tritonFindings as english } from '../en/findings-triton.ts';

export const tritonFindings: Record<keyof typeof english, string> = {
  'finding.triton_missing_benign.title': '没有安装 Triton，这是无害的。',
  'finding.triton_missing_benign.explanation':
    'xFormers 提示没有匹配的 Triton，然后照常运行。注意力的速度不受影响。只有 SageAttention 和 torch.compile 才需要 Triton。',
  'finding.triton_missing_benign.cost': '什么也不会发生，只是每次启动时可能还会看到这条提示。',

  'finding.triton_missing_required.title': '缺少 Triton，而这里有东西离不开它。',
  'finding.triton_missing_required.explanation':
    'SageAttention 和 torch.compile 要在运行时用 Triton 现场编译计算内核，没有它就无法工作。Windows 版 PyTorch 不附带 Triton。可以补装与你的 PyTorch 匹配的 Triton，其他都不变。',
  'finding.triton_missing_required.cost':
    '用到 SageAttention 或 torch.compile 的工作流会报错，其他工作流照常运行。',
  'finding.triton_missing_required.title-sage': '缺少 Triton，而 SageAttention 需要它。',
  'finding.triton_missing_required.explanation-sage':
    'SageAttention 用 Triton 构建计算内核，没有它就无法导入。可以补装与你的 PyTorch 匹配的 Triton，其他都不变。',
  'finding.triton_missing_required.cost-sage':
    'SageAttention 无法工作；如果 ComfyUI 被要求使用它，就会停止。',

  'finding.triton_version_mismatch.title': '这个 Triton 与当前的 PyTorch 或显卡不匹配。',
  'finding.triton_version_mismatch.explanation':
    '每个 PyTorch 都要配特定的 Triton 版本，例如 PyTorch 2.7 配 3.3，2.9 配 3.5。RTX 50 系列需要 Triton 3.3 或更新，GTX 16 和 RTX 20 系列则需要 3.2 或更旧。版本不对，计算内核就编译不出来。',
  'finding.triton_version_mismatch.cost':
    '用到 SageAttention 或 torch.compile 时会报错，其他照常运行。',

  'finding.vc_runtime_dll_broken.title': 'Windows 运行库缺失或太旧，导致软件包无法加载。',
  'finding.vc_runtime_dll_broken.explanation':
    'Triton 和 PyTorch 需要微软的 Visual C++ 运行库，而 Windows 没有找到它，或者优先用了 python.exe 旁边的旧文件。软件包本身没有问题，重装也没有用。装上微软最新的运行库即可。',
  'finding.vc_runtime_dll_broken.title-blocked': 'Windows 的应用控制阻止了这个文件的加载。',
  'finding.vc_runtime_dll_broken.explanation-blocked':
    '智能应用控制（或公司的安全策略）会拦截没有签名的文件，这个文件就是其中之一。软件包本身是完整的，重装得到的还是同一个文件，照样会被拦截。',
  'finding.vc_runtime_dll_broken.cost':
    '需要它的软件包加载不了；如果是 PyTorch，ComfyUI 就无法启动。',

  'finding.triton_toolchain_missing.title': 'Triton 编译不了内核：缺少编译器或库文件。',
  'finding.triton_toolchain_missing.explanation':
    'Triton 第一次使用时，要为你的显卡编译一小段程序，但没有找到 C 编译器，或者没有可供链接的 CUDA 驱动库。在 Windows 上，triton-windows 从 3.2.0.post13 起自带编译器，不需要装 Visual Studio，也不需要 CUDA Toolkit。在 Linux 上，它使用系统的 gcc。',
  'finding.triton_toolchain_missing.cost':
    '用到 SageAttention 或 torch.compile 时会报错，其他照常运行。',

  'finding.python_headers_missing.title': 'Triton 编译不了内核：缺少 Python 的头文件。',
  'finding.python_headers_missing.explanation':
    'Triton 编译时需要 Python.h 和 Python 的库文件，而这个 Python 没有带。ComfyUI 便携版和许多整合包里的嵌入式 Python 都省去了它们，不少 Linux 系统也是如此。补上的文件必须来自同一个 Python 版本，例如 3.12 配 3.12。',
  'finding.python_headers_missing.cost':
    '用到 SageAttention 或 torch.compile 时会报错，其他照常运行。',

  'finding.triton_stale_cache.title': 'Triton 还在用更新之前留下的旧缓存。',
  'finding.triton_stale_cache.explanation':
    'Triton 和 torch.compile 会保存编译好的内核，更新 Python、PyTorch 或 Triton 之后，旧的就不合用了。删除这些缓存很安全，下次启动会自动重新生成。不需要安装任何东西。',
  'finding.triton_stale_cache.cost':
    '在删除缓存之前，用到 SageAttention 或 torch.compile 时会一直报同样的错。',
};
