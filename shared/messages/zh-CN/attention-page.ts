import type { attentionPage as english } from '../en/attention-page.ts';

export const attentionPage: Record<keyof typeof english, string> = {
  'explain.title': 'Flash Attention 的原理',
  'explain.heading': 'Flash Attention 做了什么，什么时候没有用。',
  'explain.lead':
    '注意力是这样一步：图片的每一小块都要看一看其他所有小块。Flash Attention 算的正是这一步，只是从不把中间那张巨大的表写进显存。',
  'explain.link': '图解 Flash Attention 的原理',
  'explain.table.heading': '一张大表',
  'explain.table.text':
    'SDXL 把 1024 × 1024 的图片分成 4096 个小块。在注意力中，每一块都要问所有小块：你对我有多重要？这就是一张 4096 × 4096 的表，将近 1700 万个数，每个头、每一层、每一步都有一张。图片的宽和高各增加一倍，表就变成原来的十六倍。',
  'explain.table.picture':
    '一张方形的表。每一行是一个提问的小块，每一列是一个被问的小块。格子越深，那一块就越重要。',
  'explain.table.asks': '提问',
  'explain.table.asked': '被问',
  'explain.plain.heading': '普通的做法：写出去，再读回来',
  'explain.plain.text':
    '显卡有两种内存：芯片旁边的大显存，也就是包装盒上写的那些 GB；芯片上的小内存，很小，但非常快。整张表只能放进大显存。普通的做法分三步：比较、加权、混合。每做完一步都要把表写出去，下一步再读回来。大部分时间里，芯片都在等待。',
  'explain.plain.picture': '左边是芯片，右边是大显存。三步中的每一步，表都要在两者之间来回一趟。',
  'explain.tiles.heading': '思路：分成小片',
  'explain.tiles.text':
    'Flash Attention 把表切成小片，每一片都放得进芯片上的高速内存，然后一片接一片地计算。',
  'explain.tiles.picture': '同一张表，切成了十六片。其中一片做了标记，放在芯片上的高速内存里。',
  'explain.fused.heading': '三步一气呵成',
  'explain.fused.text':
    '一片还在芯片上的时候，三步就接连做完，这叫“融合”。只保留累积的结果，以及目前的最大值和总和，这样最后的权重仍然正确。整张表从来没有存在过。算出来的是同样的注意力，不是近似，只有舍入不同。',
  'explain.fused.picture': '在芯片里，一片依次经过三步，只有很小的结果写到大显存。',
  'explain.part.chip': '芯片',
  'explain.part.memory': '大显存',
  'explain.part.fast': '高速内存',
  'explain.part.result': '结果',
  'explain.step.compare': '比较',
  'explain.step.weigh': '加权',
  'explain.step.mix': '混合',
  'explain.gain.heading': '带来了什么',
  'explain.gain.caption': 'SDXL 1024 × 1024 的一次注意力（fp16），在 NVIDIA H200 上',
  'explain.gain.way': '做法',
  'explain.gain.time': '时间',
  'explain.gain.memory': '所需显存',
  'explain.gain.plain': '普通的做法',
  'explain.gain.tiles': '分片，PyTorch 在那里自动这样做',
  'explain.gain.note': '你的显卡数字会不同：在“验证”页面点“测量速度”，就能测出你这里的速度。',
  'explain.not.heading': '什么时候没有用',
  'explain.not.already':
    '你已经有了。PyTorch 自带分片计算的注意力，会自动选用。再装 flash-attn 或 xFormers，往往没有任何收获。',
  'explain.not.card':
    '显卡太旧。名为 Flash Attention 的内核需要 RTX 30 系列或更新的 NVIDIA 显卡。更旧的显卡有别的分片内核，PyTorch 和 xFormers 会自动选用。',
  'explain.not.small': '表很小。512 × 512 时，注意力只占一小部分工作，就算更快也几乎感觉不到。',
  'explain.not.elsewhere': '时间花在别处：加载模型、在内存和显卡之间搬运模型、VAE、很慢的节点。',
  'explain.not.memory': '显存用在别处。变小的是表，不是模型。原来放不下的模型，现在还是放不下。',
  'explain.not.shape':
    '形状不合适。每个头超过 256 个数（例如 VAE），或者使用 32 位数，它都不支持；这时会悄悄换成别的内核。',
  'explain.not.better': '图片不会因此变好，只会更快出来。',
  'explain.names.heading': '这些名字',
  'explain.names.pytorch': 'PyTorch 自带的（SDPA）',
  'explain.names.pytorch-text':
    '随 PyTorch 一起安装，有好几种内核，Flash Attention 就是其中之一。它会选用合适的里面最好的。',
  'explain.names.xformers-text':
    '一个有自己内核的软件包，出现在 PyTorch 还没有这些内核的时候。必须和已装的 PyTorch 匹配。',
  'explain.names.flash-text': '最初的实现，单独的软件包。必须正好为这个 PyTorch 和 Python 编译。',
  'explain.names.sage-text':
    '同样分片，但用 8 位计算：在许多显卡上更快，有很小的误差。做视频时最划算。',
  'explain.names.triton-text':
    '不是注意力，而是在你的电脑上生成内核的编译器。SageAttention 需要它。',
};
