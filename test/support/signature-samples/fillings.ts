import fc from 'fast-check';

const number = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String);
const version = fc
  .tuple(
    number(1, 3),
    number(0, 20),
    number(0, 9),
    fc.constantFrom('', '.post1', '.post2', '.dev20250405'),
  )
  .map(([major, minor, patch, end]) => `${major}.${minor}.${patch}${end}`);
const word = fc.stringMatching(/^[a-z][a-z_]{2,12}[a-z]$/);
const capability = fc.constantFrom(
  ['5', '2'],
  ['7', '5'],
  ['8', '0'],
  ['8', '6'],
  ['9', '0'],
  ['12', '0'],
  ['12', '1'],
);

/** What stands for the words in braces. */
const fillings: Readonly<Record<string, fc.Arbitrary<string>>> = {
  torch: fc
    .tuple(
      version,
      fc.constantFrom('', '+cpu', '+cu118', '+cu124', '+cu128', '+cu130', '+rocm6.3', '+xpu'),
    )
    .map(([base, local]) => base + local),
  xformers: fc
    .tuple(number(16, 40), fc.constantFrom('', '.post1', '+9a2eae3a.d20250407', '.dev662'))
    .map(([patch, end]) => `0.0.${patch}${end}`),
  python: fc.tuple(number(8, 14), number(0, 15)).map(([minor, patch]) => `3.${minor}.${patch}`),
  flash: version,
  n: number(0, 99_999),
  dtype: fc.constantFrom('float16', 'bfloat16', 'float32', 'float64'),
  cc: capability.map((pair) => pair.join(', ')),
  dotcc: capability.map((pair) => pair.join('.')),
  sm: capability.map((pair) => `sm_${pair.join('')}`),
  gpu: fc.constantFrom(
    'NVIDIA GeForce RTX 5090',
    'NVIDIA GeForce RTX 5070 Ti Laptop GPU',
    'NVIDIA GeForce GTX 1080 Ti',
    'Tesla P100-PCIE-16GB',
    'NVIDIA RTX PRO 6000 Blackwell Workstation Edition',
  ),
  path: fc.constantFrom(
    '/home/me/ComfyUI/venv/lib/python3.12',
    'D:\\ComfyUI_windows_portable\\python_embeded\\Lib',
    'C:\\Users\\Jörg Müller\\AI\\整合包',
    'E:/StabilityMatrix/Data/Packages/ComfyUI',
  ),
  module: fc.constantFrom('_ctypes', 'cv2', '_C', 'onnxruntime_pybind11_state'),
  word,
  windows: fc.constantFrom(
    'The specified module could not be found.',
    'A dynamic link library (DLL) initialization routine failed.',
    '找不到指定的模块。',
    'Не найден указанный модуль.',
    'Das angegebene Modul wurde nicht gefunden.',
    '動的リンク ライブラリ (DLL) 初期化ルーチンの実行に失敗しました。',
  ),
};

/** A message with its words filled in, each differently. Braces of any other kind stay. */
export function filled(template: string): fc.Arbitrary<string> {
  const parts = template.split(/(\{[a-z]+\})/).map((part) => {
    const name = /^\{([a-z]+)\}$/.exec(part)?.[1];
    return (name === undefined ? undefined : fillings[name]) ?? fc.constant(part);
  });
  return fc.tuple(...parts).map((texts) => texts.join(''));
}

/** What loggers, terminals, containers and people put before a line. */
export const prefix = fc.constantFrom(
  '',
  '    ',
  '2025-05-09T13:34:52.590489 - ',
  '[2024-08-10 14:53] ',
  '2024-10-24 14:56:56,848 - root - WARNING - ',
  '[ComfyUI-0] [STDERR] ',
  '#10 40.52 ',
  '> > ',
  '[!] ',
  '\u001b[33m[WARN]\u001b[0m ',
  ' 40%|████      | 8/20 [00:03<00:05,  2.41it/s]\r',
);

/** Lines of a log in which nothing is wrong. */
export const calmLine = fc.constantFrom(
  'got prompt',
  'Requested to load SDXLClipModel',
  'loaded completely 9.5e+25 1560.802734375 True',
  ' 45%|████▌     | 9/20 [00:03<00:04,  2.55it/s]',
  'Prompt executed in 12.34 seconds',
  'VAE load device: cuda:0, offload device: cpu, dtype: torch.bfloat16',
  '   0.3 seconds: D:\\ComfyUI\\custom_nodes\\ComfyUI-Manager',
  'To see the GUI go to: http://127.0.0.1:8188',
  '## ComfyUI-Manager: installing dependencies done.',
  '',
);
