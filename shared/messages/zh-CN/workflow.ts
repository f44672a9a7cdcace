import type { workflow as english } from '../en/workflow.ts';

export const workflow: Record<keyof typeof english, string> = {
  'workflow.title': '你的工作流（固定种子）',
  'workflow.now': '这次',
  'workflow.before': '上次',
  'workflow.seconds': '总时间',
  'workflow.per-step': '每步',
  'workflow.memory': '显存',
  'workflow.stand-in.model':
    '缺少它要用的模型，所以改为运行我们自带的极小工作流：ComfyUI 能接受任务并给出图片，此外什么也不能证明。{text}',
  'workflow.stand-in.node':
    '缺少它要用的节点，所以改为运行我们自带的极小工作流。如果它需要自定义节点，请自己启动 ComfyUI 再试一次。{text}',
  'workflow.picture.black': '图片是全黑的：计算途中数值出了错。',
  'workflow.picture.noise': '图片是噪点：计算途中数值出了错。',
  'workflow.same': '图片与上次相同。',
  'workflow.similarity': '与上次图片的相似度：{value}（满分为 1）。',
};
