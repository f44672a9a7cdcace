/** Headings of the report that people paste into an issue. */
export const reports = {
  'report.verdict': 'Verdict',
  'report.extensions': 'Compiled files, by what they ask for',
  'report.environment': 'What is there',
  'report.findings': 'Findings',
  'report.ladder': 'Verification',
  'report.repair': 'Last repair',
  'report.made-by': 'Made by Attention Doctor',
  'report.system': 'System',
  'report.python': 'Python',
  'report.torch': 'PyTorch',
  'report.xformers': 'xFormers (built for)',
  'report.triton': 'Triton',
  'report.gpu': 'GPU (compute capability)',
  'report.driver': 'NVIDIA driver',
  'report.comfyui': 'ComfyUI (install kind)',
  'report.flags': 'Launch flags',
} as const;
