import { absent, known, type Facts } from '../../shared/facts.ts';
import type { Environment, Install } from '../../shared/install.ts';

/** Building blocks of the sample sessions: one git clone with its venv, and what was seen there. */
export const targetId = 'install-1';
export const root = '/home/mei/ComfyUI';

export function sampleInstall(changes: Partial<Install> = {}): Install {
  return {
    id: targetId,
    name: 'ComfyUI',
    kind: 'git_clone',
    sourceRoot: root,
    dataRoot: root,
    userDir: `${root}/user`,
    python: {
      executable: `${root}/venv/bin/python`,
      version: '3.11.9',
      environmentRoot: `${root}/venv`,
      runnable: true,
    },
    comfyui: { version: '0.3.75' },
    launchers: [],
    running: false,
    problems: [],
    ...changes,
  };
}

export function sampleEnvironment(changes: Partial<Environment> = {}): Environment {
  return {
    id: 'environment-1',
    executable: `${root}/venv/bin/python`,
    version: '3.11.9',
    kind: 'venv',
    environmentRoot: `${root}/venv`,
    problems: [],
    ...changes,
  };
}

export function sampleFacts(changes: Partial<Facts> = {}): Facts {
  return {
    platform: 'linux',
    architecture: 'x64',
    interpreter: {
      executable: `${root}/venv/bin/python`,
      version: '3.11.9',
      kind: 'venv',
      environmentRoot: `${root}/venv`,
      sitePackages: [`${root}/venv/lib/python3.11/site-packages`],
      writable: true,
      externallyManaged: false,
      pip: '24.0',
    },
    distributions: [],
    torch: known({ version: '2.6.0+cu124', cuda: '12.4', hip: null, xpu: null }, 'file'),
    xformers: known(
      {
        version: '0.0.27',
        builtForTorch: '2.3.1+cu121',
        builtForPython: '3.11.9',
        nvcc: 1201,
        hip: null,
        hasExtensionFile: true,
        extensionExpected: true,
        extensionSource: null,
      },
      'file',
    ),
    triton: known({ distribution: 'triton', version: '3.2.0' }, 'file'),
    comfyui: { version: '0.3.75', flags: [] },
    driver: known({ version: '560.35.03' }, 'driver'),
    gpus: known(
      [
        {
          vendor: 'nvidia',
          name: 'NVIDIA GeForce RTX 4090',
          computeCapability: '8.9',
          memoryMiB: 24564,
        },
      ],
      'driver',
    ),
    live: absent('probe'),
    backend: { backend: 'pytorch', reason: { key: 'backend.pytorch' } },
    packageHealth: { leftovers: [], duplicates: [], withoutRecord: [], userSite: [] },
    heldBy: [],
    pathConfiguration: null,
    toolchain: null,
    attentionBuilds: [],
    said: [],
    ...changes,
  };
}
