import type { guide as english } from '../en/guide.ts';

/** 故障排查指南的框架文字；指南由知识表生成（npm run docs）。 */
export const guide: Record<keyof typeof english, string> = {
  'guide.title': 'ComfyUI 没有快速注意力：原因与办法',
  'guide.lead':
    'Attention Doctor 所知的每个原因：是什么、怎样识别、该怎么办。本页由应用自己用来判断的知识表生成。',
  'guide.search': '搜索消息或词语',
  'guide.found': '{all} 个原因中的 {count} 个',
  'guide.other-language': 'English',
  'guide.tell': '怎样识别',
  'guide.tell.files': '没有专门的消息：Attention Doctor 从环境的版本、文件和设置中看出。',
  'guide.do': '怎么办',
  'guide.plan':
    'Attention Doctor 可以代劳：“attention-doctor plan TARGET --goal {goal}”会先显示准确的方案。',
  'guide.explains': '它也能解释',
  'guide.sources': '来源',
  'guide.pages': '有用的网页',
  'guide.stage.machine': '机器',
  'guide.stage.torch': 'PyTorch',
  'guide.stage.installation': '安装',
  'guide.stage.acceleration': '加速软件包',
  'guide.stage.absence': '缺少的软件包',
  'guide.stage.elsewhere': '与注意力无关',
  'guide.stage.harmless': '无害',
};
