import { describe, expect, it } from 'vitest';
import type { StatedFacts } from '../../../../shared/stated-facts.ts';
import { translate } from '../../../../shared/messages/index.ts';
import type { Prescription } from '../../../../shared/prescription.ts';
import { analyse } from '../../../support/log-templates/analyse.ts';

const portable =
  '** Python executable: D:\\AI\\ComfyUI_windows_portable\\python_embeded\\python.exe';

function answer(lines: readonly string[], stated: StatedFacts | null = null): Prescription {
  const prescription = analyse(lines, stated).findings[0]?.prescription;
  if (!prescription) throw new Error('Nothing was prescribed');
  return prescription;
}

function commandsOf({ steps }: Prescription): string[] {
  return steps.flatMap(({ command }) => (command ? [command.text] : []));
}

const mismatch = (built: string, torch: string) => [
  "WARNING[XFORMERS]: xFormers can't load C++/CUDA extensions. xFormers was built for:",
  `    PyTorch ${built} with CUDA 1201 (you have ${torch})`,
];

describe('the exact package', () => {
  it.each([
    ['2.6.0+cu124', 'xformers==0.0.29.post3', 'cu124'],
    ['2.8.0+cu129', 'xformers==0.0.32.post2', 'cu129'],
    ['2.9.1+cu130', 'xformers==0.0.33.post2', 'cu130'],
    // cu132 was never published: the nearest of the same CUDA major.
    ['2.12.1+cu132', 'xformers==0.0.35', 'cu130'],
  ])('xFormers for torch %s is %s', (torch, requirement, family) => {
    const lines = [portable, ...mismatch('2.3.1+cu121', torch)];
    const [command] = commandsOf(answer(lines, { os: 'Windows', gpu: 'RTX 4090' }));
    expect(command).toMatch(
      new RegExp(`install ${requirement} --no-deps --index-url \\S+/${family}$`),
    );
  });

  it('Triton is a series on Windows, quoted for its shell', () => {
    const lines = [
      portable,
      'Cannot find a working triton installation. Either the package is not',
    ];
    const stated = { os: 'Windows', gpu: 'RTX 4090', torch: '2.7.1+cu128', python: '3.12.10' };
    expect(commandsOf(answer(lines, stated))[1]).toBe(
      '.\\python_embeded\\python.exe -s -m pip install "triton-windows>=3.3,<3.4" --no-deps',
    );
    const shell = answer(['PS D:\\x> python main.py', ...lines], stated);
    expect(commandsOf(shell)[1]).toContain("'triton-windows>=3.3,<3.4'");
  });

  it('is asked for where the log does not tell the PyTorch', () => {
    const [find, ...rest] = commandsOf(
      answer([portable, 'Cannot find a working triton installation.'], { os: 'Windows' }),
    );
    expect(find).toContain('print(sys.version.split()[0], torch.__version__)');
    expect(rest.join()).not.toContain('triton-windows>=');
  });

  it.each([
    ['2.8.0+cu128', 'sageattention-2.2.0%2Bcu128torch2.8.0.post3-cp39-abi3-win_amd64.whl'],
    ['2.9.1+cu130', 'sageattention-2.2.0%2Bcu130torch2.9.0andhigher.post4-cp39-abi3-win_amd64.whl'],
    [
      '2.13.0+cu130',
      'sageattention-2.2.0%2Bcu130torch2.10.0andhigher.post6-cp310-abi3-win_amd64.whl',
    ],
  ])('the wheel of SageAttention for torch %s', (torch, file) => {
    const lines = [portable, 'DLL load failed while importing _fused: not found'];
    const stated = { os: 'Windows', gpu: 'RTX 4090', torch, python: '3.12.10' };
    expect(commandsOf(answer(lines, stated)).join('\n')).toContain(file);
  });

  it.each<[string, StatedFacts, string]>([
    [
      'the same PyTorch with support for the card',
      { torch: '2.6.0+cpu', gpu: 'RTX 4090' },
      'torch==2.6.0+cu124 torchvision==0.21.0+cu124 torchaudio==2.6.0+cu124',
    ],
    [
      'the same number in another build for a new card',
      { torch: '2.8.0+cu126', gpu: 'RTX 5090' },
      'torch==2.8.0+cu128 torchvision==0.23.0+cu128 torchaudio==2.8.0+cu128',
    ],
    [
      'a build that still knows an old card',
      { torch: '2.9.1+cu128', gpu: 'GTX 1080' },
      'torch==2.9.1+cu126 torchvision==0.24.1+cu126 torchaudio==2.9.1+cu126',
    ],
  ])('%s', (_, stated, three) => {
    const line = /cpu/.test(stated.torch ?? '')
      ? 'AssertionError: Torch not compiled with CUDA enabled'
      : 'CUDA error: no kernel image is available for execution on the device';
    const commands = commandsOf(answer([portable, line], { os: 'Windows', ...stated }));
    expect(commands.join('\n')).toContain(three);
  });

  it('comfy-kitchen is the one that this ComfyUI pins', () => {
    const commands = commandsOf(answer([portable, 'Comfy Kitchen attention is unavailable'], null));
    expect(commands).toEqual([
      '.\\python_embeded\\python.exe -s -m pip install comfy-kitchen --no-deps -c ComfyUI\\requirements.txt',
    ]);
  });

  it('what pip took out in this log goes back in', () => {
    const lines = [
      'Found existing installation: torch 2.10.0+cu130',
      '      Successfully uninstalled torch-2.10.0+cu130',
      'Successfully installed torch-2.10.0 torchvision-0.25.0',
    ];
    expect(commandsOf(answer([portable, ...lines], { os: 'Windows' })).join('\n')).toContain(
      'torch==2.10.0+cu130 torchvision==0.25.0+cu130 torchaudio==2.10.0+cu130',
    );
  });
});

describe('the exact place', () => {
  const sage =
    'Error running sage attention: Input tensors must be in dtype of torch.float16 or torch.bfloat16, using pytorch attention instead.';

  it('is the node that the traceback names', () => {
    const lines = [
      '!!! Exception during processing !!!',
      '  File "D:\\ComfyUI\\custom_nodes\\ComfyUI-WanVideoWrapper\\nodes_model_loading.py", line 509, in loadmodel',
      "ModuleNotFoundError: No module named 'sageattention'",
    ];
    expect(answer(lines).steps[0]).toMatchObject({
      edit: { place: { params: { node: 'WanVideoModelLoader' } }, add: 'attention_mode: sdpa' },
    });
  });

  it('names the flag as it is spelled, and what comes instead', () => {
    const lines = [
      'D:\\x>python main.py --use-sage-attention --listen',
      sage,
      'ComfyUI version: 0.3.64',
    ];
    const edits = answer(lines, { os: 'Windows' }).steps.flatMap(({ edit }) =>
      edit ? [edit] : [],
    );
    expect(edits[0]).toMatchObject({
      remove: '--use-sage-attention',
      add: '--use-pytorch-cross-attention',
    });
  });

  it.each<[string, string]>([
    ['A1111', 'webui-user.bat'],
    ['kohya_ss', 'CrossAttention'],
    ['InvokeAI', 'invokeai.yaml'],
    ['Stability Matrix with ComfyUI', 'Extra Launch Arguments'],
    ['SD.Next', 'Attention method'],
  ])('%s keeps it in its own place', (program, words) => {
    const hopper =
      'CUDA error (third_party/flash-attention/hopper/flash_fwd_launch_template.h:188): invalid argument';
    const prescription = answer([hopper], {
      os: 'Windows',
      gpu: 'RTX 5090',
      install_kind: program,
    });
    const places = prescription.steps.flatMap(({ edit }) =>
      edit ? [translate('en', edit.place)] : [],
    );
    expect(places.join()).toContain(words);
  });
});
