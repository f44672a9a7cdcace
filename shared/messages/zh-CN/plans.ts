import type { plans as english } from '../en/plans.ts';

export const plans: Record<keyof typeof english, string> = {
  'plan.undo': '改动之前会先备份相关文件。一键即可恢复，不需要网络。',
  'plan.undo.nothing': '没有任何改动，所以无需撤销。',
  'plan.warning.other-cuda-minor':
    '没有专门为 {variant} 编译的版本，将使用同一代 CUDA 的另一个版本，安装后会检查它。',
  'plan.warning.inferred':
    '这个 {name} 版本是由相邻版本推断的，还没有见过实际使用。安装后会检查它。',
  'plan.warning.no-driver-seen': '这里没有看到 NVIDIA 驱动。没有驱动，PyTorch 无法使用显卡。',
  'plan.warning.breaks': '{by} 需要 {name} {specifier}，这项改动无法满足。',
  'plan.need.both': '{path} 所在的磁盘最多需要 {needed}，用于软件包、下载和存档。',
  'plan.need.environment': '{path} 所在的磁盘最多需要 {needed}，用于软件包。',
  'plan.need.state': '{path} 所在的磁盘最多需要 {needed}，用于下载和存档。',
  'plan.need.free': '目前可用 {free}。',
  'plan.need.time': '如果和最近几次下载一样快（每秒 {speed}），下载需要{time}。',
  'plan.need.time-unknown': '下载需要多久还不知道：这里还没有测到过下载速度。',
  'plan.edit-adds': '{path}：加上 {flags}。',
  'plan.edit-removes': '{path}：去掉 {flags}。',
  'plan.set-aside': '{path} 会被移到一边，并保留下来。',
  'plan.warning.goes':
    '会移除 {name}：现有的版本是为旧的 PyTorch 编译的，而新的 PyTorch 没有对应的版本。',
  'plan.warning.build':
    '这会在这台电脑上编译 {name}，同时编译 {jobs} 个文件，可能要几个小时，并且会运行源码自带的构建程序。',
  'build.missing.unseen': '还没有查看这里有哪些编译工具。',
  'build.missing.card': '驱动没有说明显卡型号，所以不知道该为哪种显卡编译。',
  'build.missing.compiler':
    '缺少 C++ 编译器：请安装 g++，Windows 上请安装带 C++ 的 Visual Studio 生成工具。',
  'build.missing.nvcc':
    '缺少带 nvcc 的 CUDA 工具包：请安装与这个 PyTorch 一致的 CUDA 工具包 {cuda}。',
  'build.missing.nvcc-version':
    '这里的 CUDA 工具包是 {found}，而这个 PyTorch 是用 {cuda} 编译的：请另外安装 CUDA 工具包 {cuda}。',
  'build.missing.python-headers':
    '缺少这个 Python 的 Python.h：请安装它的开发文件（python3-dev），或换用带有这些文件的 Python。',
  'build.missing.import-library':
    '缺少这个 Python 的 “libs” 文件夹：请从同一版本的完整安装包中取得。',
  'build.missing.torch-headers':
    '这里的 PyTorch 没有带头文件（torch/include）：请从它自己的软件源重新安装。',
  'build.missing.setuptools': '这个环境里缺少 setuptools。',
  'build.missing.wheel':
    '这里的 setuptools 早于 70.1，又缺少软件包 “wheel”：请安装 “wheel” 或更新 setuptools。',
  'build.missing.ninja': '缺少 ninja：没有它只能逐个编译，需要整整一天。请安装软件包 “ninja”。',
  'build.missing.memory':
    '只剩 {free} GiB 可用内存，而一个编译进程最多需要 {needed} GiB：请关闭其他程序。',
  'wheel.unfit.absent': '没有这个文件。',
  'wheel.unfit.no-wheel': '它的文件名不是 wheel 的格式（名称-版本-python-abi-平台.whl）。',
  'wheel.unfit.name': '这是 {name} 的 wheel，而需要的是 {goal}。',
  'wheel.unfit.python': '它适用于 Python “{tag}”，而这里是 {python}。',
  'wheel.unfit.platform': '它适用于另一种系统或处理器：{tag}。',
  'wheel.unfit.cuda': '它是为另一代 CUDA 编译的（{version}），与这里的 PyTorch {torch} 不符。',
  'wheel.unfit.torch': '它是为另一个 PyTorch 编译的（{version}），与这里的 {torch} 不符。',
  'wheel.unfit.abi': '它编译时用的 C++ ABI（{version}）与这里的 PyTorch {torch} 不同。',
  'plan.own-wheel': '你的文件 {file}，从文件名看适合这里：',
  'wheel.fits.python': 'Python：它适用于 “{tag}”，这里是 {python}。',
  'wheel.fits.platform': '系统和处理器：{tag}，与这里一致。',
  'wheel.fits.torch': 'PyTorch：它是为 {built} 编译的，这里是 {torch}。',
  'wheel.fits.torch-untold':
    'PyTorch：文件名没有写明它是为哪个版本编译的，这里是 {torch}。试用时就会知道；如果不适合，一切都会恢复原样。',
  'wheel.fits.cuda': 'CUDA：它是为第 {major} 代编译的，与这里的 PyTorch 一致。',
  'plan.warning.processes-unknown':
    '这里看不出 ComfyUI 是否正在运行。继续之前，请先关闭它，以及其他使用这个 Python 的程序。',
  'problem.torch-too-old': '{name} 需要 PyTorch {needed} 或更新版本，这里是 {torch}。',
  'problem.torch-too-old.hint': '重新安装它没有用：请先升级 PyTorch（目标 “upgrade-stack”）。',
  'problem.not-pinned': '这个 ComfyUI 没有说明它需要哪个版本的 {name}。',
  'problem.not-pinned.hint':
    '请选择 ComfyUI 的文件夹，而不只是它的 Python；较旧的 ComfyUI 不需要它。',
  'problem.wheel-unfit': '文件 {file} 不适合这里。{reasons}',
  'problem.wheel-unfit.hint':
    '没有改动任何东西。文件名写明了它适用于什么；请选用与这里的 Python 和 PyTorch 对应的文件。',
};
