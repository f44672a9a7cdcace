/** Logs in the words of the programs that print them, with parts that a test may choose. */

/** A start of ComfyUI on Windows with an xFormers that was built for another torch. */
export function mismatchedStart(parts: { torch?: string; built?: string; gpu?: string } = {}) {
  const { torch = '2.6.0+cu124', built = '2.3.1+cu121', gpu = 'RTX 4090' } = parts;
  return [
    '** ComfyUI startup time: 2026-11-20 20:15:31.121',
    '** Platform: Windows',
    '** Python version: 3.12.10 (tags/v3.12.10:0cc8128, Apr  8 2025, 12:21:36) [MSC v.1943 64 bit (AMD64)]',
    '** Python executable: D:\\AI\\portable\\python_embeded\\python.exe',
    'Total VRAM 24564 MB, total RAM 65456 MB',
    `pytorch version: ${torch}`,
    "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:",
    `    PyTorch ${built} with CUDA 1201 (you have ${torch})`,
    '    Python  3.12.4 (you have 3.12.10)',
    'xformers version: 0.0.27',
    'Set vram state to: NORMAL_VRAM',
    `Device: cuda:0 NVIDIA GeForce ${gpu} : cudaMallocAsync`,
    'Using pytorch attention',
    '',
  ].join('\n');
}

/** Nothing is wrong: a start of ComfyUI with the attention it uses. */
export function healthyStart(): string {
  return [
    '** Python version: 3.11.9 (main, Apr  2 2026, 09:11:01) [GCC 13.2.0]',
    'Total VRAM 24253 MB, total RAM 64122 MB',
    'pytorch version: 2.6.0+cu124',
    'xformers version: 0.0.29.post3',
    'Set vram state to: NORMAL_VRAM',
    'Device: cuda:0 NVIDIA GeForce RTX 4090 : cudaMallocAsync',
    'Using xformers attention',
    'Starting server',
    'To see the GUI go to: http://127.0.0.1:8188',
    '',
  ].join('\n');
}

/** The card was full: no matter of attention. */
export function outOfMemory(): string {
  return [
    'got prompt',
    '!!! Exception during processing !!! Allocation on device 0 would exceed allowed memory. (out of memory)',
    'Traceback (most recent call last):',
    '  File "/home/mei/ComfyUI/execution.py", line 510, in execute',
    'torch.OutOfMemoryError: Allocation on device',
    'Prompt executed in 4.20 seconds',
    '',
  ].join('\n');
}

/** Markup that a page must show, not obey, inside of a line that is known. */
export function markupInside(): string {
  const hostile = '<img src=x onerror=alert(1)><b>bold</b>';
  return `ModuleNotFoundError: No module named 'sageattention' ${hostile}\n`;
}

/** So many lines of nothing in particular. */
export function chatter(lines: number): string {
  return Array.from({ length: lines }, (_, index) => `step ${index} of the sampler`).join('\n');
}
