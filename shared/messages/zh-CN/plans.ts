import type { plans as english } from '../en/plans.ts';

export const plans: Record<keyof typeof english, string> = {
  'plan.undo': '改动之前会先备份相关文件。一键即可恢复，不需要网络。',
  'plan.undo.nothing': '没有任何改动，所以无需撤销。',
  'plan.warning.other-cuda-minor':
    '没有专门为 {variant} 编译的版本，将使用同一代 CUDA 的另一个版本，安装后会检查它。',
  'plan.warning.inferred':
    '这个 {name} 版本是由相邻版本推断的，还没有见过实际使用。安装后会检查它。',
  'plan.warning.no-driver-seen': '这里没有看到 NVIDIA 驱动。没有驱动，PyTorch 无法使用显卡。',
  'plan.warning.breaks': '{by} 需要 {name} {specifier}，这项改动无法满足。',
  'plan.need.both': '{path} 所在的磁盘最多需要 {needed}，用于软件包、下载和存档。',
  'plan.need.environment': '{path} 所在的磁盘最多需要 {needed}，用于软件包。',
  'plan.need.state': '{path} 所在的磁盘最多需要 {needed}，用于下载和存档。',
  'plan.need.free': '目前可用 {free}。',
  'plan.need.time': '如果和最近几次下载一样快（每秒 {speed}），下载需要{time}。',
  'plan.need.time-unknown': '下载需要多久还不知道：这里还没有测到过下载速度。',
  'plan.edit-adds': '{path}：加上 {flags}。',
  'plan.edit-removes': '{path}：去掉 {flags}。',
  'plan.set-aside': '{path} 会被移到一边，并保留下来。',
  'plan.warning.goes':
    '会移除 {name}：现有的版本是为旧的 PyTorch 编译的，而新的 PyTorch 没有对应的版本。',
  'plan.warning.processes-unknown':
    '这里看不出 ComfyUI 是否正在运行。继续之前，请先关闭它，以及其他使用这个 Python 的程序。',
};
