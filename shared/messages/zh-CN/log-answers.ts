import type { logAnswers as english } from '../en/log-answers.ts';

export const logAnswers: Record<keyof typeof english, string> = {
  'log.nothing-known': '这段文字里没有我们认识的内容。',
  'log.nothing-known.reason':
    '里面没有已知的报错，也看不出正在使用哪种注意力。请多粘贴一些：从 ComfyUI 启动一直到报错为止。',
  'log.reported': '你的描述：{text}',
  'log.backend-said': '日志里是这样写的。',
  'log.healthy.xformers': '一切正常：正在使用 xFormers。',
  'log.healthy.pytorch': '一切正常：正在使用 PyTorch 自带的注意力。',
  'log.healthy.flash': '一切正常：正在使用 Flash Attention。',
  'log.healthy.sage': '一切正常：正在使用 SageAttention。',
  'log.healthy.comfy_kitchen': '一切正常：正在使用 ComfyUI 自带的快速注意力。',
  'log.healthy.split': '可以运行，但用的是拆分注意力：更省显存，也更慢。',
  'log.healthy.sub_quad': '可以运行，但用的是次二次方注意力：没有更快方案的显卡才会用它，比较慢。',
  'log.operators-available':
    '这里列出的是 xFormers 的算子。显示 unavailable 的那些是给其他显卡或系统准备的，缺了也没有影响。某个算子在你的显卡上能不能真正运行，要靠实测，不能只看这张表。',
  'log.no-fault': '这几行里没有问题。',
  'log.no-fault.explanation':
    '程序已经启动，这段文字里没有出错的地方。正在使用哪种注意力，这几行里还看不出来；ComfyUI 稍后会打印“Using … attention”。',
  'log.no-fault.explanation-list':
    '这是一份已安装内容的清单，里面看不出问题。注意力加速是否正常，从清单里看不出来，检查一下对应的安装就知道了。',
  'log.hint.earlier-start':
    '这段文字里有好几次启动。前面某一次出过问题，最后一次（以它为准）已经没有了。',
  'log.hint.old-xformers':
    '其中的弃用警告说明 xFormers 比你的 PyTorch 旧。这些警告无害，也不是原因；换上匹配的 xFormers 就不会再出现。',
  'log.hint.old-caller':
    '其中的弃用警告来自比你的 PyTorch 更旧的软件包，多半是旧版 xFormers 或某个自定义节点。这些警告无害，也不是原因。',
  'log.hint.cu126-ended':
    'PyTorch 自己的提示里给出的命令行不通：CUDA 12.6 版到 PyTorch 2.14 为止就不再提供。这块显卡请从 cu126 安装 PyTorch 2.14 或更旧的版本。',
  'log.question.more': '请提供更多日志：从程序启动到报错为止，包括报错上方的几行。',
  'log.question.gpu': '用的是哪块显卡？同一句报错，在老显卡和新显卡上含义不同。',
  'log.question.torch': '装的是哪个版本的 PyTorch？ComfyUI 启动时会打印“pytorch version: …”。',
  'log.question.python': '这台电脑上还有别的 Python 吗？那个包可能装到另一个 Python 里去了。',
};
