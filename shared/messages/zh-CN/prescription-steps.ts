import type { prescriptionSteps as english } from '../en/prescription-steps.ts';

export const prescriptionSteps: Record<keyof typeof english, string> = {
  'prescription.close': '彻底关闭 {program}，包括显示日志的窗口。',
  'prescription.close.unknown': '彻底关闭打印这条信息的程序，包括显示日志的窗口。',
  'prescription.close.notebook': '停止正在运行的单元格（点它前面的方形按钮）。',

  'prescription.start': '像平时一样重新启动 {program}。',
  'prescription.start.unknown': '像平时一样重新启动程序。',
  'prescription.start.notebook': '重启笔记本的会话，并重新运行各个单元格，包括新加的这个。',

  'prescription.open.known.windows':
    '在文件夹 {folder} 中打开命令提示符：在资源管理器里打开这个文件夹，点一下地址栏，输入 cmd 再按回车。',
  'prescription.open.known.powershell': '在文件夹 {folder} 中打开 PowerShell。',
  'prescription.open.known.unix': '在文件夹 {folder} 中打开终端。',
  'prescription.open.any.windows': '打开命令提示符：按 Windows 键，输入 cmd 再按回车。',
  'prescription.open.any.powershell': '打开 PowerShell。',
  'prescription.open.any.unix': '打开终端。',
  'prescription.open.unknown.windows':
    '在程序所在的文件夹中打开命令提示符，先像启动脚本那样激活它的环境（通常是 venv\\Scripts\\activate）：下面的 “python” 必须是运行这个程序的那个 Python。',
  'prescription.open.unknown.unix':
    '在程序所在的文件夹中打开终端，先像启动脚本那样激活它的环境（通常是 source venv/bin/activate）：下面的 “python3” 必须是运行这个程序的那个 Python。',
  'prescription.open.notebook':
    '在 {program} 中，于启动程序的单元格上方新建一个单元格，在里面运行这一行。',
  'prescription.open.rented':
    '打开租用机器的终端（在 Jupyter 里或网页终端）。如果程序用的是自己的环境，先把它激活。',
  'prescription.open.container':
    '按镜像的说明，在运行中的容器里打开一个 shell。装在里面的东西在容器重建后会丢失：之后要把同一行命令写进它的启动脚本或镜像。',
  'prescription.open.portable.windows':
    '在 {program} 中含有 python_embeded 的那个文件夹里打开命令提示符：在资源管理器里打开它，点一下地址栏，输入 cmd 再按回车。',
  'prescription.open.portable.unix': '在 {program} 的文件夹中打开终端。',
  'prescription.open.aki.windows':
    '在启动器所在、含有 python 文件夹的目录里打开命令提示符（旧版本里它叫 .ext）：在资源管理器里打开它，点一下地址栏，输入 cmd 再按回车。',
  'prescription.open.aki.unix': '在 {program} 的文件夹中打开终端。',
  'prescription.open.comfyui.windows':
    '在 {program} 中含有 main.py 的文件夹里打开命令提示符：在资源管理器里打开它，点一下地址栏，输入 cmd 再按回车。如果环境的名字和下面命令里的不一样（venv、.venv），就改成实际的名字。',
  'prescription.open.comfyui.unix':
    '在 {program} 中含有 main.py 的文件夹里打开终端。如果环境的名字和下面命令里的不一样（venv、.venv），就改成实际的名字。',
  'prescription.open.desktop.windows':
    '在安装 {program} 时选定的文件夹（通常是“文档\\ComfyUI”，里面有 .venv 文件夹）中打开命令提示符：在资源管理器里打开它，点一下地址栏，输入 cmd 再按回车。',
  'prescription.open.desktop.unix':
    '在安装 {program} 时选定的文件夹（通常是“文稿/ComfyUI”，里面有 .venv 文件夹）中打开终端。',
  'prescription.open.desktop2.windows':
    '在 {program} 中打开这个安装的文件夹（里面有 ComfyUI 和 standalone-env），在资源管理器的地址栏里输入 cmd 再按回车。',
  'prescription.open.desktop2.unix':
    '在 {program} 这个安装的文件夹（里面有 ComfyUI 和 standalone-env）中打开终端。',
  'prescription.open.package.windows':
    '在 Stability Matrix 里打开这个软件包的菜单（⋮），选择“在资源管理器中打开”，在地址栏里输入 cmd 再按回车。如果命令回答 “No module named pip”，就把 “install” 以前的部分换成 ..\\..\\Assets\\uv\\uv.exe pip install --python venv\\Scripts\\python.exe。',
  'prescription.open.package.unix':
    '在 Stability Matrix 里用软件包的菜单（⋮）打开它的文件夹，并在那里打开终端。',
  'prescription.open.pinokio.windows':
    '在 Pinokio 里选择这个应用的 “Files”，在含有 app 的文件夹里点一下地址栏，输入 cmd 再按回车。',
  'prescription.open.pinokio.unix':
    '在 Pinokio 里选择这个应用的 “Files”，在含有 app 的文件夹里打开终端。',
  'prescription.open.swarm.windows':
    '在 SwarmUI 的文件夹（里面有 dlbackend）中打开命令提示符：在资源管理器里打开它，点一下地址栏，输入 cmd 再按回车。',
  'prescription.open.swarm.unix': '在 SwarmUI 的文件夹（里面有 dlbackend）中打开终端。',
  'prescription.open.server.windows':
    '在 {program} 的服务器文件夹（路径写在插件的连接设置里，里面有 ComfyUI 和 venv）中打开命令提示符：在资源管理器里打开它，点一下地址栏，输入 cmd 再按回车。',
  'prescription.open.server.unix':
    '在 {program} 的服务器文件夹（路径写在插件的连接设置里，里面有 ComfyUI 和 venv）中打开终端。',
  'prescription.open.webui.windows':
    '在含有 webui-user.bat 和 venv 的文件夹里打开命令提示符：在资源管理器里打开它，点一下地址栏，输入 cmd 再按回车。（Forge 的一键包没有 venv：那里要把 venv\\Scripts\\python.exe 换成 ..\\system\\python\\python.exe。）',
  'prescription.open.webui.unix': '在含有 webui-user.sh 和 venv 的文件夹里打开终端。',
  'prescription.open.invoke.windows':
    '在 InvokeAI 的安装文件夹（里面有 .venv 和 invokeai.yaml）中打开命令提示符：在资源管理器里打开它，点一下地址栏，输入 cmd 再按回车。命令需要 uv，InvokeAI 就是用它安装的。',
  'prescription.open.invoke.unix':
    '在 InvokeAI 的安装文件夹（里面有 .venv 和 invokeai.yaml）中打开终端。命令需要 uv，InvokeAI 就是用它安装的。',
  'prescription.open.program.windows':
    '在 {program} 的文件夹中打开命令提示符：在资源管理器里打开它，点一下地址栏，输入 cmd 再按回车。如果环境的名字和下面命令里的不一样，就改成实际的名字。',
  'prescription.open.program.unix':
    '在 {program} 的文件夹中打开终端。如果环境的名字和下面命令里的不一样，就改成实际的名字。',

  'prescription.find-torch':
    '先看看用的是哪个 Python 和哪个 PyTorch：这条命令会把两者打印出来，例如 “3.12.10 2.8.0+cu128”。',

  'prescription.step.setting': '修改程序的启动方式并保存。',
  'prescription.step.node': '在工作流里找到节点 {node}，把其中的 {widget} 设为 {value}。',
  'prescription.step.some-node':
    '在工作流里找到加载或修补模型、并且带注意力选项的节点，在那里选择 PyTorch 自带的实现：选项叫 attention_mode 时选 “sdpa”（WanVideo、HunyuanVideo、FramePack 的加载节点），叫 sage_attention 时选 “disabled”（Patch Sage Attention KJ）。',
  'prescription.step.sage-node':
    '如果只想让扩散模型使用 SageAttention，就在模型加载节点和采样器之间放一个 ComfyUI-KJNodes 的 {node} 节点：文本编码器和 VAE 会继续使用 PyTorch 自带的注意力实现。',
  'prescription.step.run-again': '重新运行工作流，不需要重启任何程序。',
  'prescription.setting.unknown-program':
    '在打印这条信息的程序的设置里，选择 PyTorch 自带的注意力实现：它叫 “SDPA”“sdp” 或 “Scaled dot product”。',
  'prescription.setting.already':
    '已经没有这样的设置可改：已知的参数都是对的。请在停用所有自定义节点的情况下启动程序，看看信息是否还会出现。',

  'prescription.limit.format':
    '换用同一个模型的其他数值格式：加载节点支持时选 fp16，或者选文件名里没有 “fp8”“bf16” 的文件；你的显卡没有执行所选格式的指令。',
  'prescription.limit.nothing':
    '什么都不用装：所要求的功能在这块显卡上并不存在，PyTorch 自带的注意力实现已经在工作了。',
  'prescription.limit.vendor-amd':
    '不要安装为其他显卡制作的软件包（普通下载源里的 xFormers、SageAttention 2 和 flash-attn）：在 AMD 显卡上使用的就是 PyTorch 自带的注意力实现。节点里请选 “sdpa”。',
  'prescription.limit.vendor-intel':
    '不要安装为其他显卡制作的软件包（xFormers、SageAttention、flash-attn）：在 Intel 显卡上使用的就是 PyTorch 自带的注意力实现。节点里请选 “sdpa”。',
  'prescription.limit.vendor-apple':
    '不要安装为其他显卡制作的软件包（xFormers、SageAttention、flash-attn、Triton）：在 Mac 上使用的就是 PyTorch 自带的注意力实现。节点里请选 “sdpa”；如果某个节点非要别的不可，就换一个节点。',

  'prescription.nothing.healthy': '不需要做任何事。',
  'prescription.nothing.harmless': '不需要做任何事：一切照常工作。',
  'prescription.nothing.harmless-line': '不需要做任何事：“{line}” 这一行可以留着，一切照常工作。',
  'prescription.nothing.elsewhere':
    '不要动 PyTorch、xFormers 和 Triton；请处理最后一行错误所说的问题，求助时也请附上那一行。',
  'prescription.nothing.elsewhere-line':
    '不要动 PyTorch、xFormers 和 Triton；请处理这一行所说的问题，求助时也请附上它：“{line}”',
  'prescription.nothing.memory':
    '不要动 PyTorch、xFormers 和 Triton。把图片或批量改小，关闭其他占用显卡的程序，或者换用更小的（量化）模型。',
  'prescription.nothing.memory-comfyui':
    '不要动 PyTorch、xFormers 和 Triton。把图片、批量或帧数改小，用 “VAE Decode (Tiled)” 解码，关闭其他占用显卡的程序，或者换用更小的模型（fp8、GGUF）。',
  'prescription.nothing.by-explanation': '按照说明去做，一次只改一处，每改一处就再检查一遍。',

  'prescription.update.comfyui':
    '更新 ComfyUI：在管理器里点 “Update ComfyUI”，或者用安装它的那个程序更新。',
  'prescription.update.node': '在管理器里找到自定义节点 {pack}，点 “Update”。',
  'prescription.update.nodes': '在管理器里对自定义节点点 “Update All”。',
  'prescription.update.package':
    '安装最新的 {name}：旧版本用到了 Triton 里已经没有的部分；“--no-deps” 让其他一切保持不变。',
  'prescription.update.any':
    '更新打印这条信息的程序，以及错误里提到的扩展；如果已经是最新版，就把错误告诉作者。',
  'prescription.update.program': '按照 {program} 主页的说明更新它。',
};
