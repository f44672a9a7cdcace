import type { evidence as english } from '../en/evidence.ts';

export const evidence: Record<keyof typeof english, string> = {
  'evidence.installed': '已安装 {name} {version}',
  'evidence.torch-xpu': 'PyTorch {version}，为 Intel 显卡（XPU）编译',
  'evidence.torch-architectures': '这个 PyTorch 包含的计算内核：{architectures}',
  'evidence.gpu-capability': '显卡是 {name}，计算能力 {capability}',
  'evidence.gpu-vendor': '系统列出的显卡全部来自 {vendors}',
  'evidence.no-nvidia-driver': '没有安装 NVIDIA 驱动',
  'evidence.driver-floor': 'CUDA {cuda} 版的 PyTorch 需要 {version} 或更新的 NVIDIA 驱动',
  'evidence.cuda-unavailable': '实际启动的 Python 没有找到 PyTorch 可用的显卡',
  'evidence.companion-expected': '与 PyTorch {torch} 配套的是 {name} {expected}',
  'evidence.companion-build': '{name} {version} 是为另一种 PyTorch 构建编译的',
  'evidence.xformers-gpu-limit':
    '在这个系统上，xFormers {version} 没有计算能力高于 {capability} 的显卡可用的内核',
  'evidence.package-minimum': '{name} 需要计算能力 {capability} 或更高的显卡',
  'evidence.triton-gpu-from': '这块显卡需要 Triton {version} 或更新版本',
  'evidence.triton-expected': '与 PyTorch {torch} 配套的是 Triton {series}',
  'evidence.triton-not-for-windows':
    '软件包 “triton” {version} 不是为 Windows 制作的；Windows 上应使用 “triton-windows”',
  'evidence.headers-missing': '这个 Python 缺少 Triton 编译时需要的 Python.h',
  'evidence.import-library-missing': '这个 Python 缺少 “libs” 文件夹和其中的导入库',
  'evidence.compiler-missing': '在搜索路径中没有找到 C 编译器',
  'evidence.triton-without-compiler':
    'triton-windows {version} 不带编译器；3.2.0.post13 及以后的版本自带',
  'evidence.runtime-old': '{file} 的版本是 {version}；Triton 需要 14.42 或更新版本',
  'evidence.runtime-missing': '这个 Python 旁边和 Windows 系统目录里都没有 msvcp140.dll',
  'evidence.wheel-built': '{name} {version} 是为 {built} 编译的',
  'evidence.compiled-for-python': '{file} 不是为 Python {python} 编译的',
  'evidence.kernel-missing': 'SageAttention {version} 不包含文件 {file}',
  'evidence.flash-range': 'xFormers {xformers} 接受的 flash-attn 版本是 {oldest} 到 {newest}',
  'evidence.flash-leftover': '有一个 flash_attn 文件夹，但里面没有对应的软件包',
  'evidence.built-for-numpy-one': '{name} {version} 是针对 NumPy 1 编译的',
  'evidence.leftover': '被中断的安装留下了 {folder}',
  'evidence.duplicate': '{name} 被登记了多次：{versions}',
  'evidence.without-record': '{name} 没有文件清单，pip 无法干净地替换它',
  'evidence.without-metadata': '没有任何信息说明 {name} 的版本，程序会当它没有安装',
  'evidence.compiled-missing': '{name} 自带的文件 {file} 不见了',
  'evidence.loader-library': '{file} 需要 {name}，但在这个 Python 会查找的位置都没有它',
  'evidence.loader-version': '{file} 需要 {name}，比本机系统自带的版本更新',
  'evidence.loader-functions':
    '{file} 用到了这个 PyTorch 没有的函数（{count} 个），其中包括 {name}',
  'evidence.loader-loads': '{file} 所需的东西都在，可以加载',
  'evidence.looked-in': '检查的是 {python}',
  'evidence.xformers-python':
    'xFormers {version} 是为 Python {built} 编译的，而这里是 Python {python}',
  'evidence.xformers-without-cuda': '按 cpp_lib.json 的记录，xFormers {version} 编译时没有 CUDA',
  'evidence.without-files': '{name} {version} 已登记，但它的文件不在了',
  'evidence.user-site': '你个人目录里的 {name} {version} 会先于这个 Python 自己的 {own} 被加载',
  'evidence.script-python': '这个脚本启动的是 {python}，而我们检查的是 {own}',
  'evidence.externally-managed': '这个 Python 带有禁止 pip 修改的标记（PEP 668）',
  'evidence.no-wheel': '没有为 Python {python} 发布过适合 PyTorch {torch} 的 xFormers',

  'finding.install_corrupted.title-lists': '已安装软件包的登记信息不完整。',
  'finding.install_corrupted.explanation-lists':
    '每个软件包旁边都有一个文件夹，记录它的版本和包含的文件。这里有的不完整，有的缺失，有的重复；安装中断或直接复制文件夹都会这样。软件包本身很可能还能用。',
  'finding.install_corrupted.cost-lists':
    '眼下未必会出错，但 pip 可能无法替换这个软件包，查询版本的程序可能得到错误的版本，或者查不到。',
  'finding.install_corrupted.title-leftovers': '以前的安装留下了一些文件夹，这是无害的。',
  'finding.install_corrupted.explanation-leftovers':
    'pip 被中断或文件正被占用时，会留下名字以 “~” 开头的文件夹。Python 不会加载它们，pip 只是会提示一下。关闭 ComfyUI 后可以删除它们。',
  'finding.install_corrupted.title-no-python': '这个环境已经无法启动：它的 Python 不见了。',
  'finding.install_corrupted.explanation-no-python':
    '环境里存放的是软件包，运行时用的却是当初创建它的那个 Python。那个 Python 被卸载、移动或换成了别的版本，所以 ComfyUI 和 pip 在这里都运行不了。软件包本身可能完好无损。',
  'finding.install_corrupted.cost-no-python':
    '在找回 Python 之前，ComfyUI 无法从这个环境启动，里面的东西也无法检查或修复。',
  'finding.install_corrupted.advice-no-python':
    '请在原来的位置重新安装同一版本的 Python。如果做不到，就把环境文件夹改名，用原来的名字新建一个环境，先装 PyTorch，再安装 ComfyUI 的 requirements.txt。',
  'finding.sageattention_wrong_build.title-one':
    'SageAttention 是第 1 版，而你的显卡可以用第 2 版。',
  'finding.sageattention_wrong_build.explanation-one':
    '“pip install sageattention” 装的是第 1 版，它可以正常使用。第 2 版带有为 RTX 40、50 系显卡制作的内核，在这些显卡上通常更快。',
  'finding.sageattention_wrong_build.cost-one': '没有任何损坏，只是视频模型可能没有达到最快速度。',
  'finding.wrong_python_env.title-user-site':
    '你个人目录里的软件包盖过了这个 Python 自己的软件包。',
  'finding.wrong_python_env.explanation-user-site':
    '有软件包是用 “pip install --user” 安装的，而这个 Python 会先到那里查找。于是它加载的版本与自己文件夹里的不同，两套软件包互不匹配。',
  'finding.wrong_python_env.cost-user-site':
    '只要先找到的是另一份，在这个 Python 里做的修复就不起作用。',
  'finding.wrong_python_env.title-script': '启动脚本用的 Python 不是我们检查的这一个。',
  'finding.wrong_python_env.explanation-script':
    '启动 ComfyUI 的脚本里写明了 Python 的路径，而那个 Python 不在这个环境里。每个 Python 的软件包各自独立，所以在这里安装或修复的东西，对用这个脚本启动的 ComfyUI 不起作用。',
  'finding.wrong_python_env.cost-script':
    '在这个 Python 里做的修复，对用这个脚本启动的 ComfyUI 没有效果。',
  'finding.wrong_python_env.title-moved': '这个环境被移动或复制过，里面的脚本仍指向原来的位置。',
  'finding.wrong_python_env.explanation-moved':
    '它的 Python 可以用，但 “activate” 和 “pip” 里写的还是创建时的路径。用它们操作，实际到的是原来的位置或另一个 Python，这样装的东西这个 ComfyUI 用不到。',
  'finding.wrong_python_env.cost-moved':
    '用完整路径直接启动这个 Python 的 ComfyUI 不受影响；但 “pip” 装的东西可能跑到别处。',
  'finding.wrong_python_env.advice-moved':
    '请在启动脚本里写明这个环境自己的 Python 的路径，安装时用它运行 “python -m pip”，不要直接用 “pip”；或者在现在的位置重新创建环境。',
  'finding.flash_attn_binary_mismatch.title-range': 'xFormers 不接受与它同装的 flash-attn。',
  'finding.flash_attn_binary_mismatch.explanation-range':
    'xFormers 启动时会查找 flash-attn，如果版本比它认识的更旧或更新就会停止。这样 xFormers 完全不能用，尽管它本身没有问题。换成范围内的 flash-attn，或者不装它，就能恢复。',
  'finding.flash_attn_binary_mismatch.title-leftover': 'flash-attn 的残留使 xFormers 无法启动。',
  'finding.flash_attn_binary_mismatch.explanation-leftover':
    '有一个名为 flash_attn 的文件夹，但软件包本身不在。xFormers 把它当成 flash-attn，打开后就停止了。删除这个文件夹，或完整安装 flash-attn，就能恢复。',
  'finding.flash_attn_binary_mismatch.advice-range':
    '关闭 ComfyUI，然后用 ComfyUI 自己的 Python 卸载 flash-attn（“python -m pip uninstall flash-attn”），或者换成 {oldest} 到 {newest} 之间、与 PyTorch、CUDA 和 Python 都对得上的 flash-attn 安装包。',
  'finding.flash_attn_binary_mismatch.advice-leftover':
    '关闭 ComfyUI，删除 site-packages 里的 flash_attn 文件夹；如果确实需要 flash-attn，就安装 {oldest} 到 {newest} 之间、与 PyTorch、CUDA 和 Python 都对得上的安装包。',
  'finding.flash_attn_binary_mismatch.advice-four':
    '关闭 ComfyUI，然后用 ComfyUI 自己的 Python 卸载 flash-attn-4（“python -m pip uninstall flash-attn-4”），或者再装一个 {oldest} 到 {newest} 之间的 flash-attn。',
  'finding.flash_attn_binary_mismatch.cost-xformers':
    '在此之前 xFormers 无法导入，ComfyUI 会悄悄改用别的注意力实现。',
};
