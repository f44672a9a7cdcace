import type { workflow as english } from '../en/workflow.ts';

export const workflow: Record<keyof typeof english, string> = {
  'problem.workflow-unreadable': '这个文件里没有工作流。',
  'problem.workflow-unreadable.hint':
    '请提供用 ComfyUI 的“导出（API）”保存的文件，或 ComfyUI 保存的 PNG。',
  'problem.workflow-not-api': '这个工作流是给页面用的格式，不能直接运行。',
  'problem.workflow-not-api.hint': '请在 ComfyUI 里选“导出（API）”，再提供那个文件。',
  'problem.workflow-no-comfyui': '无法为这个工作流启动 ComfyUI。',
  'problem.workflow-no-comfyui.hint': '请自己启动 ComfyUI，在它运行时再试一次。',
  'problem.workflow-failed': 'ComfyUI 无法运行这个工作流。',
  'problem.workflow-failed.hint':
    '下面是它给出的说明。只有事先自己启动 ComfyUI，自定义节点才会在。',
  'workflow.title': '你的工作流（固定种子）',
  'workflow.heading': '你自己的工作流',
  'workflow.lead':
    '检查之后在 ComfyUI 里运行你的工作流：固定种子，运行两次，并与上次比较。请选择“导出（API）”保存的文件或 ComfyUI 保存的 PNG，也可以拖到这里。不会往你的图片里存任何东西。',
  'workflow.choose': '运行我的工作流…',
  'workflow.choose-again': '再运行一个工作流…',
  'workflow.measured': '项目',
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
