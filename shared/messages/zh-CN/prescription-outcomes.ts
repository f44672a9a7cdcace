import type { prescriptionOutcomes as english } from '../en/prescription-outcomes.ts';

export const prescriptionOutcomes: Record<keyof typeof english, string> = {
  'prescription.edit.place': '位置：{place}',
  'prescription.edit.remove': '如果有就删除：{words}',
  'prescription.edit.add': '添加：{words}',
  'prescription.label.steps': '自己动手：',
  'prescription.label.changes': '会改变什么：{text}',
  'prescription.label.undo': '如何撤销：{text}',
  'prescription.label.proof': '怎样确认成功：{text}',
  'prescription.label.otherwise': '另一种办法：{text}',
  'prescription.label.link': '参考页面：{address}',

  'prescription.place.script':
    '启动脚本 {file}：右键点它，选择“编辑”，找到启动程序的那一行（main.py 或 launch.py）。',
  'prescription.place.portable':
    '你使用的启动脚本，例如便携版文件夹里的 {file}：右键点它，选择“编辑”，找到含有 ComfyUI\\main.py 的那一行。',
  'prescription.place.easy-install':
    'ComfyUI-Easy-Install 文件夹里你使用的启动脚本（Start ComfyUI.bat）：右键点它，选择“编辑”，找到含有 ComfyUI\\main.py 的那一行。',
  'prescription.place.aki':
    '绘世启动器：“高级选项”里的 “Cross-Attention 优化方案”，或者“自定义参数”。',
  'prescription.place.stability-matrix':
    'Stability Matrix：软件包“启动”按钮旁边的齿轮（启动选项）；没有对应勾选项的，写进 “Extra Launch Arguments”。',
  'prescription.place.pinokio':
    'Pinokio：这个应用的 “Files”，文件 start.js 里含有 main.py 的那一行。',
  'prescription.place.swarmui':
    'SwarmUI：“Server”“Backends”，ComfyUI 后端的铅笔图标，“ExtraArgs” 一栏。',
  'prescription.place.krita': 'Krita：插件设置的“连接”页，“服务器参数”一栏。',
  'prescription.place.desktop-v1':
    'ComfyUI Desktop：设置里的“服务器配置”，“Attention”一节。那里没有的参数，去掉前面的横线写进文件 user\\default\\comfy.settings.json 的 "Comfy.Server.LaunchArgs" 下面，例如 {"use-sage-attention": ""}。',
  'prescription.place.desktop-v2':
    'Comfy Desktop：这个安装的设置，“Startup Arguments” 一栏。原有的内容要保留。',
  'prescription.place.comfy-cli':
    '启动它的命令：写在 “comfy launch --” 后面；如果设置过 comfy-cli 的 default_launch_extras，那里也要改。',
  'prescription.place.command': '启动 ComfyUI 的命令或脚本，写在 main.py 后面。',
  'prescription.place.cell': '笔记本里启动程序的单元格，写在 main.py 或 launch.py 后面。',
  'prescription.place.rented':
    '机器的启动设置：文件 comfyui_args.txt、变量 COMFYUI_ARGS，或者启动 main.py 的脚本。',
  'prescription.place.container':
    '容器里存放启动参数的变量（CLI_ARGS、COMFY_CMDLINE_EXTRA），或者 compose 文件里的命令。',
  'prescription.place.webui': '文件 {file} 里设置 COMMANDLINE_ARGS 的那一行。',
  'prescription.place.sdnext':
    'SD.Next：设置里的 “Cross attention”，“Attention method”；然后点 “Apply settings”。',
  'prescription.place.invokeai': 'InvokeAI 文件夹里的 invokeai.yaml，单独写一行。',
  'prescription.place.kohya':
    'kohya：训练页的 “Advanced”，“CrossAttention” 一栏；用命令训练时，就是训练脚本的参数。',
  'prescription.place.training-command':
    '训练命令的参数；使用 “accelerate launch” 时，写在脚本名后面。',
  'prescription.place.onetrainer': 'OneTrainer：“training” 页，“Attention” 一栏。',
  'prescription.place.ai-toolkit': '训练任务的 .yaml 文件，写在 “train” 下面。',
  'prescription.place.wan2gp':
    '启动 wgp.py 的命令；在它的 “Configuration” 里 “Attention Type” 也能选。',
  'prescription.place.framepack': '启动 demo_gradio.py 的命令。',
  'prescription.place.fooocus': '启动 launch.py 或 entry_with_update.py 的命令。',
  'prescription.place.unknown': '程序的启动命令或启动脚本，写在它所启动的 Python 文件后面。',
  'prescription.place.node': '工作流里的节点 {node}。',
  'prescription.place.behind-loader': '工作流里，扩散模型的加载节点和采样器之间。',

  'prescription.changes.nothing': '不安装、不删除、也不写入任何东西。',
  'prescription.changes.package':
    '把 {name} 从 {old} 换成 {version}。{kept} 和其他所有软件包保持不变。',
  'prescription.changes.package-new': '安装 {name} {version}。{kept} 和其他所有软件包保持不变。',
  'prescription.changes.only': '只改动 {name}。{kept} 和其他所有软件包保持不变。',
  'prescription.changes.uninstalled': '卸载 {name}。其他所有软件包保持不变。',
  'prescription.changes.torch':
    '把 PyTorch {old} 换成 {now}，以及配套的 CUDA 库。为旧 PyTorch 编译的其他软件包可能也要更换。',
  'prescription.changes.torch-new':
    '安装 {now}，以及配套的 CUDA 库。为别的 PyTorch 编译的其他软件包可能也要更换。',
  'prescription.changes.torch-three':
    '更换 torch、torchvision 和 torchaudio，以及它们的配套部分。为旧 PyTorch 编译的其他软件包可能也要更换。',
  'prescription.changes.right-python':
    '把这个软件包和它需要的东西装进程序自己的环境。另一个 Python 保持不变。',
  'prescription.changes.added': '启动参数里增加 “{words}”。软件包都不变。',
  'prescription.changes.removed': '启动参数里去掉 “{words}”。软件包都不变。',
  'prescription.changes.replaced': '启动参数从 “{old}” 换成 “{words}”。软件包都不变。',
  'prescription.changes.workflow': '只改动工作流。软件包都不变。',
  'prescription.changes.beside': '旧的 ComfyUI 旁边多出第二个，旧的保持不变。',
  'prescription.changes.driver': '更换显卡驱动。Python 软件包都不变。',
  'prescription.changes.vc': '更新 Windows 中许多程序共用的一个组件。Python 软件包都不变。',
  'prescription.changes.tools': '增加工具和头文件，软件包都不变。',
  'prescription.changes.ptxas': 'Triton 改用另一个 ptxas 编译。软件包都不变。',
  'prescription.changes.space': '删除 pip 以前下载的内容，需要时会重新下载。软件包都不变。',
  'prescription.changes.venv':
    '新的 venv 文件夹里放着程序的所有软件包。系统自带的 Python 保持不变。',
  'prescription.changes.cache': '删除编译好的内核，下次运行时会重新生成。软件包都不变。',
  'prescription.changes.repair': '把损坏的软件包恢复成应有的样子。其他所有软件包保持不变。',
  'prescription.changes.update':
    '更新 ComfyUI 或自定义节点，以及它们需要的东西；除非它们的要求另有规定，PyTorch 保持不变。',

  'prescription.undo.nothing': '没有需要撤销的改动。',
  'prescription.undo.nothing-lost': '没有需要撤销的改动：删掉的东西会重新生成。',
  'prescription.undo.package': '用同一个 Python 重新安装 {name} {version}。',
  'prescription.undo.uninstall': '把 {name} 再卸载掉。',
  'prescription.undo.install-again': '照当初的方法重新安装 {name}。',
  'prescription.undo.torch':
    '重新安装 PyTorch {version}，以及清单里那个版本的 torchvision 和 torchaudio。',
  'prescription.undo.torch-list':
    '按清单里的版本重新安装 torch、torchvision 和 torchaudio，下载源由版本号的结尾决定。',
  'prescription.undo.setting': '在同一个地方改回去。',
  'prescription.undo.node': '把 {widget} 改回原来的值。',
  'prescription.undo.some-node': '重新载入保存过的工作流。',
  'prescription.undo.beside': '删除新文件夹，继续启动旧的。',
  'prescription.undo.driver':
    '重新安装旧驱动（Windows：设备管理器里的显卡，“驱动程序”页的“回退驱动程序”）。',
  'prescription.undo.vc': '这一步不能也不需要退回：新版本能运行旧版本能运行的一切。',
  'prescription.undo.tools': '删除新增的文件夹或软件包。',
  'prescription.undo.ptxas': '从启动脚本里删掉那一行。',
  'prescription.undo.space': '没有需要撤销的改动：窗口一关，设置就失效。',
  'prescription.undo.venv': '删除 venv 文件夹，像以前一样启动程序。',
  'prescription.undo.repair': '不能也不需要回到损坏的状态。',
  'prescription.undo.numpy': '重新安装 NumPy 2。',
  'prescription.undo.right-python': '卸载最后一行（“Successfully installed …”）里列出的软件包。',
  'prescription.undo.update': '在管理器里选回以前的版本（“Switch Ver”）。',

  'prescription.proof.line': '下次启动时出现 “{line}” 这一行。',
  'prescription.proof.gone': '这一行不再出现：“{line}”',
  'prescription.proof.look-again': '再检查一遍，注意力医生不再显示这个问题。',
  'prescription.proof.as-before': '不需要验证：出图和以前一样。',
  'prescription.proof.installed': 'pip 最后显示 “Successfully installed”。',
  'prescription.proof.torch-tag': '打印版本的那条命令现在打印 {tag}。',
  'prescription.proof.amd': '下次启动时打印的 PyTorch 版本带有 “+rocm”，并显示你的显卡名称。',
  'prescription.proof.intel': '下次启动时打印的 PyTorch 版本带有 “+xpu”，并出现 “Device: xpu:0”。',

  'prescription.otherwise.pytorch':
    '什么都不装，改用 PyTorch 自带的注意力实现，它不需要任何软件包。',
  'prescription.otherwise.uninstall': '如果还有东西因它出错，就卸载 {name}。',
  'prescription.otherwise.fp16': '在模型允许时改用 fp16 或 bf16：很多内核只接受这两种格式。',
  'prescription.otherwise.build':
    '自己编译：需要 C++ 编译器、与 PyTorch 完全相同 CUDA 版本的 CUDA 工具包，并加上 “--no-build-isolation”；要花一个小时以上。',
  'prescription.otherwise.node-off': '在管理器里停用这个自定义节点，等作者修好。',
  'prescription.otherwise.pack-off': '在管理器里停用 {pack}，等作者修好。',
};
