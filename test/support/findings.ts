import {
  absent,
  known,
  type AttentionBuild,
  type Facts,
  type Gpu,
  type LiveFacts,
} from '../../shared/facts.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Cause } from '../../shared/taxonomy.ts';
import { rules } from '../../electron/engine/diagnosis/rules/index.ts';
import { factsWith, live } from './facts.ts';

/** What all rules say of facts that differ from a healthy environment in what is given. */
export function findingsOf(own: Partial<Facts>): Finding[] {
  return rules.flatMap((rule) => rule(factsWith(own)));
}

/** The finding of one cause as "severity, confidence"; null where there is none. */
export function verdictOn(own: Partial<Facts>, cause: Cause): string | null {
  const found = findingsOf(own).find((each) => each.cause === cause);
  return found ? `${found.severity}, ${found.confidence}` : null;
}

export function evidenceOf(own: Partial<Facts>, cause: Cause): string[] {
  const found = findingsOf(own).find((each) => each.cause === cause);
  return (found?.evidence ?? []).map((each) => each.statement.key);
}

const capabilities: Record<string, string> = {
  'GTX 1080': '6.1',
  'TITAN V': '7.0',
  'RTX 2080': '7.5',
  'RTX 3060': '8.6',
  'RTX 4090': '8.9',
  'RTX 5090': '12.0',
  'GT 710': '3.5',
};

function card(name: string): Gpu {
  return {
    vendor: 'nvidia',
    name: `NVIDIA GeForce ${name}`,
    computeCapability: capabilities[name] ?? null,
    memoryMiB: 8192,
  };
}

export function cards(...names: string[]): Facts['gpus'] {
  return known(names.map(card), 'driver', 'nvidia-smi');
}

export function driver(version: string | null): Facts['driver'] {
  return known({ version }, 'driver', 'nvidia-smi');
}

/** Installed packages as "name==version". */
export function packages(...specs: string[]): Facts['distributions'] {
  return specs.map((spec) => {
    const [name = '', version = ''] = spec.split('==');
    return { name, version, location: `/env/${name}-${version}.dist-info`, hasRecord: true };
  });
}

export function comfyui(...flags: string[]): Facts['comfyui'] {
  return { version: '0.3.64', flags };
}

export function using(backend: 'xformers' | 'pytorch' | 'split' | 'sub_quad'): Facts['backend'] {
  return { backend, reason: { key: 'backend.last' } };
}

export function liveTorch(own: Partial<NonNullable<LiveFacts['torch']>>): Facts['live'] {
  return live({
    torch: {
      version: '2.6.0+cu124',
      cuda: '12.4',
      cudaAvailable: true,
      devices: [],
      error: null,
      ...own,
    },
  });
}

export const noXformers: Partial<Facts> = { xformers: absent('file'), comfyui: comfyui() };

/** The files of a SageAttention or flash-attn wheel, whole unless a test says otherwise. */
export function attentionBuild(own: Partial<AttentionBuild>): AttentionBuild {
  return {
    name: 'sageattention',
    version: '2.2.0',
    wheel: null,
    compiled: [],
    importable: true,
    ...own,
  };
}

/** A live Python that tried to import one module. */
export function imported(module: string, error: string | null): Facts['live'] {
  const answer = live({ torch: null, xformers: null });
  if (answer.state !== 'known') throw new Error('not live');
  return known({ ...answer.value, imports: [{ module, error }] }, 'probe');
}
