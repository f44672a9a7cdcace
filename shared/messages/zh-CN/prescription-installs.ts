import type { prescriptionInstalls as english } from '../en/prescription-installs.ts';

export const prescriptionInstalls: Record<keyof typeof english, string> = {
  'prescription.install.xformers':
    '安装 {requirement}，它正是为你的 PyTorch 制作的；“--no-deps” 让 PyTorch 保持不变。',
  'prescription.install.triton':
    '安装 {requirement}，它与你的 PyTorch 配套；“--no-deps” 让其他一切保持不变。',
  'prescription.install.sage-first':
    '安装 {requirement}：这个版本在你的系统上不用编译就能运行；“--no-deps” 让其他一切保持不变。',
  'prescription.install.wheel':
    '用现成的文件 {file} 安装 {name}，它是为 PyTorch {torch} 和 Python {python} 制作的；“--no-deps” 让其他一切保持不变。',
  'prescription.install.comfy-kitchen':
    '安装这个 ComfyUI 要求的 comfy-kitchen：版本由 {file} 锁定，“--no-deps” 让其他一切保持不变。',
  'prescription.install.torch-cuda':
    '安装支持显卡的 PyTorch {torch}（{variant}），以及与它完全配套的 torchvision 和 torchaudio。大约要下载 3 GB。',
  'prescription.install.torch-new-card':
    '安装支持你这块显卡的 PyTorch {torch}（{variant}），以及与它完全配套的 torchvision 和 torchaudio。大约要下载 3 GB。',
  'prescription.install.torch-old-card':
    '安装 {variant} 版本的 PyTorch {torch}，它仍然支持你的显卡（更新的版本已经不支持），以及与它配套的 torchvision 和 torchaudio。大约要下载 3 GB。',
  'prescription.install.torch-for-xformers':
    '安装 PyTorch {torch}（{variant}），你的 xFormers 就是为它制作的，以及与它配套的 torchvision 和 torchaudio。大约要下载 3 GB。',
  'prescription.uninstall': '卸载 {name}。',

  'prescription.torch.keep-list':
    '留一份已安装软件包的清单：把这条命令打印的内容复制到一个文本文件里，想退回时要用到它。',
  'prescription.torch.by-card':
    '如果显卡是 GTX 16、RTX 20 或更新：安装 PyTorch {torch}（{variant}），以及与它完全配套的 torchvision 和 torchaudio。大约要下载 3 GB。',
  'prescription.torch.by-old-card':
    '如果显卡更旧（GTX 10、GTX 900、Titan V）：安装 cu126 版本的 PyTorch {torch}，它仍然支持这些显卡。',
  'prescription.wheel.toolkit':
    '没有人为这块显卡和这个系统提供现成的 SageAttention 2，只能编译。请安装 C++ 编译器，以及与你的 PyTorch 完全相同 CUDA 版本的 CUDA 工具包。',
  'prescription.wheel.build-sage':
    '编译它，要花一刻钟以上。“--no-build-isolation” 让它找到你的 PyTorch，“--no-deps” 让其他一切保持不变。',
  'prescription.torch.page':
    '在 PyTorch 的安装页面上选择你的系统和一个 CUDA 版本（12.8 在 2025 年以来的驱动上都能用），再把页面给出的命令里的 “pip3” 换成上一步的那个 Python 来运行。',
  'prescription.torch.xformers-too':
    '同时安装 {requirement}：旧的 xFormers 与新的 PyTorch 不匹配。',
  'prescription.torch.without-xformers':
    '卸载 xFormers：没有适合这个 PyTorch 和这块显卡的版本，它的工作由 PyTorch 自带的注意力实现完成。',

  'prescription.xformers.by-torch':
    '安装与打印出来的 PyTorch 配套的 xFormers，命令相同：“-m pip install”、下表中的名字，再加 “--no-deps”。{list}',
  'prescription.triton.by-torch':
    '安装与打印出来的 PyTorch 配套的 Triton：“-m pip install --no-deps” 加上下表中的名字（放在双引号里）。{list}',
  'prescription.triton.remove-others':
    '先卸载所有的 Triton：两个 Triton 共用一个文件夹，一个的残留会弄坏另一个。（出现 “Skipping” 表示本来就没有装。）',
  'prescription.triton.check': '检查它能否加载：这条命令应当打印 {version}（后面可能还有别的）。',
  'prescription.triton.none':
    '不要安装 Triton：没有适合 PyTorch {torch} 与你的 Python 和显卡的版本。请关闭需要它的功能：节点里的 torch.compile 和 SageAttention。',
  'prescription.triton.other-vendor':
    '不要从普通下载源安装 Triton：适合你显卡的 PyTorch 自带 Triton，别的 Triton 是给其他显卡用的。',

  'prescription.wheel.choose':
    '在页面 {page} 上找到文件 {file}，其中的 3XX 换成你的 Python 版本（Python 3.12 就是 cp312），然后用 “-m pip install --no-deps” 加它的地址来安装。',
  'prescription.wheel.none':
    '目前没有人为这个系统（{system}）上的 PyTorch {torch} 提供现成的 {name}。请在下面的页面上找文件名里同时写着你的 PyTorch、CUDA 和 Python 的文件；如果没有，就继续使用 PyTorch 自带的注意力实现。',
  'prescription.wheel.page':
    '在下面的页面上找到文件名与打印结果一致的 {name}：CUDA 12.8 是 cu128，PyTorch 2.8 是 torch2.8，Python 3.12 是 cp312（abi3 适用于之后的所有版本），并且带有 {system}。然后用 “-m pip install --no-deps” 加它的地址来安装。',
  'prescription.wheel.triton-first':
    '先安装 {requirement}：没有 Triton，SageAttention 就无法加载。（已经装好的话不会有任何变化。）',
  'prescription.wheel.unknown':
    '在日志里找出无法编译或加载的软件包，改用它现成的安装文件（.whl），文件名里要写着你的 Python、PyTorch 和 CUDA。',

  'prescription.right-python.keep':
    '先看看会改动什么，这一步不会真的改：最后一行（“Would install …”）里不能有 torch；如果有，就到此为止。',
  'prescription.right-python.install': '用运行程序的那个 Python 安装，而不是用别的。',
  'prescription.right-python.which':
    '把装到别处的那次安装重做一遍，前面换成运行程序的那个 Python：先写它的路径，再写 “-m pip install” 和原来的内容。',

  'prescription.vendor.remove': '卸载为其他显卡制作的 PyTorch。',
  'prescription.vendor.amd': '安装适合 AMD 显卡的 PyTorch（ROCm）。大约要下载 4 GB。',
  'prescription.vendor.intel': '安装适合 Intel 显卡的 PyTorch（XPU）。大约要下载 2 GB。',
  'prescription.vendor.amd-portable':
    '把 ComfyUI 的 AMD 便携版解压到旧版本旁边的新文件夹里并启动它：它自带适合你显卡的 PyTorch。模型留在原处，用 extra_model_paths.yaml 告诉它在哪里。',
  'prescription.vendor.intel-portable':
    '把 ComfyUI 的 Intel 便携版解压到旧版本旁边的新文件夹里并启动它：它自带适合你显卡的 PyTorch。模型留在原处，用 extra_model_paths.yaml 告诉它在哪里。',
  'prescription.vendor.apple':
    '从普通下载源安装 PyTorch 即可：对 Mac 来说每个版本都是对的，CUDA 在 Mac 上根本不存在。',
  'prescription.vendor.which-card':
    '看看电脑里是什么显卡（Windows：任务管理器的“性能”页）。没有 PyTorch 能用的显卡时，只能由处理器来算：慢，但能跑。',
  'prescription.vendor.unknown':
    '看看电脑里是什么显卡，在 PyTorch 的安装页面上选择适合它的版本，用程序自己的 Python 安装；没有显卡就选 “CPU”。',
  'prescription.vendor.page': '如果有 AMD 或 Intel 显卡，就从 PyTorch 的安装页面安装适合它的版本。',
};
