import type { packageFindings as english } from '../en/findings-packages.ts';

export const packageFindings: Record<keyof typeof english, string> = {
  'finding.source_build_failed.title': '没有现成的安装包，pip 转而编译源码，结果失败了。',
  'finding.source_build_failed.explanation':
    'pip 没有找到适合你的 Python、PyTorch 和 CUDA 组合的安装包，于是下载源码在本机编译。这需要 C++ 编译器和版本正确的 CUDA Toolkit，flash-attn 要编译几个小时，在 Windows 上很少能成功。直接用现成的 whl 安装包可以省去这一切。',
  'finding.source_build_failed.cost': '这个软件包没有装上，原来装好的东西不受影响。',

  'finding.no_matching_wheel.title': '没有适合你的 Python、PyTorch、CUDA 或系统的安装包。',
  'finding.no_matching_wheel.explanation':
    'pip 没有找到能用的文件：常见原因是 Python 太新、这个软件包不支持你的系统，或者下载地址里写的 CUDA 版本并不存在。再试一次也不会变。换一个 Python 版本，或换一个软件包版本才行。',
  'finding.no_matching_wheel.cost': '这个软件包没有装上，原来装好的东西不受影响。',

  'finding.wrong_python_env.title': '软件包装到了别的 Python 里，不是 ComfyUI 用的那个。',
  'finding.wrong_python_env.explanation':
    '一台电脑可以有好几个 Python，各自的软件包互不相通；ComfyUI 便携版用的是 python_embeded 文件夹里的嵌入式 Python。而 pip 把软件包装进了另一个 Python。所以 pip 说已经装好，ComfyUI 却还是找不到。',
  'finding.wrong_python_env.cost': '在那边装多少次，ComfyUI 都用不上这个软件包。',

  'finding.install_corrupted.title': '有软件包损坏，或者只卸载了一半。',
  'finding.install_corrupted.explanation':
    '某次安装或卸载中途停下了，于是有的文件缺失，有的重复，还有的残留在以 “~” 开头的文件夹里。多半是当时 ComfyUI 还开着，或者被杀毒软件拦截了。把同一版本重新装一遍即可。',
  'finding.install_corrupted.cost': '这个软件包随时可能出错，以后的安装也可能跟着失败。',

  'finding.numpy_abi_mismatch.title': '有软件包与当前的 NumPy 版本不兼容。',
  'finding.numpy_abi_mismatch.explanation':
    '为 NumPy 1 编译的软件包不能配 NumPy 2 使用，有些反过来也不行。常常是某个自定义节点悄悄更新了 NumPy。要么更新这个软件包，要么把 NumPy 换回它认识的版本。',
  'finding.numpy_abi_mismatch.cost': '这个软件包加载不了；如果是 PyTorch，出图也会失败。',

  'finding.pep668_managed_env.title': '这个 Python 归系统或包管理器管，不允许 pip 安装软件包。',
  'finding.pep668_managed_env.explanation':
    '在许多 Linux 系统上，以及 Homebrew、uv 和部分 conda 环境里，Python 归包管理器管，pip 不能改动它。这是为了保护其他要用到它的程序，并不是故障。ComfyUI 需要一个自己的虚拟环境（venv），在里面 pip 想装什么都可以。',
  'finding.pep668_managed_env.cost': '没有装上任何东西，也没有损坏任何东西。',

  'finding.network_failure.title': '下载失败，安装没有完成。',
  'finding.network_failure.explanation':
    'pip 连不上服务器，或者连接中断、超时、证书不受信任。常见原因是代理、防火墙、VPN，或者所用的镜像源出了故障。与这台电脑上已有的软件包无关。',
  'finding.network_failure.cost': '新的软件包没有装上，原来装好的一般照常可用。',

  'finding.disk_full.title': '磁盘空间不足，安装没有完成。',
  'finding.disk_full.explanation':
    'PyTorch 这类软件包要占好几个 GB，安装过程中临时文件夹还要再占差不多一份，而临时文件夹可能在另一个盘。这两处至少有一处满了。中断的安装可能不完整。',
  'finding.disk_full.cost': '之后的安装也会失败，ComfyUI 可能连图片都存不下来。',

  'finding.file_locked_or_denied.title': '文件正在使用或没有权限，pip 无法替换它。',
  'finding.file_locked_or_denied.explanation':
    'Windows 不允许替换正在使用的文件，而占用它的通常就是 ComfyUI 自己。杀毒软件，或者 Program Files 这类需要管理员权限的文件夹，也会造成同样的结果。这个软件包现在可能只替换了一半。',
  'finding.file_locked_or_denied.cost': '安装停在半途，下次启动时这个软件包可能加载不了。',

  'finding.windows_long_path.title': '文件路径太长，超出了 Windows 的限制。',
  'finding.windows_long_path.explanation':
    'Windows 默认只支持 260 个字符以内的路径，而 xFormers 和 flash-attn 的源码文件夹层级很深。pip 不用现成的安装包而去编译源码时，就会遇到这个问题。显卡和 PyTorch 都没有问题。',
  'finding.windows_long_path.cost': '这个软件包没有装上，原来装好的东西不受影响。',
};
