import type { advice as english } from '../en/advice.ts';

export const advice: Record<keyof typeof english, string> = {
  'advice.upgrade_xformers_matching_torch':
    '关闭 ComfyUI，让注意力医生换上与 PyTorch 和 CUDA 匹配的 xFormers；如果自己动手，就用 ComfyUI 自己的 Python 安装那个确切版本，并加上 “--no-deps”，这样 PyTorch 保持不变。',
  'advice.reinstall_torch_cuda':
    '关闭 ComfyUI，让注意力医生换上支持显卡的 PyTorch 及其配套软件包；如果自己动手，就从 PyTorch 安装页面复制命令，用 ComfyUI 自己的 Python 运行，因为在 Windows 上直接 “pip install torch” 装到的是不支持显卡的版本。',
  'advice.reinstall_torch_cuda.audio':
    '不做声音就不用管；需要的话，关闭 ComfyUI，从 PyTorch 安装页面选一个三者都有的 CUDA 版本，把 PyTorch、torchvision 和 torchaudio 一起重装。',
  'advice.install_triton':
    '关闭 ComfyUI，让注意力医生补装与 PyTorch 匹配的 Triton；如果自己动手，就用 ComfyUI 自己的 Python 安装 PyTorch 所要求的那个版本。',
  'advice.install_triton_windows':
    '关闭 ComfyUI，让注意力医生补装与 PyTorch 匹配的 triton-windows；如果自己动手，先卸载 “triton” 和 “triton-windows”，再用 ComfyUI 自己的 Python 安装对应的版本，例如 PyTorch 2.7 用 “triton-windows<3.4”。',
  'advice.match_torch_for_xformers':
    '如果一定要保留这个 xFormers，就关闭 ComfyUI，备份它的 Python 文件夹，再安装这个 xFormers 编译时所用的 PyTorch 以及配套的 torchvision 和 torchaudio；通常更换 xFormers 的改动更小。',
  'advice.remove_xformers':
    '关闭 ComfyUI，在启动脚本里加上 --use-pytorch-cross-attention 再启动；如果还有自定义节点因它报错，就用 ComfyUI 自己的 Python 运行 “python -m pip uninstall xformers” 把它卸载。',
  'advice.change_launch_flag':
    '在你的程序存放启动参数的地方改动一个参数，然后重新启动，软件包都不用动。',
  'advice.update_driver':
    '到 NVIDIA 网站下载适合你显卡的最新驱动，安装后重启电脑；如果用的是 WSL 或容器，请在宿主系统上更新，软件包都不用动。',
  'advice.upgrade_torch_for_gpu_arch':
    '关闭 ComfyUI，备份它的 Python 文件夹，在 PyTorch 安装页面选 CUDA 12.8 或更新的版本，用 ComfyUI 自己的 Python 运行那条命令，把 torch、torchvision 和 torchaudio 一起装上，然后把 xFormers 等加速包换成与新 PyTorch 匹配的版本，或者卸载。',
  'advice.none_hardware_limit':
    '不用安装任何东西，改用 PyTorch 自带的注意力实现（在节点里选 “sdpa”，或去掉指定其他实现的启动参数），并选用显卡支持的数据格式，例如 fp16。',
  'advice.install_into_right_python':
    '关闭 ComfyUI，用 ComfyUI 所用的那个 Python 安装与 PyTorch 匹配的版本：便携版和整合包请在其文件夹里打开终端，运行 “python_embeded\\python.exe -s -m pip install --no-deps” 加上软件包名称，其他安装方式请先激活它的虚拟环境。',
  'advice.repair_install':
    '关闭 ComfyUI，删除 site-packages 里以 “~” 开头的文件夹，再用 ComfyUI 自己的 Python 加上 “--force-reinstall --no-deps” 把损坏的软件包按原版本重装一遍；如果报错的是 NumPy，就更新报错的软件包，或者安装 “numpy<2”。',
  'advice.install_compiler_or_headers':
    'Windows 上，先把 triton-windows 更新到与 PyTorch 匹配的最新小版本，再把同一 Python 版本的 “include” 和 “libs” 文件夹放进 python_embeded；Linux 上，用包管理器安装 gcc 和 python3-dev；然后重新启动 ComfyUI。',
  'advice.fix_network':
    '先检查网络，再检查代理、VPN 或 pip 所用的镜像源，换成能用的，然后重新运行同一条安装命令。',
  'advice.close_comfyui':
    '关闭 ComfyUI 和其他使用同一个 Python 的程序，在任务管理器里确认没有残留的 python.exe，再重新安装；如果仍被拒绝，请重启电脑，或把 ComfyUI 移到你自己有权限的文件夹。',
  'advice.none_benign_warning': '什么都不用做，这条提示可以留着，一切照常运行。',
  'advice.not_attention':
    '不要动 xFormers、Triton 和 PyTorch，按最后一行报错所指的内容去处理即可。',
  'advice.healthy': '什么都不用做。',
  'advice.other':
    '关闭 ComfyUI，备份它的 Python 文件夹，只改动上面说明里提到的内容，然后让注意力医生再检查一次。',

  'advice.install_matching_accel_wheel':
    '关闭 ComfyUI，记下 Python、PyTorch 和 CUDA 的版本，下载文件名里写着相同版本的 whl 安装包（CUDA 只要大版本号相同），再用 ComfyUI 自己的 Python 加上 “--no-deps” 安装这个文件。',
  'advice.do_not_force_op_or_fix_input':
    '把节点的注意力选项改成 “auto” 或 “sdpa”，或者去掉强行指定内核的启动参数，在模型允许时使用 fp16 或 bf16，然后重新运行工作流。',
  'advice.torch_cu126_for_old_gpu':
    '关闭 ComfyUI，备份它的 Python 文件夹，安装 PyTorch 2.14 或更旧的 CUDA 12.6 版（cu126）以及配套的 torchvision 和 torchaudio，或者直接换用面向老款 NVIDIA 显卡的 ComfyUI 便携版，里面带的就是这个版本。',
  'advice.install_vendor_torch':
    '关闭 ComfyUI，用 ComfyUI 自己的 Python 卸载 torch、torchvision 和 torchaudio，再按 PyTorch 安装页面装上适合你显卡的版本（AMD 用 ROCm，Intel 用 XPU），或者换用 AMD 版、Intel 版的 ComfyUI 便携版；如果没有这样的显卡，请用 --cpu 启动 ComfyUI。',
  'advice.use_supported_backend':
    '卸载只支持 NVIDIA 的加速包，或去掉要求使用它的启动参数，更新 ComfyUI，再加上 --use-pytorch-cross-attention 启动。',
  'advice.align_triton_with_torch':
    '关闭 ComfyUI，让注意力医生换上与 PyTorch 匹配的 Triton；如果自己动手，先把所有 Triton（“triton” 和 “triton-windows”）都卸载，再只装那一个。',
  'advice.set_ptxas_path':
    '安装一个认识你显卡的 CUDA Toolkit（RTX 50 系列需要 12.8 或更新），在启动脚本里把环境变量 TRITON_PTXAS_PATH 设为其中 ptxas 程序的路径，再启动 ComfyUI。',
  'advice.clear_triton_cache':
    '关闭 ComfyUI，删除 %USERPROFILE%\\.triton\\cache 和 %TEMP%\\torchinductor_<用户名> 这两个文件夹（Linux 上是 ~/.triton/cache 和 /tmp/torchinductor_<用户名>），再启动 ComfyUI。',
  'advice.fix_vc_runtime_dlls':
    '安装微软最新的 Visual C++ 运行库（x64，14.42 或更新）并重启电脑；如果仍然报错，就用 Windows 的 System32 文件夹里的 msvcp140.dll、vcruntime140.dll 和 vcruntime140_1.dll 替换 python.exe 旁边的旧文件。',
  'advice.use_prebuilt_wheel_or_fix_build':
    '找一个文件名与你的 Python、PyTorch、CUDA 版本都对得上的 whl 安装包来安装；找不到就继续用 PyTorch 自带的注意力实现，只有装好了 C++ 编译器和与 PyTorch 相同版本的 CUDA Toolkit，才值得加上 “--no-build-isolation” 自己编译。',
  'advice.update_custom_node_or_app':
    '更新 ComfyUI 和报错里提到的自定义节点，然后重新启动；如果仍然报错，就先停用这个节点，等作者修复。',
  'advice.use_supported_python_or_package':
    '先查清这个软件包支持哪些 Python 版本和系统，再用合适的 Python（3.10 到 3.12 大多适用）另建一个环境，或者换一个支持你现有 Python 的软件包版本，并确认下载地址里的 CUDA 版本（例如 cu126、cu128）确实存在。',
  'advice.use_venv':
    '用 “python3 -m venv venv” 为 ComfyUI 建一个虚拟环境，激活它，在里面安装 ComfyUI 的依赖，并从它启动 ComfyUI；不要使用 “--break-system-packages”。',
  'advice.free_disk_or_move_tmp':
    '腾出至少 15 GB 空间（运行 “python -m pip cache purge” 可以清理一部分），或者把 TEMP 和 TMP（Linux 上是 TMPDIR）指向空间更大的盘，然后重新安装。',
  'advice.long_paths_or_wheel':
    '改装现成的 Windows 版 whl 安装包，不要编译源码；如果非编译不可，就把 ComfyUI 移到靠近盘符根目录的短路径，或者在 Windows 里开启长路径支持并重启。',
  'advice.fix_device_environment.blocked-file':
    '在“Windows 安全中心”的“应用和浏览器控制”里看看“智能应用控制”是否开启；它不支持设置例外，所以要么把它关闭，要么继续用 PyTorch 自带的注意力实现（用不到这些文件），公司电脑请联系管理员。',
  'advice.fix_device_environment':
    '在终端运行 “nvidia-smi”：如果没有列出显卡，就重启电脑，还不行再重装驱动；如果列出了，就去掉 CUDA_VISIBLE_DEVICES（AMD 为 HIP_VISIBLE_DEVICES）或编号不对的 --cuda-device，容器则要带上显卡选项启动。',
  'advice.patch_only_diffusion_model':
    '从启动脚本里去掉 --use-sage-attention，改为只在扩散模型的加载节点后面接一个 Sage 补丁节点（例如 KJNodes 里的），让文本编码器和 VAE 继续使用 PyTorch 自带的注意力实现。',

  'link.xformers-readme': '如何安装 xFormers',
  'link.pytorch-install': 'PyTorch 安装页面',
  'link.triton-windows-readme': 'Triton 的 Windows 版：说明与版本对照表',
  'link.sageattention-windows': 'SageAttention 的 Windows 安装包',
  'link.nvidia-drivers': 'NVIDIA 驱动下载',
  'link.vc-runtime': '微软 Visual C++ 运行库（下载）',
  'link.comfyui-portable': 'ComfyUI 的各个便携版',
  'link.flash-attn-linux': 'flash-attn 的 Linux 安装包',
  'link.flash-attn-windows': 'flash-attn 的 Windows 安装包',
  'link.amd-drivers': 'AMD 驱动下载',
  'link.intel-drivers': 'Intel 驱动下载',
  'link.cuda-toolkit': 'NVIDIA 的 CUDA 工具包',
  'link.build-tools': '微软 C++ 生成工具',
  'link.comfyui-issues': 'ComfyUI 的已知问题',
};
