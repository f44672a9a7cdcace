import type { hosts as english } from '../en/hosts.ts';

export const hosts: Record<keyof typeof english, string> = {
  'host.name': '注意力医生',
  'problem.not-let-in': '请使用注意力医生给出的地址打开本页。',
  'problem.not-let-in.hint':
    '该地址只能在一个浏览器中使用一次。请在终端里关闭注意力医生，重新启动，然后打开新的地址。',
  'host.crash':
    '注意力医生自身出错，需要关闭。已经开始的修复可以在下次启动时处理好，届时也可以准备一份报告。',
  'host.close.fix': '正在修复。要停止并关闭吗？',
  'host.close.fix.detail': '停止后会完全恢复到修复之前的样子，不会丢失任何东西。',
  'host.close.rollback': '正在恢复存档。要停止并关闭吗？',
  'host.close.rollback.detail': '下次启动时可以继续完成，不会丢失任何东西。',
  'host.close.stay': '等它完成',
  'host.close.leave': '停止并关闭',
  'host.save-bundle.title': '保存诊断包',
  'host.pick-folder.title': '选择 ComfyUI 或其 Python 环境所在的文件夹',
  'host.pick-wheel.title': '选择你下载好的 wheel 文件（.whl）',
  'host.pick-wheel.kind': 'Python wheel 文件',
};
