/** The distributions that fast attention rests on: damage to one of them, or a second copy, is felt here. */
export const attentionPackages: readonly string[] = [
  'torch',
  'torchvision',
  'torchaudio',
  'xformers',
  'triton',
  'triton-windows',
  'flash-attn',
  'sageattention',
  'numpy',
];
