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

/** `count` healthy lines. */
export function healthyLines(count: number): string[] {
  return Array.from({ length: count }, (_, index) => session[index % session.length] ?? '');
}
