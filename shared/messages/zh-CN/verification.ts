import type { verification as english } from '../en/verification.ts';

export const verification: Record<keyof typeof english, string> = {
  'rung.attribute.title': 'xFormers 可以导入',
  'rung.extension.title': '编译部分可以加载',
  'rung.metadata.title': '是为当前 PyTorch 编译的',
  'rung.operators.title': '有可用的算子',
  'rung.not-installed': '没有安装 xFormers，无需检查。',
  'rung.not-run': 'Python 没有回答，这一项无法检查。',
  'rung.attribute.pass':
    'xformers.ops 里有 memory_efficient_attention。损坏的安装也有它，所以单凭这一点说明不了什么。',
  'rung.attribute.fail': 'xformers.ops 里没有 memory_efficient_attention。',
  'rung.attribute.error': '导入 xFormers 失败：{text}',
  'rung.extension.pass': 'C++/CUDA 扩展已加载。',
  'rung.extension.fail': 'C++/CUDA 扩展没有加载。{text}',
  'rung.extension.unknown': '这个 xFormers 没有说明扩展是否已加载。',
  'rung.metadata.pass': '为 PyTorch {built} 编译，当前是 {torch}。',
  'rung.metadata.fail': '为 PyTorch {built} 编译，但当前是 {torch}。',
  'rung.metadata.unknown': '这个 xFormers 没有说明是为哪个版本编译的。',
  'rung.operators.pass': '共 {total} 个算子，{count} 个可用。',
  'rung.operators.fail': '没有任何算子。',
  'rung.operators.refused': '有 {count} 个算子标为可用，但没有扩展时它们全都会拒绝工作。',
  'rung.operators.unknown': '无法列出算子。',
  'recommend.xformers': 'xFormers 通过了所有检查，ComfyUI 会自动使用它。',
  'recommend.pytorch': 'xFormers 没有通过所有检查。PyTorch {version} 自带的注意力实现现在就能用。',
  'recommend.pytorch-only': 'PyTorch {version} 自带注意力实现，ComfyUI 会自动使用它。',
  'recommend.no-torch': '这里没有安装 PyTorch，暂时没有可推荐的。',
};
