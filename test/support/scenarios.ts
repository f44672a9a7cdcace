import { join } from 'node:path';
import { makeEnvironment, type EnvironmentParts, type TestEnvironment } from './environments.ts';
import { makeComfyUi, type ComfyUiParts } from './comfyui.ts';
import type { BuiltWheel } from './wheels/wheel.ts';
import { torchWheel } from './wheels/torch.ts';
import { xformersWheel } from './wheels/xformers.ts';
import {
  numpyWheel,
  sageattentionWheel,
  torchvisionWheel,
  tritonWheel,
} from './wheels/companions.ts';

/** The machines of the issue, by name: which packages lie in the environment. */
export const scenarios = {
  /** Everything fits. */
  healthy: () => [...torch26('cu124'), xformers26(), tritonWheel({ version: '3.2.0' })],
  /** The commonest fault: torch was upgraded, xFormers stayed. */
  mismatched: () => [
    ...torch26('cu124'),
    xformersWheel({ version: '0.0.27', torch: '2.3.1+cu121' }),
    tritonWheel({ version: '3.2.0' }),
  ],
  /** pip replaced the CUDA torch by a CPU one. */
  cpuTorch: () => [...torch26('cpu'), xformers26()],
  noXformers: () => [...torch26('cu124'), tritonWheel({ version: '3.2.0' })],
  /** Benign: nothing here needs Triton. */
  tritonMissing: () => [...torch26('cu124'), xformers26()],
  /** SageAttention imports Triton unconditionally. */
  tritonRequired: () => [
    ...torch26('cu124'),
    xformers26(),
    sageattentionWheel({ version: '1.0.6' }),
  ],
  /** The stable ABI fits, the CUDA major does not. */
  cudaMajorMismatch: () => [
    torchWheel({ version: '2.10.0+cu130' }),
    torchvisionWheel({ version: '0.25.0+cu130', torch: '2.10.0' }),
    numpyWheel({ version: '2.2.6' }),
    xformersWheel({ version: '0.0.34', torch: '2.10.0+cu128' }),
    tritonWheel({ version: '3.6.0' }),
  ],
  /** No torch at all. */
  bare: () => [],
} as const satisfies Record<string, () => BuiltWheel[]>;

export type ScenarioName = keyof typeof scenarios;

/** An environment of one of the named scenarios. */
export async function makeScenario(
  name: ScenarioName,
  parts: Omit<EnvironmentParts, 'packages'> = {},
): Promise<TestEnvironment> {
  return makeEnvironment({ ...parts, packages: scenarios[name]() });
}

export type ComfyUiScenario = { root: string; environment: TestEnvironment };

/** A ComfyUI clone with one of the named environments inside. */
export async function makeComfyUiClone(
  name: ScenarioName,
  parts: ComfyUiParts & {
    /** venv or .venv */
    folder?: 'venv' | '.venv';
    environment?: Omit<EnvironmentParts, 'packages' | 'at'>;
  } = {},
): Promise<ComfyUiScenario> {
  const root = await makeComfyUi(parts);
  const at = join(root, parts.folder ?? 'venv');
  const environment = await makeScenario(name, { ...parts.environment, at });
  return { root, environment };
}

function torch26(variant: string): BuiltWheel[] {
  return [
    torchWheel({ version: `2.6.0+${variant}` }),
    torchvisionWheel({ version: `0.21.0+${variant}`, torch: '2.6.0' }),
    numpyWheel({ version: '2.2.6' }),
  ];
}

function xformers26(): BuiltWheel {
  return xformersWheel({ version: '0.0.29.post3', torch: '2.6.0+cu124' });
}
