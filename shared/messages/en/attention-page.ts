/** The page that explains Flash Attention. */
export const attentionPage = {
  'explain.title': 'How Flash Attention works',
  'explain.heading': 'What Flash Attention does, and when it does not help.',
  'explain.lead':
    'Attention is the step in which every piece of a picture looks at every other piece. Flash Attention computes exactly that, but never writes the huge table in between to memory.',
  'explain.link': 'How Flash Attention works, in pictures',
  'explain.table.heading': 'A big table',
  'explain.table.text':
    'SDXL cuts a picture of 1024 × 1024 into 4096 pieces. In attention each piece asks all of them how much they matter to it. That is a table of 4096 × 4096, almost 17 million numbers, for each head, each layer and each step. A picture twice as wide and twice as high needs a table sixteen times as large.',
  'explain.table.picture':
    'A square table. Each row is a piece that asks, each column a piece that is asked. The darker a cell, the more that piece matters.',
  'explain.table.asks': 'asks',
  'explain.table.asked': 'is asked',
  'explain.plain.heading': 'The plain way: out to memory and back',
  'explain.plain.text':
    'A graphics card has a large memory beside its chip, the gigabytes on the box, and a tiny, very fast one on the chip. The whole table only fits in the large one. The plain way takes three steps: compare, weigh, mix. After each of them the table is written out, and read again for the next. Most of the time the chip waits.',
  'explain.plain.picture':
    'The chip on the left, the large memory on the right. The table goes back and forth between them for each of the three steps.',
  'explain.tiles.heading': 'The idea: tiles',
  'explain.tiles.text':
    'Flash Attention cuts the table into tiles that fit into the fast memory on the chip, and computes them one after the other.',
  'explain.tiles.picture':
    'The same table, cut into sixteen tiles. One tile is marked and lies in the fast memory on the chip.',
  'explain.fused.heading': 'Three steps in one go',
  'explain.fused.text':
    'While a tile is on the chip, all three steps are done to it, one right after the other: they are fused. Only the running result is kept, with the highest value and the sum so far, so that the weights are right in the end. The whole table never exists. It is the same attention, no approximation; only the rounding differs.',
  'explain.fused.picture':
    'Inside the chip a tile passes through three steps, and only the small result goes out to the large memory.',
  'explain.part.chip': 'chip',
  'explain.part.memory': 'large memory',
  'explain.part.fast': 'fast memory',
  'explain.part.result': 'result',
  'explain.step.compare': 'compare',
  'explain.step.weigh': 'weigh',
  'explain.step.mix': 'mix',
  'explain.gain.heading': 'What it brings',
  'explain.gain.caption': 'One attention of SDXL at 1024 × 1024 (fp16) on an NVIDIA H200',
  'explain.gain.way': 'Way',
  'explain.gain.time': 'Time',
  'explain.gain.memory': 'Memory for it',
  'explain.gain.plain': 'The plain way',
  'explain.gain.tiles': 'In tiles, as PyTorch does it by itself there',
  'explain.gain.note':
    'Your card has other numbers: “Measure the speed” on the page Verification times what you have.',
  'explain.not.heading': 'When it does not help',
  'explain.not.already':
    'You have it already. PyTorch brings attention in tiles along and chooses it by itself. A package on top of it, flash-attn or xFormers, often gains nothing.',
  'explain.not.card':
    'The card is too old. The kernels called Flash Attention need an NVIDIA card of the RTX 30 series or newer. Older ones have other kernels in tiles, which PyTorch and xFormers choose by themselves.',
  'explain.not.small':
    'The table is small. At 512 × 512 attention is a small part of the work, so a faster one is hardly felt.',
  'explain.not.elsewhere':
    'The time goes elsewhere: into loading the model, moving it between RAM and card, the VAE, a slow node.',
  'explain.not.memory':
    'The memory goes elsewhere. The table gets small, the model does not. A model that does not fit still does not.',
  'explain.not.shape':
    'The shape does not fit. Heads of more than 256 numbers, as in the VAE, and 32-bit numbers are not for it; another kernel takes over without a word.',
  'explain.not.better': 'The picture gets no better by it, only sooner.',
  'explain.names.heading': 'The names',
  'explain.names.pytorch': 'PyTorch’s own (SDPA)',
  'explain.names.pytorch-text':
    'Comes with PyTorch and has several kernels, Flash Attention among them. It takes the best one that fits.',
  'explain.names.xformers-text':
    'A package with kernels of its own, from the time before PyTorch had any. Has to fit the PyTorch that is there.',
  'explain.names.flash-text':
    'The original, as a package. Has to be compiled for exactly this PyTorch and Python.',
  'explain.names.sage-text':
    'In tiles as well, but computed in 8 bits: faster on many cards, with small errors. It pays for video most of all.',
  'explain.names.triton-text':
    'No attention but a compiler that makes kernels on your machine. SageAttention needs it.',
} as const;
