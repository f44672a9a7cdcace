import type { protection as english } from '../en/protection.ts';

/** 威胁、保护，以及两个环境的对照。 */
export const protection: Record<keyof typeof english, string> = {
  'cli.about.protect':
    '让以后的安装保持 PyTorch 及其相关软件包不变，或取消这种保护。先显示要写入的内容。',
  'cli.about.diff': '显示两个环境有哪些不同。只看文件，不做任何改动。',
  'cli.option.off': '取消保护',
  'cli.usage.two-targets': '“{command}”需要两个目标才能比较。',

  'threats.title-nodes': '有 {count} 个自定义节点在下次更新时会替换 {names}',
  'threats.title-node': '有一个自定义节点在下次更新时会替换 {names}',
  'threats.title-others': '以后的某次安装可能会替换 {names}',
  'threats.lead': '现在一切正常。只有当 pip 安装或更新其中某一项时才会发生。打开保护就能拦住。',
  'threats.lead-protected': '保护已打开，pip 会拒绝这些改动。',
  'threats.hold-back': '要阻止它：{command}',
  'threats.one': '{source} 要求 {requirement}：{name} {from} 会变成 {to}。',
  'threats.one-newest': '{source} 要求 {requirement}：{name} {from} 会变成最新版。',

  'problem.not-as-proved': '现在的内容与验证可用时不同（{changes}），所以不会按现状保护。',
  'problem.not-as-proved.hint': '请先修复，或重新验证（“verify”）：验证通过后就可以保护。',
  'problem.protection-unreadable': '记录写入位置的文件已损坏或丢失，无法自动取消保护：{files}。',
  'problem.protection-unreadable.hint':
    '请在 pip.conf 或 pip.ini 中删除写有 attention-doctor-constraints.txt 的那一行，再删除该文件。在 uv.toml 和 ComfyUI-Manager 的列表中，删除我们注释下面的行。',
  'problem.protection-not-possible':
    '这里无法约束 pip：它的设置文件 {path} 是链接或文件夹、无法更改，或有重复内容，连 pip 自己也无法读取。',
  'problem.protection-not-possible.hint':
    '没有改动任何东西。请修正该文件、换成普通文件或将其移除，然后再试。',
  'problem.protection-contradicted':
    '您自己的约束要求的版本与现有的不同：{lines}。再加上我们的约束，pip 就什么都装不了了。',
  'problem.protection-contradicted.hint':
    '没有改动任何东西。请修改或删除这些行，或安装它们要求的版本，然后再试。',

  'protection.title': '保持现状',
  'protection.lead-off':
    '自定义节点和更新可能会替换 PyTorch 或 xFormers。打开保护后，pip、uv 和 ComfyUI-Manager 会保持现有版本。随时可以取消。',
  'protection.lead-on':
    'pip、uv 和 ComfyUI-Manager 会保持现有版本。本程序的修复仍可更改它们，并转而保持新的版本。',
  'protection.lead-outdated':
    '保护已过时：安装的内容或您自己的 pip 设置后来有变化。请更新或取消保护。',
  'protection.lead-broken':
    '保护不完整：可能中途被打断、文件被改动，或文件夹被移动。在此期间 pip 可能无法工作。请更新或取消保护。',
  'protection.lead-overruled':
    '保护本身完整，但 pip 看不到它：这里设置了 PIP_CONSTRAINT 或 PIP_CONFIG_FILE，优先级更高。请删除该变量，或把我们的文件加进去。',
  'protection.show': '保护这个环境',
  'protection.renew': '更新保护',
  'protection.off': '取消保护',
  'protection.confirm': '写入这些内容',
  'protection.not-now': '暂不',
  'protection.working': '请稍候…',
  'protection.files': '以下内容会写入这些文件',
  'protection.file-new': '{path}（新文件）',
  'protection.keeps': '保持不变：{names}',
  'protection.uncovered': '拦不住的情况',
  'protection.done-on': '保护已打开。',
  'protection.done-off': '保护已取消，所有文件都和之前一样。',
  'protection.done-left': '保护已取消。以下文件因为别人也写入过内容而保留：{paths}',
  'protection.nothing-on': '保护已经打开，没有需要改动的内容。',
  'protection.nothing-off': '这里没有保护，没有需要改动的内容。',
  'protection.consent': '没有做任何改动。要写入这些内容，请运行：{command}',
  'protection.consent-off': '没有做任何改动。要去掉这些内容，请运行：{command}',
  'protection.undo': '要取消保护，请运行：{command}',
  'protection.files-off': '以下内容会被去掉',

  'protection.uncovered.variable':
    '已设置变量 {name}，它优先于这个 Python 的设置文件：在此期间 pip 不会读取我们的设置。',
  'protection.uncovered.uv': 'uv 没有针对单个 Python 的设置：用 uv 安装的内容在这里拦不住。',
  'protection.uncovered.uv-elsewhere':
    'uv 从启动时所在的文件夹读取设置：只在 {folders} 及其下级文件夹中有效，在别处以及自带设置的节点中无效。',
  'protection.uncovered.uv-settings': 'uv：新设置会遮住 {path} 中已有的设置，因此没有写入。',
  'protection.uncovered.manager-runs':
    'ComfyUI 正在运行，可能会覆盖 {path}。请关闭它，再更新保护以写入名称。',
  'protection.uncovered.file': '改动 {path} 可能损坏其中的内容，因此没有改动。',
  'protection.uncovered.conda': 'conda 和 pixi 不读取这些设置：它们自己安装的内容拦不住。',

  'ui.running.protect': '正在查看 pip、uv 和 ComfyUI-Manager 的设置。',
  'ui.running.compare': '正在比较，不做任何改动。',

  'compare.title': '与另一个安装比较',
  'compare.lead': '显示它与能正常工作的那个有哪些不同。只看文件。',
  'compare.other': '另一个',
  'compare.run': '比较',
  'compare.this': '这一个',
  'compare.alike': '软件包、参数和诊断结果都相同。',
  'compare.packages': '不同的软件包（{count}）',
  'compare.flags': '不同的参数（{count}）',
  'compare.findings': '不同的诊断结果（{count}）',
  'compare.package': '软件包',
  'compare.absent': '没有',
  'compare.only-left': '仅这边有',
  'compare.only-right': '仅那边有',
};
