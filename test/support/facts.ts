import { absent, known, type Facts, type LiveFacts } from '../../shared/facts.ts';

/** Facts of a healthy Linux environment; a test says only what differs. */
export function factsWith(own: Partial<Facts> = {}): Facts {
  return {
    platform: 'linux',
    architecture: 'x64',
    interpreter: {
      executable: '/env/bin/python',
      version: '3.11.7',
      kind: 'venv',
      environmentRoot: '/env',
      sitePackages: ['/env/lib/python3.11/site-packages'],
      writable: true,
      externallyManaged: false,
      pip: '24.2',
    },
    distributions: [],
    torch: torch('2.6.0+cu124', '12.4'),
    xformers: xformers('0.0.29.post3', '2.6.0+cu124'),
    triton: known({ distribution: 'triton', version: '3.2.0' }, 'file'),
    comfyui: null,
    driver: absent('driver'),
    gpus: { state: 'unknown' },
    live: absent('probe'),
    backend: null,
    packageHealth: { leftovers: [], duplicates: [], withoutRecord: [], userSite: [] },
    heldBy: [],
    pathConfiguration: null,
    toolchain: null,
    attentionBuilds: [],
    said: [],
    ...own,
  };
}

/** NVIDIA cards of these compute capabilities ("8.9"), as a driver tells of them. */
export function cards(...capabilities: string[]): Facts['gpus'] {
  const card = { vendor: 'nvidia' as const, name: 'A card', memoryMiB: 8192 };
  return known(
    capabilities.map((computeCapability) => ({ ...card, computeCapability })),
    'driver',
  );
}

export function torch(version: string, cuda: string | null): Facts['torch'] {
  return known({ version, cuda, hip: null, xpu: null }, 'file', '/env/torch/version.py');
}

export function xformers(
  version: string,
  builtForTorch: string | null,
  hasExtensionFile = true,
): Facts['xformers'] {
  return known(
    {
      version,
      builtForTorch,
      builtForPython: '3.11.9',
      nvcc: 1204,
      hip: null,
      hasExtensionFile,
      extensionExpected: true,
      extensionSource: null,
    },
    'file',
    '/env/xformers/cpp_lib.json',
  );
}

export function distributions(...names: string[]): Facts['distributions'] {
  return names.map((name) => ({ name, version: '1.0', location: `/env/${name}`, hasRecord: true }));
}

export function live(own: Partial<LiveFacts> = {}): Facts['live'] {
  return known(
    {
      pythonVersion: '3.11.7',
      executable: '/env/bin/python',
      torch: {
        version: '2.6.0+cu124',
        cuda: '12.4',
        cudaAvailable: true,
        devices: [],
        error: null,
      },
      xformers: {
        version: '0.0.29.post3',
        error: null,
        hasAttribute: true,
        opsError: null,
        hasCppLibrary: true,
        loadError: null,
        builtForTorch: '2.6.0+cu124',
        operators: [{ name: 'cutlassF-pt', available: true }],
      },
      triton: { version: '3.2.0', error: null },
      warnings: [],
      ...own,
    },
    'probe',
  );
}
