import type { MirrorsShown } from '../../shared/mirrors.ts';

export const sampleMirrors: MirrorsShown['mirrors'] = [
  {
    id: 'tuna',
    name: 'Tsinghua University TUNA',
    pypi: 'https://tuna.example/simple',
    pytorch: null,
    source: 'its help page',
  },
  {
    id: 'nju',
    name: 'Nanjing University',
    pypi: 'https://nju.example/simple',
    pytorch: 'https://nju.example/pytorch/whl',
    source: 'its help page',
  },
];
