import type { verdictFindings as english } from '../en/findings-verdicts.ts';

export const verdictFindings: Record<keyof typeof english, string> = {
  'verdict.healthy.xformers': '一切正常。xFormers {version} 与你的 PyTorch 匹配。',
  'verdict.healthy.xformers-gpu': '一切正常。在你的 {gpu} 上，xFormers {version} 与 PyTorch 匹配。',
  'verdict.healthy.pytorch': '一切正常。这里使用的是 PyTorch 自带的注意力实现。',
  'verdict.healthy.sage': '一切正常。ComfyUI 会使用 SageAttention。',
  'verdict.healthy.flash': '一切正常。ComfyUI 会使用 Flash Attention。',
  'verdict.healthy.other': '一切正常。',
  'verdict.benign': '没有问题。你看到的提示是无害的。',
  'verdict.benign.reason': '可以忽略，下面的列表说明了原因。',
  'verdict.problem.reason': '可以修复，修复也可以撤销。',
  'verdict.unknown': '有些项目无法检查，所以我们不说它正常。',
  'verdict.no-torch': '这个 Python 没有安装 PyTorch。',
  'verdict.torch-broken': 'PyTorch 已安装，但无法启动：{text}',

  'finding.healthy.title': '一切正常',
  'finding.healthy.explanation':
    '注意力加速在正常工作，检查过的内容里没有任何异常。不需要修复什么。',
  'finding.healthy.explanation-live':
    '各软件包相互匹配，实际启动的 Python 也顺利加载了它们。不需要修复什么。',
  'finding.healthy.explanation-static': '从文件看，各软件包相互匹配。没有启动 Python 来验证。',
  'finding.healthy.cost': '什么也不会发生，保持现状即可。',

  'finding.not_attention_oom.title': '显存不够用了，注意力加速本身没有问题。',
  'finding.not_attention_oom.explanation':
    '模型、图片尺寸和批次加在一起，超出了显卡剩余的显存，重装软件包不会改变这一点。可以缩小图片、减少帧数、换用量化过的小模型、开启 VAE 分块或加上启动参数 --lowvram；关掉其他占用显卡的程序也有帮助。',
  'finding.not_attention_oom.cost': '这个工作流每次都会在这里停下，较小的工作流照常运行。',

  'finding.not_attention_other.title': '问题另有原因，注意力加速没有问题。',
  'finding.not_attention_other.explanation':
    '出错的是别的东西，例如模型文件、自定义节点、工作流、网络或端口。检查过的内容里，注意力加速相关的软件包没有异常。依据中列出的几行指明了该看哪里。',
  'finding.not_attention_other.cost':
    '出错的地方会一直出错；重装 xFormers、Triton 或 PyTorch 都没有用。',
  'finding.not_attention_other.title-model-file': '缺少模型文件或文件损坏，注意力加速没有问题。',
  'finding.not_attention_other.explanation-model-file':
    '工作流要用的文件不在 models 文件夹里，或者没有下载完整。请重新下载，放进加载节点所指的文件夹，再在加载节点里选中它。',
  'finding.not_attention_other.title-model-fit': '工作流里的模型互不配套，注意力加速没有问题。',
  'finding.not_attention_other.explanation-model-fit':
    '有一个 ControlNet、LoRA、VAE 或 CLIP 模型与主模型不属于同一系列。请换成同一系列的，例如 SDXL 配 SDXL。',
  'finding.not_attention_other.title-custom-node':
    '有自定义节点加载失败或报错，注意力加速没有问题。',
  'finding.not_attention_other.explanation-custom-node':
    '报错来自某个自定义节点，或它缺少的软件包。请更新这个节点，用 ComfyUI 自己的 Python 安装它的依赖，或者用启动参数 --disable-all-custom-nodes 停用自定义节点来确认。',
  'finding.not_attention_other.title-workflow': '工作流本身有错误，注意力加速没有问题。',
  'finding.not_attention_other.explanation-workflow':
    'ComfyUI 拒绝运行这个工作流：有不认识的节点、没有连上的输入，或者不在列表里的选项。请打开工作流，找到带红框的节点并改正。',
  'finding.not_attention_other.title-port': 'ComfyUI 打不开自己的网页端口，注意力加速没有问题。',
  'finding.not_attention_other.explanation-port':
    '同一个端口被别的程序（常常是另一个 ComfyUI）占用，或者被 Windows 保留了。请关掉占用它的程序，或者换一个端口启动，例如 --port 8189。',
  'finding.not_attention_other.title-app-version':
    'ComfyUI 与它用到的东西新旧不一，注意力加速没有问题。',
  'finding.not_attention_other.explanation-app-version':
    '某个节点、模型或前端页面要用的功能，当前的 ComfyUI 还没有，或者已经去掉了。请先更新 ComfyUI 和它的依赖，再更新自定义节点。',
  'finding.not_attention_other.title-network': '有网站或服务器连不上，注意力加速没有问题。',
  'finding.not_attention_other.explanation-network':
    '某个列表、模型或自定义节点没能下载下来，这并不妨碍出图。请检查网络和代理，以及是否装了 Git，然后重试。',

  'evidence.torch-cuda': 'PyTorch {version}，为 CUDA {cuda} 编译',
  'evidence.torch-rocm': 'PyTorch {version}，为 ROCm {hip} 编译',
  'evidence.torch-cpu': 'PyTorch {version}，不支持显卡',
  'evidence.xformers': 'xFormers {version}，没有说明是为哪个版本编译的',
  'evidence.xformers-built': 'xFormers {version}，为 PyTorch {torch} 编译',
  'evidence.not-installed': '已安装的软件包中没有 {name}',
  'evidence.needs-cuda': '已安装 {name} {version}，它只能与 CUDA 一起工作',
  'evidence.needs-triton': '已安装 {name} {version}，它会导入 Triton',
  'evidence.flag': '启动脚本里有 {flag}',
  'evidence.flag-running': '正在运行的 ComfyUI 带有参数 {flag}',
  'evidence.gpu': '驱动报告了一块 {name}',
  'evidence.driver': '已安装 NVIDIA 驱动 {version}',
  'evidence.python-said': 'Python 说：{text}',
  'evidence.log-line': '第 {line} 行：{text}',
};
