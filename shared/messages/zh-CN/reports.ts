import type { reports as english } from '../en/reports.ts';

export const reports: Record<keyof typeof english, string> = {
  'report.verdict': '结论',
  'report.extensions': '编译文件（按其所需判断）',
  'report.environment': '环境',
  'report.findings': '发现',
  'report.ladder': '验证',
  'report.repair': '最近一次修复',
  'report.made-by': '由注意力医生生成',
  'report.system': '系统',
  'report.python': 'Python',
  'report.torch': 'PyTorch',
  'report.xformers': 'xFormers（编译目标）',
  'report.triton': 'Triton',
  'report.gpu': '显卡（计算能力）',
  'report.driver': 'NVIDIA 驱动',
  'report.comfyui': 'ComfyUI（安装类型）',
  'report.flags': '启动参数',
};
