/** Every address the app may open, by id: the renderer can name one, never make one. */
export const links = {
  'xformers-readme': 'https://github.com/facebookresearch/xformers#installing-xformers',
  'pytorch-install': 'https://pytorch.org/get-started/locally/',
  'triton-windows-readme': 'https://github.com/triton-lang/triton-windows#readme',
  'sageattention-windows': 'https://github.com/woct0rdho/SageAttention/releases',
  'nvidia-drivers': 'https://www.nvidia.com/Download/index.aspx',
  'vc-runtime': 'https://aka.ms/vs/17/release/vc_redist.x64.exe',
  'comfyui-portable': 'https://github.com/Comfy-Org/ComfyUI#windows-portable',
  'flash-attn-linux': 'https://github.com/Dao-AILab/flash-attention/releases',
  'flash-attn-windows': 'https://github.com/kingbri1/flash-attention/releases',
  'amd-drivers': 'https://www.amd.com/en/support/download/drivers.html',
  'intel-drivers': 'https://www.intel.com/content/www/us/en/download-center/home.html',
  'cuda-toolkit': 'https://developer.nvidia.com/cuda-downloads',
  'build-tools': 'https://visualstudio.microsoft.com/visual-cpp-build-tools/',
  'comfyui-issues': 'https://github.com/Comfy-Org/ComfyUI/issues',
} as const;

export type LinkId = keyof typeof links;
export const linkIds = Object.keys(links).filter(isLinkId);
function isLinkId(id: string): id is LinkId {
  return Object.hasOwn(links, id);
}
