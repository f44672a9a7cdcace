import { known, unknown, type Facts, type Gpu, type Platform } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Said } from '../../../shared/said.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import type { StatedFacts } from '../../../shared/stated-facts.ts';
import type { Clues } from '../diagnosis/evidence/clues.ts';
import { hear, type Heard } from '../diagnosis/evidence/heard.ts';
import { gpuNamed } from '../knowledge/gpu-names.ts';
import { torchOfVersion } from '../knowledge/torch-of-version.ts';
import { attentionInUse } from './attention-in-use.ts';
import { flagsOf } from './log-flags.ts';
import { platformOf } from './log-platform.ts';

/**
 * What a log and its owner tell, in the form that rules read. What nobody tells is unknown;
 * a log never says that something is absent.
 */
export function cluesOfLog(said: readonly Said[], stated: StatedFacts | null): Clues {
  const heard = hear(said);
  const platform = platformOf(said, stated);
  const flags = flagsOf(heard, stated);
  const backend = attentionInUse(said, stated).last;
  return {
    platform,
    interpreter: null,
    distributions: null,
    packageHealth: null,
    pathConfiguration: null,
    torch: torchOf(heard, stated),
    xformers: xformersOf(heard, stated),
    triton: tritonOf(stated, platform),
    comfyui: { version: valueOfAny(said, 'comfyui') ?? stated?.comfyui ?? null, flags },
    backend: backend && { backend, reason: message('log.backend-said') },
    driver: driverOf(said, stated),
    gpus: gpusOf(heard, said, stated),
    live: unknown(),
    said,
    ...(stated ? { stated } : {}),
  };
}

/** An environment and a log of the same machine: what was seen there, and what was said here. */
export function cluesWithFacts(facts: Facts, said: readonly Said[]): Clues {
  return { ...facts, said: [...facts.said, ...said] };
}

/** The last value of that name that any message gave. */
export function valueOfAny(said: readonly Said[], name: string): string | null {
  return said.findLast((each) => each.values[name] !== undefined)?.values[name] ?? null;
}

function torchOf(heard: Heard, stated: StatedFacts | null): Facts['torch'] {
  const banner = heard.first('XF_BUILT_FOR_TORCH')?.values['torch'];
  const shown = heard.all(...torchIds).map((each) => each.values['torch'] ?? each.values['torch2']);
  // A long log may hold other starts, on other versions: its owner knows which one he means.
  for (const version of [banner, stated?.torch, fullestOf(shown)]) {
    const build = version === undefined ? null : torchOfVersion(version);
    if (build) return known(build, version === stated?.torch ? 'report' : 'log');
  }
  return unknown();
}

/** The last version that is shown, with its build where another line of the same version names one. */
function fullestOf(shown: readonly (string | undefined)[]): string | undefined {
  const last = shown.findLast((each) => each !== undefined);
  if (last === undefined || last.includes('+')) return last;
  return shown.findLast((each) => each?.startsWith(`${last}+`)) ?? last;
}

const torchIds: readonly SignatureId[] = [
  'FACT_TORCH_COMFYUI',
  'FACT_TORCH_REPORT',
  'FACT_TORCH_FOOTER',
  'FACT_TORCH_PIP_LIST',
  'FACT_TORCH_PIP_TABLE',
  'FACT_TORCH_RUNNING',
  'FACT_TORCH_XINFO',
  'FACT_TORCH_USING',
  'FACT_TORCH_DETECTED',
  // What pip has just put in is there from then on.
  'PIP_INSTALLED_TORCH',
];

function xformersOf(heard: Heard, stated: StatedFacts | null): Facts['xformers'] {
  const banner = heard.first('XF_BUILT_FOR_TORCH')?.values;
  const shown = heard.first('FACT_XFORMERS_VERSION', 'FACT_XFORMERS_FOOTER', 'FACT_XFORMERS_INFO');
  const version = shown?.values['xformers'] ?? stated?.xformers;
  const builtForTorch =
    banner?.['built'] ?? heard.first('FACT_XINFO_BUILT')?.values['built'] ?? null;
  if (version === undefined) return unknown();
  return known(
    {
      version,
      builtForTorch,
      builtForPython: heard.first('XF_BUILT_FOR_PYTHON')?.values['built'] ?? null,
      nvcc: null,
      hip: null,
      hasExtensionFile: true,
      extensionExpected: false,
      extensionSource: null,
    },
    shown || banner ? 'log' : 'report',
  );
}

function tritonOf(stated: StatedFacts | null, platform: Platform | null): Facts['triton'] {
  if (stated?.triton === undefined) return unknown();
  const distribution = platform === 'win32' ? 'triton-windows' : 'triton';
  return known({ distribution, version: stated.triton }, 'report');
}

function driverOf(said: readonly Said[], stated: StatedFacts | null): Facts['driver'] {
  const version = valueOfAny(said, 'driver') ?? stated?.driver ?? null;
  return version === null ? unknown() : known({ version }, 'log');
}

/** What its owner says counts most, then the device that was used, then any name in the text. */
function gpusOf(heard: Heard, said: readonly Said[], stated: StatedFacts | null): Facts['gpus'] {
  const used = heard
    .all('FACT_DEVICE', 'FACT_DEVICE_REPORT', 'FACT_XINFO_GPU', 'FACT_GPU_LISTED')
    .map((each) => each.values['gpu']);
  const arch = heard.first('FACT_AMD_ARCH')?.values['arch'];
  const device = heard.first('FACT_DEVICE')?.values['device'];
  const loose = heard.all('FACT_GPU_NAMED').map((each) => each.values['gpu']);
  const incompatible = heard.all('PT_NOT_COMPATIBLE_GPU').map((each) => each.values['gpu']);
  const names = [arch, ...used, ...incompatible, device === 'mps' ? 'Apple mps' : undefined];
  const candidates = [stated?.gpu, ...names, ...loose];
  const gpu = candidates.flatMap((name) => (name ? [gpuNamed(name)] : [])).find(Boolean) ?? null;
  const capability = spokenCapability(said);
  if (gpu) {
    const exact = gpu.vendor === 'nvidia' ? (capability ?? gpu.computeCapability) : null;
    return known([{ ...gpu, computeCapability: exact }], 'log');
  }
  if (capability === null) return unknown();
  const nameless: Gpu = {
    vendor: 'nvidia',
    name: 'NVIDIA',
    computeCapability: capability,
    memoryMiB: null,
  };
  return known([nameless], 'log');
}

/** The compute capability that a message names: "(12, 0)", "sm_120", "8.9". */
function spokenCapability(said: readonly Said[]): string | null {
  for (const { values } of said) {
    const spoken = /^(\d+)(?:\.|, )(\d)/.exec(values['capability'] ?? '');
    if (spoken) return `${spoken[1] ?? ''}.${spoken[2] ?? ''}`;
    const sm = /^(?:sm_)?(\d+)(\d)[a-z]?$/.exec(values['arch'] ?? '');
    if (sm) return `${sm[1] ?? ''}.${sm[2] ?? ''}`;
  }
  return null;
}
