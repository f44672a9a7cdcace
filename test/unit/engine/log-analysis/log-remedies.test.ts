import { describe, expect, it } from 'vitest';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';

const nms = ['RuntimeError: operator torchvision::nms does not exist'];
const hopper = [
  'CUDA error (third_party/flash-attention/hopper/flash_fwd_launch_template.h:188): invalid argument',
];
const sage = "ModuleNotFoundError: No module named 'sageattention'";
const inNode = [
  '!!! Exception during processing !!!',
  '  File "D:\\ComfyUI\\custom_nodes\\ComfyUI-WanVideoWrapper\\nodes.py", line 509, in loadmodel',
  sage,
];

describe('the remedy that stands first', () => {
  it.each<[string, string[], StatedFacts | null, string]>([
    ['NVIDIA’s torch for an NVIDIA card', nms, { gpu: 'RTX 4090' }, 'reinstall_torch_cuda'],
    ['never NVIDIA’s torch for an AMD card', nms, { gpu: 'RX 9070 XT' }, 'other'],
    ['xFormers goes, as ComfyUI takes it by itself', hopper, null, 'remove_xformers'],
    [
      'a setting, where the program has one',
      hopper,
      { install_kind: 'kohya_ss' },
      'change_launch_flag',
    ],
    ['another attention in the node', inNode, null, 'change_launch_flag'],
    ['the package, where a flag asks for it', [sage], null, 'install_into_right_python'],
  ])('%s', (_, lines, stated, fixKind) => {
    expect(analyse(lines, stated).findings[0]?.remedies[0]?.fixKind).toBe(fixKind);
  });
});

describe('a companion of another CUDA version', () => {
  const line = (name: string) =>
    `RuntimeError: Detected that PyTorch and ${name} were compiled with different CUDA versions.`;
  const titleOf = (...lines: string[]) => analyse(lines).findings[0]?.title.key;
  const usual = 'finding.torchvision_torch_mismatch.title';

  it('costs audio nodes alone where it is torchaudio', () => {
    expect(titleOf(line('TorchAudio'))).toBe(`${usual}-audio`);
    expect(titleOf(line('torchvision'))).toBe(usual);
    expect(titleOf(line('TorchAudio'), line('torchvision'))).toBe(usual);
  });
});

describe('pip of another Python', () => {
  const prompt =
    'C:\\AI\\ComfyUI_windows_portable\\ComfyUI>python.exe -m pip install -r requirements.txt';
  const already = (path: string) => `Requirement already satisfied: facexlib in ${path} (0.3.0)`;

  it('is told by the folder it was called in and the place it answers', () => {
    const root = analyse([prompt, already('c:\\users\\mei\\python310\\lib\\site-packages')])
      .findings[0];
    expect(root?.cause).toBe('wrong_python_env');
  });

  it.each([
    [
      'the embedded Python answers',
      [prompt, already('c:\\ai\\comfyui_windows_portable\\python_embeded\\lib\\site-packages')],
    ],
    [
      'it was called elsewhere',
      ['C:\\code>pip install -r requirements.txt', already('c:\\python310\\lib\\site-packages')],
    ],
  ])('is nothing to say of where %s', (_, lines) => {
    expect(analyse(lines).findings).toEqual([]);
  });
});
