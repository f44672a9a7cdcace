import * as z from 'zod';
import { liveRows } from './live-tables.ts';

/** A compute capability as people write it: 8.9. */
export const capability = z.string().regex(/^\d+\.\d$/);

/**
 * The tables that decide. A new release of xFormers, PyTorch or Triton is a new row in the
 * JSON beside this file, with its source; no code changes.
 */
const xformersReleaseSchema = z.object({
  version: z.string(),
  released: z.string(),
  builtForTorch: z.string(),
  /** What the wheel's metadata asks of torch, as a PEP 440 specifier. */
  torchRequirement: z.string(),
  python: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('list'), versions: z.array(z.string()) }),
    z.object({ kind: z.literal('from'), version: z.string() }),
  ]),
  cudaLinux: z.array(z.string()),
  cudaWindows: z.array(z.string()),
  rocmLinux: z.array(z.string()),
  /** The one CUDA family that the default index carries. */
  pypiVariant: z.string(),
  pypiHasWindowsWheel: z.boolean(),
  /** Loads beside any later torch of the same CUDA major. */
  stableAbi: z.boolean(),
  /** Dispatches to a flash kernel that Windows torch lacks: USE_FLASH_ATTENTION error. */
  brokenOnWindows: z.boolean(),
  /** On a platform no attention kernel takes a GPU above a compute capability. */
  gpuLimits: z.array(
    z.object({
      platform: z.enum(['win32', 'linux']),
      maxCapability: capability,
      /** A flash-attn package in its range brings a kernel that does. */
      flashHelps: z.boolean(),
      source: z.string().min(1),
    }),
  ),
  /** The flash-attn that it accepts beside it; null where it stops at none. */
  flashAttn: z
    .object({
      oldest: z.string(),
      newest: z.string(),
      compared: z.enum(['numbers', 'versions']),
      source: z.string().min(1),
    })
    .nullable(),
  source: z.string(),
});
export type XformersRelease = z.infer<typeof xformersReleaseSchema>;

const torchReleaseSchema = z.object({
  torch: z.string(),
  python: z.array(z.string()),
  /** The families with wheels, and the GPU architectures inside of the x86-64 ones, and of the ARM ones where they are known. */
  cuda: z.array(
    z.object({
      variant: z.string(),
      architectures: z.array(z.string().regex(/^sm_\d+$/)).min(1),
      armArchitectures: z
        .array(z.string().regex(/^sm_\d+$/))
        .min(1)
        .optional(),
    }),
  ),
  pypiLinuxVariant: z.string(),
  torchvision: z.string(),
  torchaudio: z.string(),
  /** What its Linux wheels ask of Triton, from a patch release on. */
  tritonLinux: z.array(
    z.object({
      fromTorch: z.string(),
      requirement: z.string().regex(/^(==|~=)\d+\.\d+\.\d+$/),
      confidence: z.enum(['measured', 'reported', 'inferred']),
      source: z.string().min(1),
    }),
  ),
  /** The series of triton-windows for it, and the Pythons that it has wheels for. */
  tritonWindows: z
    .object({
      series: z.string(),
      oldestPython: z.string(),
      newestPython: z.string(),
      source: z.string().min(1),
    })
    .nullable(),
  source: z.string(),
});
export type TorchRelease = z.infer<typeof torchReleaseSchema>;

const flagSchema = z.object({
  flag: z.string(),
  group: z.string(),
  effect: z.string(),
  note: z.string(),
  source: z.string(),
});

export const xformersReleaseRows = liveRows('xformers-releases', xformersReleaseSchema);
export const torchReleaseRows = liveRows('torch-releases', torchReleaseSchema);
const driverFloorSchema = z.object({
  cudaMajor: z.number(),
  linux: z.string(),
  windows: z.string(),
  source: z.string(),
});
export const driverFloorRows = liveRows('driver-floors', driverFloorSchema);
export const attentionFlagRows = liveRows('attention-flags', flagSchema);
const usualLauncherSchema = z.object({ names: z.array(z.string()).min(1), source: z.string() });
export const usualLauncherRows = liveRows('usual-launchers', usualLauncherSchema);
