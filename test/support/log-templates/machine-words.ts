import fc from 'fast-check';

const number = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String);
const python = fc.tuple(number(10, 13), number(0, 15)).map(([a, b]) => `3.${a}.${b}`);
/** Not its own build tag: two of these never are the same torch. */
const older = ['2.1.2+cu121', '2.4.0+cu118', '2.4.1+cu121', '2.5.1+cu124', '2.6.0+cu126'];
const newer = ['2.7.1+cu128', '2.8.0+cu129', '2.9.1+cu130', '2.10.0+cu130', '2.11.0+cu130'];
const windowsFolders = [
  'D:\\ComfyUI_windows_portable\\python_embeded\\Lib\\site-packages',
  'C:\\Users\\Jane Doe\\AI Stuff\\ComfyUI\\.venv\\Lib\\site-packages',
  'E:\\AI\\秋叶整合包\\python\\Lib\\site-packages',
  'C:\\Users\\Jörg\\ComfyUI\\venv\\lib\\site-packages',
];
const linuxFolders = [
  '/home/me/ComfyUI/venv/lib/python3.12/site-packages',
  '/workspace/ComfyUI/.venv/lib/python3.11/site-packages',
  '/opt/My Tools/comfy/lib/python3.10/site-packages',
  '/home/李明/ComfyUI/venv/lib/python3.12/site-packages',
];
const ampere = ['NVIDIA GeForce RTX 3060', 'NVIDIA GeForce RTX 3090 Ti', 'NVIDIA RTX A5000'];
const ada = ['NVIDIA GeForce RTX 4060 Ti', 'NVIDIA GeForce RTX 4090', 'NVIDIA L40S'];

/** What stands for the words in braces. */
export const machineWords: Readonly<Record<string, fc.Arbitrary<string>>> = {
  n: number(1, 9999),
  python,
  otherpython: python,
  comfyui: fc.tuple(number(3, 3), number(30, 75)).map(([a, b]) => `0.${a}.${b}`),
  oldtorch: fc.constantFrom(...older),
  newtorch: fc.constantFrom(...newer),
  torch: fc.constantFrom(...older, ...newer),
  cputorch: fc.constantFrom('2.3.1+cpu', '2.6.0+cpu', '2.8.0+cpu', '2.10.0+cpu'),
  rocmtorch: fc.constantFrom('2.5.1+rocm6.2', '2.7.1+rocm6.3', '2.10.0+rocm7.1'),
  xputorch: fc.constantFrom('2.7.1+xpu', '2.8.0+xpu', '2.10.0+xpu'),
  xformers: fc.constantFrom('0.0.23.post1', '0.0.28.post3', '0.0.30', '0.0.32.post2', '0.0.35'),
  flash: fc.constantFrom('2.6.3', '2.7.4.post1', '2.8.3'),
  sage: fc.constantFrom('1.0.6', '2.1.1', '2.2.0'),
  dtype: fc.constantFrom('float32', 'float64'),
  size: fc.constantFrom('160', '320', '512'),
  nvidia: fc.constantFrom(...ampere, ...ada),
  ampere: fc.constantFrom(...ampere),
  ada: fc.constantFrom(...ada),
  blackwell: fc.constantFrom(
    'NVIDIA GeForce RTX 5060 Ti',
    'NVIDIA GeForce RTX 5070 Laptop GPU',
    'NVIDIA GeForce RTX 5090',
    'NVIDIA RTX PRO 6000 Blackwell Workstation Edition',
  ),
  turing: fc.constantFrom(
    'NVIDIA GeForce RTX 2080 Ti',
    'NVIDIA GeForce GTX 1660 SUPER',
    'Tesla T4',
  ),
  pascal: fc.constantFrom('NVIDIA GeForce GTX 1080 Ti', 'NVIDIA GeForce GTX 1060 6GB', 'Tesla P40'),
  radeon: fc.constantFrom(
    'AMD Radeon RX 7900 XTX',
    'AMD Radeon RX 6800',
    'AMD Radeon(TM) Graphics',
  ),
  arc: fc.constantFrom('Intel(R) Arc(TM) A770 Graphics', 'Intel(R) Arc(TM) B580 Graphics'),
  apple: fc.constantFrom('Apple M1', 'Apple M4 Max', 'MacBook Pro M3'),
  packages: fc.constantFrom(...windowsFolders, ...linuxFolders),
  winpackages: fc.constantFrom(...windowsFolders),
  linpackages: fc.constantFrom(...linuxFolders),
  symbol: fc.constantFrom(
    '_ZN3c105ErrorC2ENS_14SourceLocationESs',
    '_ZN3c104cuda9SetDeviceEi',
    '_ZNK5torch8autograd4Node4nameEv',
  ),
  /** "The specified module could not be found." as Windows says it here and there. */
  nomodule: fc.constantFrom(
    'The specified module could not be found.',
    'Das angegebene Modul wurde nicht gefunden.',
    'Не найден указанный модуль.',
    '找不到指定的模块。',
    'Le module spécifié est introuvable.',
  ),
  /** "The specified procedure could not be found." */
  noprocedure: fc.constantFrom(
    'The specified procedure could not be found.',
    'Die angegebene Prozedur wurde nicht gefunden.',
    'Не найдена указанная процедура.',
    '找不到指定的程序。',
    'La procédure spécifiée est introuvable.',
  ),
  /** "A dynamic link library (DLL) initialization routine failed." */
  noinit: fc.constantFrom(
    'A dynamic link library (DLL) initialization routine failed.',
    'Eine DLL-Initialisierungsroutine ist fehlgeschlagen.',
    'Произошел сбой в программе инициализации библиотеки динамической компоновки (DLL).',
    '动态链接库(DLL)初始化例程失败。',
    "Une routine d'initialisation d'une bibliothèque de liens dynamiques (DLL) a échoué.",
  ),
};
