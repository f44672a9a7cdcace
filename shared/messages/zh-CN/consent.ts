import type { consent as english } from '../en/consent.ts';

export const consent: Record<keyof typeof english, string> = {
  'consent.reason.others-can-write': '这台电脑的其他用户和他们的程序可以改动 {path}。',
  'consent.reason.other-owner': '{path} 属于这台电脑的另一个用户（{owner}）。',
  'consent.reason.network-disk': '它在另一台电脑或另一个系统共享的磁盘上（{disk}）。',
  'consent.reason.removable-disk': '它在一块可以拔下的磁盘上（{disk}）。',
  'consent.reason.shared-place': '它在一个供所有人存放文件的文件夹里（{folder}）。',
  'consent.reason.unusual-place': '它不在 Python 通常所在的位置：{folder}。',

  'ui.consent.title': '可以启动这个 Python 吗？',
  'ui.consent.why': '启动它之前先问你一声，因为：',
  'ui.consent.means':
    '一旦启动，它就能以你的权限做它的作者写进去的任何事。如果你知道它的来历，就可以启动。',
  'ui.consent.until-then': '在那之前，我们只读取它的文件。',
  'ui.consent.needed': '这一步需要运行它的 Python。',
  'ui.consent.start': '启动这个 Python',
  'ui.consent.files-only': '只看文件',
  'ui.consent.once': '每个程序只问一次。',
};
