import type { hosts as english } from '../en/hosts.ts';

export const hosts: Record<keyof typeof english, string> = {
  'host.name': '注意力医生',
  'host.web.locked': '请使用注意力医生给出的地址打开本页。',
  'host.web.locked.hint':
    '该地址只能在一个浏览器中使用一次。请在终端里关闭注意力医生，重新启动，然后打开新的地址。',
  'host.web.missing': '这里没有这个页面。',
  'host.save-bundle.title': '保存诊断包',
  'host.pick-folder.title': '选择 ComfyUI 或其 Python 环境所在的文件夹',
};
