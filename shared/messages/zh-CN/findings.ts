import type { findings as english } from '../en/findings.ts';

export const findings: Record<keyof typeof english, string> = {
  'verdict.healthy.xformers': '一切正常。xFormers {version} 与你的 PyTorch 匹配。',
  'verdict.healthy.xformers-gpu': '一切正常。在你的 {gpu} 上，xFormers {version} 与 PyTorch 匹配。',
  'verdict.healthy.pytorch': '一切正常。这里使用的是 PyTorch 自带的注意力实现。',
  'verdict.benign': '没有问题。你看到的提示是无害的。',
  'verdict.benign.reason': '可以忽略，下面的列表说明了原因。',
  'verdict.problem.reason': '可以修复，修复也可以撤销。',
  'verdict.unknown': '有些项目无法检查，所以我们不说它正常。',
  'verdict.no-torch': '这个 Python 没有安装 PyTorch。',
  'verdict.torch-broken': 'PyTorch 已安装，但无法启动：{text}',

  'finding.healthy.title': '一切正常',
  'finding.healthy.explanation': '各软件包相互匹配，实际启动的 Python 也顺利加载了它们。',
  'finding.healthy.explanation-static': '从文件看，各软件包相互匹配。没有启动 Python 来验证。',

  'finding.xformers_torch_mismatch.title':
    'xFormers 与当前 PyTorch 版本不匹配，ComfyUI 没有用上它。',
  'finding.xformers_torch_mismatch.title-bare': 'xFormers 与当前 PyTorch 版本不匹配，无法使用。',
  'finding.xformers_torch_mismatch.cost-bare':
    '在此之前，使用这个 Python 的程序都用不上 xFormers；一定需要它的程序会停止。',
  'finding.xformers_torch_mismatch.explanation':
    'xFormers {xformers} 是为 PyTorch {built} 编译的，而你装的是 {torch}。导入时不会报错，但它真正加速的部分无法加载。只需要更换 xFormers，PyTorch 保持不变。',
  'finding.xformers_torch_mismatch.explanation-cuda':
    'xFormers {xformers} 是用 CUDA {builtCuda} 编译的，而你的 PyTorch {torch} 使用 CUDA {cuda}。无论版本号如何，两者都无法一起加载。只需要更换 xFormers，PyTorch 保持不变。',
  'finding.xformers_torch_mismatch.cost':
    '在此之前，ComfyUI 会悄悄改用别的注意力实现：图片照样能出，但往往更慢、更占显存。',

  'finding.xformers_incomplete_build.title': 'xFormers 已安装，但它的编译部分不能用。',
  'finding.xformers_incomplete_build.explanation':
    'xFormers {version} 的版本号是对的，但真正干活的部分缺失或无法加载。安装被中断或杀毒软件都可能造成这种情况。重新安装同一个软件包即可。',
  'finding.xformers_incomplete_build.cost': '在此之前，ComfyUI 不会使用 xFormers。',

  'finding.torch_cpu_build.title': '你的 PyTorch 是不支持显卡的版本。',
  'finding.torch_cpu_build.explanation':
    '这个 PyTorch 只能用处理器，你的 NVIDIA 显卡完全没有用上。常见原因是别的软件包从错误的来源装了 PyTorch。同一版本有支持显卡的安装包。',
  'finding.torch_cpu_build.explanation-no-card':
    '这个 PyTorch 只能用处理器。我们在这里没有看到 NVIDIA 显卡或驱动；如果这台电脑有显卡，PyTorch 也用不上它。同一版本有支持显卡的安装包。',
  'finding.torch_cpu_build.cost': 'ComfyUI 启动时会停止，或者出图比显卡能达到的速度慢很多倍。',

  'finding.accel_package_not_installed.title': '这个 Python 没有安装 xFormers。',
  'finding.accel_package_not_installed.explanation':
    '没有任何损坏：PyTorch 自带的注意力实现在工作，在许多显卡上一样快。需要 xFormers 的程序在这里找不到它。',
  'finding.accel_package_not_installed.cost': '没有它，部分工作流和较旧的显卡会更慢或更占显存。',
  'finding.accel_package_not_installed.title-flag':
    'ComfyUI 被要求使用 {name}，但没有安装 {name}。',
  'finding.accel_package_not_installed.explanation-flag':
    '启动脚本里有参数 {flag}。ComfyUI 发现缺少 {name} 就会立刻停止。请安装它，或从启动脚本中去掉这个参数。',
  'finding.accel_package_not_installed.cost-flag': 'ComfyUI 无法启动。',

  'finding.triton_missing_benign.title': '没有安装 Triton，这是无害的。',
  'finding.triton_missing_benign.explanation':
    'xFormers 提示没有匹配的 Triton，然后照常运行。注意力的速度不受影响。只有 SageAttention 和 torch.compile 才需要 Triton。',
  'finding.triton_missing_required.title': '缺少 Triton，而 SageAttention 需要它。',
  'finding.triton_missing_required.explanation':
    'SageAttention 用 Triton 构建计算内核，没有它就无法导入。可以补装与你的 PyTorch 匹配的 Triton，其他都不变。',
  'finding.triton_missing_required.cost':
    'SageAttention 无法工作；如果 ComfyUI 被要求使用它，就会停止。',

  'evidence.torch-cuda': 'PyTorch {version}，为 CUDA {cuda} 编译',
  'evidence.torch-rocm': 'PyTorch {version}，为 ROCm {hip} 编译',
  'evidence.torch-cpu': 'PyTorch {version}，不支持显卡',
  'evidence.xformers': 'xFormers {version}，没有说明是为哪个版本编译的',
  'evidence.xformers-built': 'xFormers {version}，为 PyTorch {torch} 编译',
  'evidence.not-installed': '已安装的软件包中没有 {name}',
  'evidence.needs-cuda': '已安装 {name} {version}，它只能与 CUDA 一起工作',
  'evidence.needs-triton': '已安装 {name} {version}，它会导入 Triton',
  'evidence.flag': '启动脚本里有 {flag}',
  'evidence.gpu': '驱动报告了一块 {name}',
  'evidence.driver': '已安装 NVIDIA 驱动 {version}',
  'evidence.python-said': 'Python 说：{text}',
};
