import { describe, expect, it } from 'vitest';
import gpuNames from '../../../../electron/engine/knowledge/gpu-names.json' with { type: 'json' };
import { capabilityNumber, gpuNamed } from '../../../../electron/engine/knowledge/gpu-names.ts';

/** Names as drivers report them and as people write them, by what they are. */
const nvidia: Readonly<Record<string, readonly string[]>> = {
  '12.1': ['NVIDIA GB10', 'DGX Spark'],
  '10.0': ['NVIDIA B200', 'GB200'],
  '12.0': [
    'NVIDIA GeForce RTX 5090',
    'NVIDIA GeForce RTX 5070 Ti Laptop GPU',
    'RTX5060ti 16gb',
    '5080',
    'NVIDIA RTX PRO 6000 Blackwell Workstation Edition',
    'RTX PRO 4500',
    'RTX 50 series',
  ],
  '9.0': ['NVIDIA H100 80GB HBM3', 'NVIDIA H200', 'NVIDIA GH200 480GB'],
  '8.9': [
    'NVIDIA GeForce RTX 4090',
    'NVIDIA GeForce RTX 4060 Laptop GPU',
    '4070 Super',
    'RTX 4090D',
    'NVIDIA L40S',
    'NVIDIA L4',
    'NVIDIA RTX 6000 Ada Generation',
    'NVIDIA RTX 3500 Ada Generation Laptop GPU',
    'NVIDIA RTX 4000 SFF Ada Generation',
  ],
  '8.7': ['Orin', 'NVIDIA Jetson AGX Orin'],
  '8.0': ['NVIDIA A100-SXM4-80GB', 'NVIDIA A30'],
  '8.6': [
    'NVIDIA GeForce RTX 3060',
    'rtx3090',
    '3080 Ti',
    'NVIDIA GeForce RTX 2050',
    'NVIDIA RTX A6000',
    'NVIDIA RTX A4500',
    'A5000',
    'NVIDIA A10G',
    'NVIDIA A40',
  ],
  '7.5': [
    'NVIDIA GeForce RTX 2080 Ti',
    'NVIDIA GeForce GTX 1660 SUPER',
    'GTX 1650',
    'Tesla T4',
    'Quadro RTX 6000',
    'NVIDIA TITAN RTX',
    'NVIDIA GeForce MX450',
  ],
  '7.2': ['Xavier', 'NVIDIA Jetson Xavier NX'],
  '7.0': ['Tesla V100-SXM2-32GB', 'NVIDIA TITAN V', 'Quadro GV100'],
  '6.0': ['Tesla P100-PCIE-16GB', 'Quadro GP100'],
  '6.1': [
    'NVIDIA GeForce GTX 1080 Ti',
    'GTX 1060 6GB',
    'NVIDIA GeForce GT 1030',
    'Tesla P40',
    'NVIDIA TITAN Xp',
    'Quadro P4000',
    'NVIDIA GeForce MX150',
  ],
  '5.2': [
    'NVIDIA GeForce GTX 970',
    'NVIDIA GeForce GTX 980M',
    'NVIDIA GeForce GTX TITAN X',
    'Tesla M40',
    'Tesla M4',
    'Quadro M4000',
  ],
  '5.0': ['NVIDIA GeForce GTX 750 Ti', 'GTX 960M', 'NVIDIA GeForce 940MX', 'Quadro M1200'],
  '3.7': ['Tesla K80', 'NVIDIA Tesla K80'],
};
const others = {
  amd: [
    'AMD Radeon RX 7900 XTX',
    'RX 6600',
    'RX5700XT',
    'Radeon RX 9070 XT',
    'gfx1100',
    'gfx90a',
    'AMD Instinct MI300X',
    'AMD Ryzen AI Max+ 395 w/ Radeon 8060S',
    'AMD Radeon(TM) Graphics',
    'Vega 64',
  ],
  intel: [
    'Intel(R) Arc(TM) A770 Graphics',
    'Arc B580',
    'Intel(R) UHD Graphics 630',
    'Intel(R) Iris(R) Xe Graphics',
  ],
  apple: ['Apple M1', 'M4', 'Apple M4 Pro', 'MacBook Pro M2 Max', 'Mac Studio', 'mps'],
} as const;
const allNames = [...Object.values(nvidia).flat(), ...Object.values(others).flat()];

describe('the name of a GPU', () => {
  it.each(
    Object.entries(nvidia).flatMap(([capability, names]) =>
      names.map((name) => [name, capability]),
    ),
  )('%s is of NVIDIA, capability %s', (name, capability) => {
    expect(gpuNamed(name)).toMatchObject({
      vendor: 'nvidia',
      name,
      computeCapability: capability,
    });
  });

  it.each(Object.entries(others).flatMap(([vendor, names]) => names.map((name) => [name, vendor])))(
    '%s is of %s',
    (name, vendor) => {
      expect(gpuNamed(name)).toMatchObject({ vendor, name, computeCapability: null });
    },
  );

  it('says whose card it is where the table does not know which', () => {
    for (const name of ['NVIDIA', 'GeForce GTX 780', 'Quadro 4000', 'an RTX card', 'NVIDIA GPU']) {
      expect(gpuNamed(name), name).toMatchObject({ vendor: 'nvidia', computeCapability: null });
    }
  });

  it('takes a capability that is stated with it', () => {
    expect(gpuNamed('some card, capability 12.0')?.computeCapability).toBe('12.0');
    expect(gpuNamed('NVIDIA GPU with compute capability (8, 6)')?.computeCapability).toBe('8.6');
  });

  it('is in no word that only looks like one', () => {
    const words = [
      'architecture',
      'Arch Linux',
      'search',
      'arcade',
      '50900 steps',
      'M.2 drive',
      'maximum',
      'Macro',
      '1080p',
      'unknown',
      '',
    ];
    expect(words.filter((word) => gpuNamed(word) !== null)).toEqual([]);
  });

  it('does not take an AMD or Intel card for one of NVIDIA with the same number', () => {
    const alike = ['AMD Radeon RX 570', 'Radeon RX 6650 XT', 'RX 5500 XT', 'Intel Arc A380'];
    expect(alike.filter((name) => gpuNamed(name)?.vendor === 'nvidia')).toEqual([]);
  });

  it('decides for the NVIDIA card of a machine with two', () => {
    const both = 'NVIDIA GeForce RTX 3060 Laptop GPU, Intel(R) UHD Graphics';
    expect(gpuNamed(both)).toMatchObject({ vendor: 'nvidia', computeCapability: '8.6' });
  });
});

describe('the table of GPU names', () => {
  const rows = gpuNames.rows.map((row) => ({ ...row, expression: new RegExp(row.pattern, 'i') }));

  it('has two names at least for each of its rows', () => {
    const general = ['NVIDIA', 'GeForce GTX 780'];
    const decided = [...allNames, ...general].map((name) =>
      rows.findIndex(({ expression }) => expression.test(name)),
    );
    for (const [index, row] of rows.entries()) {
      const count = decided.filter((place) => place === index).length;
      expect(count, row.pattern).toBeGreaterThanOrEqual(2);
    }
  });

  it('has no two rows that fight over a name', () => {
    for (const name of allNames) {
      const exact = rows.filter(
        ({ capability, expression }) => capability !== null && expression.test(name),
      );
      const answers = new Set(exact.map(({ capability }) => capability));
      expect([...answers].length, name).toBeLessThanOrEqual(1);
    }
  });
});

describe('a capability as a number', () => {
  it('orders cards', () => {
    const ordered = ['3.7', '5.2', '7.5', '8.6', '8.9', '9.0', '10.0', '12.0', '12.1'];
    const numbers = ordered.map((each) => capabilityNumber(each) ?? 0);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(capabilityNumber('8.9')).toBe(89);
  });

  it('is none where none is said', () => {
    for (const text of [null, undefined, '', 'sm_90', 'new']) {
      expect(capabilityNumber(text)).toBeNull();
    }
  });
});
