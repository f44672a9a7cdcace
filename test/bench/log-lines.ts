/**
 * What a long session of ComfyUI writes: mostly progress, models and prompts, paths with
 * words of every kind, and here and there a traceback. Written from the message templates.
 */
const healthy = [
  () => `got prompt`,
  (n: number) => `Requested to load Model${n % 7}`,
  (n: number) => `loaded completely ${(n * 37) % 20000}.${n % 100} ${(n * 13) % 9000}.25 True`,
  (n: number) => progress(n),
  (n: number) => `Prompt executed in ${n % 90}.${n % 10} seconds`,
  () => `model weight dtype torch.float16, manual cast: None`,
  (n: number) => `[ComfyUI-Manager] default cache updated: https://example.invalid/list-${n}.json`,
  (n: number) =>
    `   ${n % 4}.${n % 10} seconds: D:\\ComfyUI_windows_portable\\ComfyUI\\custom_nodes\\ComfyUI-Node-${n % 60}`,
  () => `VAE load device: cuda:0, offload device: cpu, dtype: torch.bfloat16`,
  (n: number) => `2025-05-09T13:34:${n % 60}.590489 - Using scaled fp8: fp8 matrix mult: False`,
  (n: number) => `Downloading shard ${n % 9} of 9: \u001b[32m━━━━━━━━━━\u001b[0m ${n % 100}%`,
  (n: number) => `正在加载节点 第 ${n} 个，共 60 个`,
];

const troubled = [
  'WARNING:xformers:A matching Triton is not available, some optimizations will not be enabled',
  'Traceback (most recent call last):',
  '  File "D:\\ComfyUI\\python_embeded\\Lib\\site-packages\\xformers\\__init__.py", line 57, in _is_triton_available',
  '    import triton  # noqa',
  "ModuleNotFoundError: No module named 'triton'",
  '!!! Exception during processing !!! No operator found for `memory_efficient_attention_forward` with inputs:',
  '     query       : shape=(1, 4096, 8, 64) (torch.float16)',
  '`fa2F@2.5.7-pt` is not supported because:',
  '    requires device with capability <= (9, 0) but your GPU has capability (12, 0) (too new)',
];

/** At least that many bytes, whole lines. */
export function makeLog(bytes: number): Buffer {
  const lines: string[] = [];
  for (let length = 0, n = 0; length < bytes; n += 1) {
    const line = healthy[n % healthy.length]?.(n) ?? '';
    const text = n % 900 === 899 ? [line, ...troubled].join('\r\n') : line;
    lines.push(text);
    length += text.length + 2;
  }
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

/** A step's progress: the bar is drawn again and again on one line. */
function progress(n: number): string {
  return Array.from({ length: 6 }, (_, step) => {
    const filled = '█'.repeat(step * 2).padEnd(10);
    return `${String(step * 20).padStart(3)}%|${filled}| ${step * 4}/20 [00:0${step}<00:0${5 - step},  ${n % 9}.21it/s]`;
  }).join('\r');
}
