/** The measurements: which attention is how fast. */
export const benchmark = {
  'benchmark.no-gpu':
    'There is no graphics card that PyTorch could use here, so there is nothing to measure.',
  'benchmark.running':
    'ComfyUI, or another program of this Python, is running: nothing was measured, since both would be slowed down. Close it and measure again.',
  'benchmark.cannot-see': 'It cannot be seen whether ComfyUI is running, so nothing was measured.',
  'benchmark.nothing': 'No attention computed, so there is nothing to measure.',
  'benchmark.late': 'The half minute was over before everything was measured.',
  'benchmark.wrong': 'The numbers of {name} were wrong for some sizes; those are left out.',
  'benchmark.failed': '{name} failed at one of the sizes: {text}',
  'benchmark.crashed':
    'Python crashed while {name} was measured: {end}. What was measured before counts.',
  'benchmark.title': 'How fast each is, on this card',
  'benchmark.table': '{kind}, {work}, {dtype} ({shape})',
  'benchmark.kind.sd15': 'SD 1.5',
  'benchmark.kind.sdxl': 'SDXL',
  'benchmark.kind.flux': 'Flux',
  'benchmark.kind.qwen-image': 'Qwen-Image',
  'benchmark.kind.video': 'Video',
  'benchmark.kind.vae': 'VAE',
  'benchmark.column.backend': 'Attention',
  'benchmark.column.time': 'Time',
  'benchmark.column.memory': 'Memory',
  'benchmark.column.error': 'Error',
  'benchmark.more': 'More sizes and number formats ({count})',
  'benchmark.column.against': 'Against the fastest',
  'benchmark.fastest': 'fastest',
  'benchmark.alone': 'nothing to compare it with',
  'benchmark.times': '{times} times as long',
} as const;
