/** Lines of a ComfyUI that works, as it prints them in a long session. They name no version and no card. */
const session = [
  'got prompt',
  'model weight dtype torch.float16, manual cast: None',
  'model_type EPS',
  'Requested to load SDXLClipModel',
  'loaded completely 9.5367431640625e+25 1560.802734375 True',
  'CLIP/text encoder model load device: cuda:0, offload device: cpu, current: cpu, dtype: torch.float16',
  'Requested to load SDXL',
  'loaded completely 20480.5 4897.0483474731445 True',
  '100%|██████████████████████████████| 20/20 [00:03<00:00,  5.71it/s]',
  'Requested to load AutoencoderKL',
  'loaded completely 11214.3 159.55708122253418 True',
  'FETCH ComfyRegistry Data: 5/91',
  'FETCH ComfyRegistry Data [DONE]',
  '[ComfyUI-Manager] default cache updated: model-list.json',
  'All startup tasks have been completed.',
  '[START] Security scan',
  '[DONE] Security scan',
  'Import times for custom nodes:',
  '   0.0 seconds: websocket_image_save.py',
  '   0.4 seconds: ComfyUI-KJNodes',
];

/** The start of a ComfyUI on a machine where everything works: it names versions, a card and the attention in use. */
const start = [
  '[START] Security scan',
  '[DONE] Security scan',
  '## ComfyUI-Manager: installing dependencies done.',
  '** ComfyUI startup time: 2026-01-12 20:14:03.118',
  '** Platform: Windows',
  '** Python version: 3.12.10 (tags/v3.12.10:0cc8128, Apr  8 2025, 12:21:36) [MSC v.1943 64 bit (AMD64)]',
  '** Python executable: D:\\ComfyUI_windows_portable\\python_embeded\\python.exe',
  '** ComfyUI Path: D:\\ComfyUI_windows_portable\\ComfyUI',
  'Checkpoint files will always be loaded safely.',
  'Total VRAM 24564 MB, total RAM 65277 MB',
  'pytorch version: 2.8.0+cu129',
  'Set vram state to: NORMAL_VRAM',
  'Device: cuda:0 NVIDIA GeForce RTX 4090 : cudaMallocAsync',
  'Using pytorch attention',
  'Python version: 3.12.10 (tags/v3.12.10:0cc8128, Apr  8 2025, 12:21:36) [MSC v.1943 64 bit (AMD64)]',
  'ComfyUI version: 0.3.64',
  'ComfyUI frontend version: 1.27.10',
  '[Prompt Server] web root: D:\\ComfyUI_windows_portable\\python_embeded\\Lib\\site-packages\\comfyui_frontend_package\\static',
  'Starting server',
  'To see the GUI go to: http://127.0.0.1:8188',
];

/** `count` lines of a whole healthy log, its start included. */
export function healthyStart(count: number): string[] {
  return [...start, ...healthyLines(Math.max(0, count - start.length))].slice(0, count);
}

/** `count` healthy lines. */
export function healthyLines(count: number): string[] {
  return Array.from({ length: count }, (_, index) => session[index % session.length] ?? '');
}

const abilities =
  "['apply_rope', 'apply_rope1', 'dequantize_nvfp4', 'quantize_per_tensor_fp8', 'scaled_mm_nvfp4']";

/** What ComfyUI 0.10 and newer prints at each start: what comfy-kitchen has here, and what not. */
export const inventory = [
  `Found comfy_kitchen backend triton: {'available': False, 'disabled': True, 'unavailable_reason': "ImportError: No module named 'triton'", 'capabilities': []}`,
  `Found comfy_kitchen backend cuda: {'available': False, 'disabled': True, 'unavailable_reason': 'DLL load failed while importing _C: The specified module could not be found.', 'capabilities': []}`,
  `Found comfy_kitchen backend eager: {'available': True, 'disabled': False, 'unavailable_reason': None, 'capabilities': ${abilities}}`,
].join('\n');
