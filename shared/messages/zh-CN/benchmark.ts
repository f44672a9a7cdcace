import type { benchmark as english } from '../en/benchmark.ts';

export const benchmark: Record<keyof typeof english, string> = {
  'benchmark.no-gpu': '这里没有 PyTorch 可用的显卡，没有什么可测量的。',
  'benchmark.running':
    'ComfyUI 或使用这个 Python 的其他程序正在运行：没有测量，否则两边都会变慢。请关闭后再测量。',
  'benchmark.cannot-see': '无法得知 ComfyUI 是否正在运行，所以没有测量。',
  'benchmark.nothing': '没有算出结果的注意力，没有什么可测量的。',
  'benchmark.late': '半分钟到了，还没有全部测完。',
  'benchmark.wrong': '{name} 在某些尺寸上数值不对，这些没有列出。',
  'benchmark.failed': '{name} 在某个尺寸上失败了：{text}',
  'benchmark.crashed': '测量 {name} 时 Python 崩溃了：{end}。之前测到的仍然有效。',
  'benchmark.title': '在这块显卡上各有多快',
  'benchmark.table': '{kind}，{work}，{dtype}（{shape}）',
  'benchmark.kind.sd15': 'SD 1.5',
  'benchmark.kind.sdxl': 'SDXL',
  'benchmark.kind.flux': 'Flux',
  'benchmark.kind.qwen-image': 'Qwen-Image',
  'benchmark.kind.video': '视频',
  'benchmark.kind.vae': 'VAE',
  'benchmark.column.backend': '注意力',
  'benchmark.column.time': '时间',
  'benchmark.column.memory': '显存',
  'benchmark.column.error': '误差',
  'benchmark.more': '更多尺寸和数值格式（{count}）',
  'benchmark.column.against': '与最快的相比',
  'benchmark.fastest': '最快',
  'benchmark.times': '用时是它的 {times} 倍',
};
