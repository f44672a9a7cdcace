import type { problems as english } from '../en/problems.ts';

export const problems: Record<keyof typeof english, string> = {
  'problem.invalid-request': '无法理解这个请求：{reason}。',
  'problem.invalid-request.hint': '请重新加载窗口；如果仍然出现，请反馈给我们。',
  'problem.not-found': '{target} 不存在。',
  'problem.not-found.hint': '请检查路径，或用 “find” 让注意力医生自动查找。',
  'problem.not-an-environment': '{target} 既不是 ComfyUI 文件夹，也不是 Python 环境。',
  'problem.not-an-environment.hint':
    '请选择含有 ComfyUI 的 main.py 的文件夹、环境文件夹（venv、.venv），或其中的 python 程序。',
  'problem.python-unknown': '在 {folder} 找到了 ComfyUI，但从它的文件看不出它用的是哪个 Python。',
  'problem.python-unknown.hint':
    '请选择你用来启动它的 python 程序（命令行用 “diagnose PYTHON”）；也可以先启动 ComfyUI 再试，运行时就能看到它用的 Python。',
  'problem.interpreter-missing': '这个环境的 Python 已经不在了：{executable} 没有指向任何程序。',
  'problem.interpreter-missing.hint':
    '创建它时所用的 Python 被删除或移动了。请重新安装那个 Python，或重新创建环境。',
  'problem.base-python-missing': '创建这个环境时所用的 Python 已经不在了：找不到 {home}。',
  'problem.base-python-missing.hint': '请在原位置重新安装同一个 Python，或重新创建环境。',
  'problem.python-absent': '这个环境里没有 Python 程序（{root}）。',
  'problem.python-absent.hint': '它被删掉了，或者当初没有装完。请用创建它的那个程序重新创建环境。',
  'problem.consent-needed': '还没有启动这个 Python：{program}。{reasons}',
  'problem.consent-needed.hint':
    '一旦启动，它就可以做它的作者写进去的任何事。如果你信得过它，请在诊断页同意启动，或在命令行中指明它（“diagnose TARGET”）。只看文件就能知道的内容照常显示。',
  'problem.environment-moved': '这个环境是在 {old} 创建的，后来移动到了这里。',
  'problem.environment-moved.hint':
    '它的 Python 可以正常使用，但其中的脚本仍指向原来的位置。请用 “python -m pip” 代替 “pip”。',
  'problem.install-unfinished':
    '这个 ComfyUI 还没有装完：{program} 的安装或更新中途停下了（{file}）。',
  'problem.install-unfinished.hint':
    '请打开 {program}，让它把安装完成或修复好。在那之前，缺少的文件容易被误当成别的故障。',
  'problem.interpreter-crashed': 'Python 还没回答就出错退出了（{executable}，退出码 {exitCode}）。',
  'problem.interpreter-crashed.hint': '下面最后几行说明了原因。手动启动一次通常会看到同样的错误。',
  'problem.interpreter-unreadable': 'Python 运行了，但它的回答无法读取（{executable}）。',
  'problem.interpreter-unreadable.hint': '这个 Python 里有东西改动了它的输出。最后几行见下方。',
  'problem.timed-out': '这一项无法检查：{seconds} 秒内没有响应。',
  'problem.timed-out.hint': '请关闭其他占用较大的程序后重试；杀毒软件或网络盘也可能造成这种情况。',
  'problem.python-silent':
    '这个 Python 没有反应：启动后 {seconds} 秒内没有任何输出（{executable}）。',
  'problem.python-silent.hint':
    '它启动时加载的某样东西卡住了：sitecustomize.py 或 .pth 文件、网络盘或杀毒软件。请先在终端里启动它一次，能看到提示符后再回来重新检查。',
  'problem.download-stalled': '已经 {seconds} 秒没有从软件源收到任何数据（{index}）。',
  'problem.download-stalled.hint':
    '请检查网络或代理，或者换一个镜像，然后重试：已经完整下载的文件会保留。',
  'problem.download-broken': '下载一再中断（{name}）。',
  'problem.download-broken.hint':
    '线路或代理切断了连接。请稍后再试，或换一个更近的镜像：已经完整下载的文件不会再下载一次。',
  'problem.index-refuses': '软件源返回了错误（{index}：{status}）。',
  'problem.index-refuses.hint':
    '这并不说明没有这个软件包。403、407 表示需要密码或代理，5xx 表示服务器有故障：请稍后再试，或换一个镜像。',
  'problem.index-is-page': '{index} 返回的不是软件源，而是别的网页。',
  'problem.index-is-page.hint':
    '这往往是代理或公共网络的登录页面。请先在浏览器里打开任意网页完成登录，或检查 pip 设置的地址。',
  'problem.install-endless': 'pip 在 {minutes} 分钟内没有完成，已被终止。',
  'problem.install-endless.hint': '杀毒软件或有故障的硬盘会让它变得很慢。等它们忙完后再重试。',
  'problem.kernel-failed': '{name} 无法计算。',
  'problem.kernel-failed.hint': '下面最后几行是它自己给出的说明。',
  'problem.kernel-crashed': '使用 {name} 时 Python 崩溃了：{end}。',
  'problem.kernel-crashed.hint':
    '崩溃的只是我们自己的测试，它在单独的进程里。ComfyUI 用它也会同样崩溃。',
  'problem.comfyui-ended': '试着启动时，ComfyUI 结束了：{end}。',
  'problem.comfyui-ended.hint': '下面最后几行是它自己给出的说明。',
  'problem.pip-missing': '这个 Python 没有 pip，无法往里安装任何东西（{executable}）。',
  'problem.pip-missing.hint': '请用这个 Python 运行一次 “python -m ensurepip”，然后重试。',
  'problem.pip-too-old':
    '这个 Python 的 pip 太旧，无法在动手之前给出方案（{version}，需要 {needed}）。',
  'problem.pip-too-old.hint':
    '请用这个 Python 运行一次 “python -m pip install --upgrade pip”，然后重试。',
  'problem.pip-failed': 'pip 没能完成（{reason}）。',
  'problem.pip-failed.hint': '它输出的最后几行见下方。',
  'problem.index-unreachable': '无法连接软件包索引（{index}）。',
  'problem.index-unreachable.hint': '请检查网络、代理或 pip 设置的镜像，然后重试。',
  'problem.no-matching-wheel': '没有适合 {what} 的 {name} 现成安装包。',
  'problem.no-matching-wheel.hint':
    '没有适合这一 Python、PyTorch 与 CUDA 组合的下载。PyTorch 自带的注意力实现不需要它也能工作。',
  'problem.would-break-packages': '这项改动会破坏其他软件包：{packages}。',
  'problem.would-break-packages.hint': '没有改动任何东西。上面这些软件包需要现在已有的版本。',
  'problem.would-not-load':
    '下载的 {name} 无法与你的 PyTorch 一起加载：{file} 需要 {missing}，但这里没有。',
  'problem.would-not-load.hint':
    '没有改动任何东西。这个下载与当前的 PyTorch 不匹配，请用本程序的最新版本再检查一次。',
  'problem.torch-missing': '这个 Python 没有安装 PyTorch，无从匹配。',
  'problem.torch-missing.hint': '请选择 ComfyUI 使用的 Python，或先安装 PyTorch。',
  'problem.build-tools-missing': '目前无法在这里编译 {name}。{reasons}',
  'problem.build-tools-missing.hint':
    '没有下载也没有改动任何东西。请先补齐缺少的东西，再重新制定方案。',
  'problem.build-failed': '{name} 没能编译成功。',
  'problem.build-failed.hint':
    '没有改动任何东西。编译器最后几行输出见下方；如果写着“Killed”，说明内存不够。',
  'problem.no-start-script': '没有可以写入 {flag} 的启动脚本。',
  'problem.no-start-script.hint':
    '请在您的程序保存启动参数的地方写上 {flag}，然后重新启动 ComfyUI。',
  'problem.script-not-editable': '{path} 启动 ComfyUI 的方式无法自动修改。',
  'problem.script-not-editable.hint':
    '请用文本编辑器打开 {path}，自己写上 {flags}：写在 main.py 后面，或其他参数所在的位置。',
  'problem.busy': '这里还有另一项任务正在运行。',
  'problem.busy.hint': '请等它结束，或取消它。',
  'problem.environment-locked': '另一个注意力医生窗口正在处理这个环境（进程 {pid}）。',
  'problem.environment-locked.hint': '请等它结束后重试。',
  'problem.comfyui-running': 'ComfyUI 正在从这个文件夹运行（进程 {pid}）。',
  'problem.comfyui-running.hint': '请先关闭它再继续，我们不会替你关闭。',
  'problem.owner-running':
    '{program} 正在运行（进程 {pid}）。它退出时会用自己的设置覆盖现在的修改。',
  'problem.owner-running.hint': '请先关闭 {program} 再继续，我们不会替你关闭。',
  'problem.python-in-use':
    '另一个程序正在使用这个 Python（进程 {pid}），Windows 不允许替换正在使用的文件。',
  'problem.python-in-use.hint': '请先关闭那个程序再继续，我们不会替你关闭。',
  'problem.processes-unknown':
    '这台电脑不告诉我们有哪些程序正在运行，所以看不出 ComfyUI 是否在其中。',
  'problem.processes-unknown.hint':
    '请关闭 ComfyUI 和其他使用这个 Python 的程序，然后重新制定方案，看过之后再执行。',
  'problem.externally-managed':
    '这个 Python 由操作系统或包管理器（Homebrew、conda、uv）管理，不允许 pip 改动。',
  'problem.externally-managed.hint':
    '请为 ComfyUI 创建一个虚拟环境（python -m venv venv）并使用它。',
  'problem.read-only': '无法写入这个环境（{path}）。',
  'problem.read-only.hint': '请检查文件夹的权限，或以拥有它的用户身份启动。',
  'problem.disk-full': '{path} 所在磁盘的剩余空间不够。',
  'problem.disk-full.hint': '请腾出一些空间（大约需要 {needed}）后重试。没有改动任何东西。',
  'problem.mirror-unknown': '没有名为 {id} 的镜像。',
  'problem.mirror-unknown.hint': '可以使用的有：{known}。',
  'problem.plan-unknown': '这里没有这份方案。',
  'problem.plan-unknown.hint': '请重新制定方案，看过之后再执行。',
  'problem.plan-outdated': '制定这份方案之后环境有了变化，所以没有执行。',
  'problem.plan-outdated.hint': '请重新制定方案，它会符合现在的情况。',
  'problem.snapshot-unknown': '这个环境没有可以恢复的存档。',
  'problem.snapshot-unknown.hint': '每次修复之前都会自动存档。',
  'problem.snapshot-damaged':
    '存档已损坏，所以没有恢复任何东西：有 {count} 个文件不可信，第一个是 {path}。',
  'problem.snapshot-damaged.hint':
    '环境保持原样，损坏的文件没有覆盖任何完好的文件。请放弃这份存档（撤销历史中的“放弃”，或 “rollback --forget”），然后重新修复。',
  'problem.changed-since':
    '那次修复之后，{what} 被别的程序或你自己改动过。恢复旧文件会把它撤销，所以没有改动任何东西。',
  'problem.changed-since.hint':
    '如果现在用着没问题，请放弃这份存档（撤销历史中的“放弃”，或 “rollback --forget”）。如果有问题，请放弃它之后重新修复。',
  'problem.environment-replaced':
    '这个文件夹里的 Python 已不是当时修复的那一个：它后来被重新创建过，原来的存档不再适用。',
  'problem.environment-replaced.hint':
    '没有改动任何东西，也没有需要恢复的东西。请按现在的样子重新诊断。',
  'problem.outside-environment': '这次改动会涉及 {path}，而它其实在这个环境之外。',
  'problem.outside-environment.hint':
    '有一个链接指向那里。没有改动任何东西。请用真正的文件夹代替这个链接，然后重试。',
  'problem.belongs-to-others': '新的软件包会覆盖 {path}，而它属于软件包 {name}。',
  'problem.belongs-to-others.hint': '没有改动任何东西。请先卸载或更新 {name}。',
  'problem.record-missing':
    'pip 无法替换 {name}：它的文件清单（RECORD）不见了，没人知道哪些文件是它的。',
  'problem.record-missing.hint':
    '没有改动任何东西。请手动安装一次：“pip install --ignore-installed --no-deps {name}”，然后再检查。',
  'problem.archive-unreadable': '无法读取软件包文件 {path}。',
  'problem.archive-unreadable.hint': '没有改动任何东西。请重试，它会重新下载。',
  'problem.installed-elsewhere': 'pip 没有把软件包放到该放的位置：{path} 不是应有的样子。',
  'problem.installed-elsewhere.hint':
    '所有内容已恢复原状。这个 Python 或 pip 的某项设置把软件包送到了别处。',
  'problem.index-changed': '软件源现在提供的 {name} 与你看过的不同：内容变了。',
  'problem.index-changed.hint': '没有改动任何东西。请重新制定方案，看过之后再执行。',
  'problem.lock-elsewhere': '电脑 {host} 正在处理这个环境。',
  'problem.lock-elsewhere.hint': '请等它结束后再试。如果那台电脑已经关机，请删除文件 {path}。',
  'problem.verification-failed': '新的软件包已装上，但没有通过检查。',
  'problem.verification-failed.hint': '所有内容已恢复原状，没有丢失任何东西。',
  'problem.trial-failed': '换上新的软件包之后，没有通过检查。',
  'problem.trial-failed.hint':
    '这是在环境旁边试的，没有改动任何东西。详情中写明了是哪一项没有通过。',
  'problem.interrupted-repair': '这个环境之前的一次修复被中断了。',
  'problem.interrupted-repair.hint':
    '请先了结它：在窗口中点“现在处理好”，或运行 “rollback”。做到一半的会恢复原状，已经完成的会保留。“fix --yes” 会自动先这样做。',
  'problem.undo-failed': '没能把所有内容恢复原状：有 {count} 个文件不一致，第一个是 {path}。',
  'problem.undo-failed.hint':
    '存档是安全的。请关闭所有使用这个 Python 的程序，再从历史记录中撤销一次。',
  'problem.undone-in-part':
    '撤销在中途停了下来：之后的 {count} 次修复已撤销，修复 {snapshot} 没有撤销。{reasons}',
  'problem.undone-in-part.hint':
    '已撤销的保持已撤销的状态，存档是安全的。请先解决上面说的问题，再从历史记录中撤销一次。',
  'problem.protection-unfinished': '{path} 的保护只改动了一部分，并且未能立即恢复。',
  'problem.protection-unfinished.hint':
    '哪些内容是我们写入的都有记录。请关闭正在使用这些文件的程序，然后再次打开或关闭保护：两者都能把它完成。',
  'problem.cancelled': '你取消了这项任务。',
  'problem.cancelled.hint': '没有留下做到一半的东西。',
  'problem.command-missing': '无法启动程序 {program}，因为它不存在。',
  'problem.command-missing.hint': '请安装它，或选择另一个 Python。',
  'problem.command-failed': '程序 {program} 运行失败（退出码 {exitCode}）。',
  'problem.command-failed.hint': '它输出的最后几行见下方。',
  'problem.permission-denied': '访问被拒绝：{path}。',
  'problem.permission-denied.hint': '请关闭使用这个文件夹的程序，检查权限，然后重试。',
  'problem.output-unwritable': '无法写入文件 {path}。',
  'problem.output-unwritable.hint': '请选择一个可以写入的位置。',
  'problem.log-unknown': '这份日志已经不在了：可能又打开了另一份，或者后续内容太久没有送到。',
  'problem.log-unknown.hint': '请重新粘贴，或重新选择文件。',
  'problem.log-empty': '这份日志里没有内容。',
  'problem.log-empty.hint': '请从运行 ComfyUI 的窗口里复制文字，从启动处一直复制到报错处。',
  'problem.not-a-file': '{path} 是文件夹，不是文件。',
  'problem.not-a-file.hint': '请指定存放日志的那个文件。',
  'problem.input-unreadable': '无法读取文件 {path}。',
  'problem.input-unreadable.hint':
    '它可能已被移动、被占用，或在读取过程中有了变化。请把它复制到别处再试。',
  'problem.file-too-large':
    '{path} 超过了 {limit} MiB。叫这个名字的文件不会这么大，所以没有读取它。',
  'problem.file-too-large.hint': '请看看里面是什么。如果它不属于那里，请把它移到别处再试。',
  'problem.no-ordinary-file': '{path} 本应是文件，实际却是管道、设备或文件夹。',
  'problem.no-ordinary-file.hint': '请弄清是什么把它放在那里的，把它移到别处再试。',
  'problem.facts-unreadable': '{path} 里不是一个描述环境信息的 JSON 对象。',
  'problem.facts-unreadable.hint':
    '它应当是这样：{"os": "Windows", "torch": "2.6.0+cu124"}。每一项都可以省略。',
  'problem.facts-wrong-type': '{path} 中 “{field}” 的值不是文本。',
  'problem.facts-wrong-type.hint': '请给它加上引号，例如 {"torch": "2.6.0+cu124"}。',
  'problem.not-offered-here': '这个窗口不提供此功能。',
  'problem.not-offered-here.hint': '请改用文件夹列表。',
  'problem.fatal-start': '注意力医生无法启动它的引擎。',
  'problem.fatal-start.hint': '原因见下方。请关闭窗口后重新启动。',
  'problem.connection-lost': '与注意力医生的连接断开了。',
  'problem.connection-lost.hint': '请从原来的地方重新启动它；没有丢失任何东西。',
  'problem.part-broken': '注意力医生在其中一个部分自己出错了：{part}。',
  'problem.part-broken.hint':
    '这个部分本来会发现的内容缺失；其余部分都已检查。请附上下面的详情反馈给我们。',
  'problem.unexpected': '注意力医生自己出错了。',
  'problem.unexpected.hint': '没有留下做到一半的东西。请附上下面的详情反馈给我们。',
};
