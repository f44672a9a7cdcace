import type { prescriptionMachine as english } from '../en/prescription-machine.ts';

export const prescriptionMachine: Record<keyof typeof english, string> = {
  'prescription.driver.now': '看看现在的驱动版本：写在第一行（“Driver Version”）。',
  'prescription.driver.nvidia': '从 NVIDIA 下载适合你显卡的最新驱动并安装。Python 软件包不用动。',
  'prescription.driver.amd': '从 AMD 下载适合你显卡的最新驱动并安装。Python 软件包不用动。',
  'prescription.driver.intel':
    '从 Intel 下载适合你显卡的最新驱动并安装（Linux 上是计算运行时 “Level Zero” 的软件包）。Python 软件包不用动。',
  'prescription.driver.restart': '重启电脑。',
  'prescription.driver.rented': '租用的机器不能自己换驱动：请停掉它，另租一台标明驱动更新的机器。',
  'prescription.driver.notebook':
    '这里不能自己换驱动：选择“代码执行程序”里的“断开连接并删除运行时”，再重新连接到另一台带 GPU 的机器。',
  'prescription.driver.container':
    '在容器里做什么都没有用：请在运行容器的那台电脑上更新驱动，重启它，再启动容器。',

  'prescription.device.smi': '看看系统能否看到显卡：它应当出现在这个列表里。',
  'prescription.device.not-listed': '如果没有，就重启电脑；还是没有，就重新安装驱动。',
  'prescription.device.hidden':
    '如果有，就去掉可能把它藏起来的东西：这个变量（启动脚本里设置的也算），以及编号不存在的 “--cuda-device”。',
  'prescription.device.notebook':
    '在笔记本的设置里选择带 GPU 的机器（“更改运行时类型”或 “Accelerator”），再重新运行所有单元格。',
  'prescription.device.rented':
    '停掉租用的机器再启动；如果还是看不到 GPU，就另租一台，这台有故障。',
  'prescription.device.container':
    '启动容器时加上 GPU 选项（“--gpus all”，或 compose 文件里的 GPU 条目）。',
  'prescription.device.amd':
    '重启电脑；再用 “rocminfo”（Linux）或任务管理器（Windows）看看显卡是否在列表里，并去掉设置过的 HIP_VISIBLE_DEVICES。Linux 上你的用户要属于 render 和 video 组。',
  'prescription.device.intel':
    '重启电脑；再用 “clinfo -l”（Linux）或任务管理器（Windows）看看显卡是否在列表里。如果没有，就是缺少 Intel 的驱动和计算运行时（“Level Zero”）。',
  'prescription.device.apple': 'Mac 没有 CUDA 设备；请选用能在 “mps” 上运行的节点或设置。',
  'prescription.device.smart-app-control':
    '在“Windows 安全中心”的“应用和浏览器控制”里看看“智能应用控制”是否开启。它不支持设置例外：要么把它关闭，要么继续用 PyTorch 自带的注意力实现，它用不到被拦截的文件。公司电脑请联系管理员。',

  'prescription.vc.install': '安装微软最新的 Visual C++ 运行库（x64）。',
  'prescription.vc.copies':
    '如果错误还在：python.exe 旁边有旧的 msvcp140.dll、vcruntime140.dll 和 vcruntime140_1.dll。把它们改名，再从 C:\\Windows\\System32 复制一份过去。',

  'prescription.tools.linux':
    '安装 C 编译器和 Python 的头文件（Fedora 上是 “sudo dnf install gcc python3-devel”；Arch 的 base-devel 和 python 已经自带）。',
  'prescription.tools.msvc':
    '安装微软 Build Tools 里的“使用 C++ 的桌面开发”：它带有编译器和 Windows SDK。',
  'prescription.tools.triton-windows':
    'Windows 版 Triton 从 3.2 起自带一个小的 C 编译器。如果你的更旧，就换成与你的 PyTorch 配套的版本，下面的说明里写着是哪个。',
  'prescription.tools.headers-fetch':
    '下载你这个 Python 版本的 include 和 libs 文件夹：嵌入式 Python 不带它们。',
  'prescription.tools.headers-unpack':
    '把它们解压到 {folder}，让 {folder}\\include 和 {folder}\\libs 都在。',
  'prescription.tools.headers-by-hand':
    '把完全相同版本的 Python 的 include 和 libs 文件夹复制到程序的 python.exe 旁边；下面的说明里可以下载。',

  'prescription.ptxas.toolkit':
    '安装支持你这块显卡的 CUDA 工具包（13.0；RTX 50 至少要 12.8）。驱动可以不动。',
  'prescription.ptxas.set':
    '让 Triton 使用它的 ptxas：把这一行写进启动脚本，放在启动程序的那一行之前，路径改成工具包所在的位置。',

  'prescription.network.settings':
    '看看 pip 设置了哪个下载源或代理：往往就是那个地址已经不能用了。',
  'prescription.network.switch':
    '在浏览器里打开那个地址。如果打不开，就开关一下 VPN 或代理，或者换一个镜像。',
  'prescription.network.again': '重新运行同一个安装命令。',

  'prescription.held.see':
    '看看哪个 Python 还在运行。把属于你的程序的那个结束掉（窗口已经没有时，用任务管理器）。',
  'prescription.held.again': '重新运行同一个安装命令。',
  'prescription.held.rights-windows':
    '如果还是被拒绝：重启电脑。如果程序在 C:\\Program Files 或 C:\\ProgramData 这样的文件夹里，就把它移到你自己的文件夹；不要用管理员身份运行它。',
  'prescription.held.rights-unix':
    '如果还是被拒绝：这个文件夹属于别的用户。用 chown 把它改成你的，或者用自己的环境；不要给 pip 加 sudo。',

  'prescription.space.cache': '清空 pip 的缓存（常有好几个 GB），并腾出至少 15 GB。',
  'prescription.space.temporary':
    '如果满的是存放临时文件的盘，就在这个窗口里改用别的盘：那个文件夹要先存在。',

  'prescription.long-paths.switch':
    '如果非用源码不可：把程序移到靠近盘符根目录的地方，例如 C:\\AI，或者在组策略里开启“启用 Win32 长路径”，然后重启。',

  'prescription.venv.make': '为程序建一个自己的环境，系统自带的 Python 保持不变。',
  'prescription.venv.fill': '把程序需要的东西装进去。',
  'prescription.venv.start': '从现在起，用这个 Python 启动程序。',

  'prescription.cache.triton': '删除 Triton 以前编译的内核，它会重新生成。',
  'prescription.cache.inductor': 'torch.compile 的也一起删除。（提示找不到可以不管。）',

  'prescription.repair.leftovers':
    '在这个 Python 的 site-packages 文件夹里，删除名字以 “~” 开头的文件夹：那是 pip 中断后留下的。',
  'prescription.repair.leftovers-named':
    '在文件夹 {folder} 里删除名字以 “{name}” 开头的东西：那是 pip 中断后留下的。',
  'prescription.repair.again':
    '把 {name} 按原来的版本重新装一遍，盖住损坏的部分；“--no-deps” 让其他一切保持不变。',
  'prescription.repair.check':
    '看看哪个软件包损坏，或者缺少别的软件包；用 “--force-reinstall --no-deps” 把它重新装一遍。',

  'prescription.numpy.older': '安装最后一个 NumPy 1，旧的软件包就是用它编译的。',
  'prescription.numpy.newer-package':
    '也可以不换旧的 NumPy，而是更新报错的那个软件包：它的新版本支持 NumPy 2。',

  'prescription.supported.tags':
    '看看这里能用哪些 Python 和系统的文件：即 “Compatible tags” 列表。',
  'prescription.supported.wheel-for':
    '这个文件是给 {tag} 的，而你的 Python 是 {own}：请用同一版本中名字里带 {own} 的文件。',
  'prescription.supported.choose':
    '选用文件名带有其中某个标签的版本；如果没有，就另建一个环境，使用有安装包的 Python（3.10 到 3.12 大多适用）。如果写了下载源地址，还要确认它对你的 PyTorch 确实存在。',
};
