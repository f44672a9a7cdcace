import * as z from 'zod';
import driverFloors from './driver-floors.json' with { type: 'json' };
import usualLaunchers from './usual-launchers.json' with { type: 'json' };
import attentionFlags from './attention-flags.json' with { type: 'json' };
import torchReleases from './torch-releases.json' with { type: 'json' };
import xformersReleases from './xformers-releases.json' with { type: 'json' };

/** A compute capability as people write it: 8.9. */
export const capability = z.string().regex(/^\d+\.\d$/);

/**
 * The tables that decide. A new release of xFormers, PyTorch or Triton is a new row in the
 * JSON beside this file, with its source; no code changes. They are parsed once, so that a
 * slip in a row is found at start and in every test, not in a user's repair.
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

function rows<T extends z.ZodType>(schema: T, table: { rows: unknown[] }): z.infer<T>[] {
  return z.array(schema).parse(table.rows);
}

export const xformersReleaseRows = rows(xformersReleaseSchema, xformersReleases);
export const torchReleaseRows = rows(torchReleaseSchema, torchReleases);
const driverFloorSchema = z.object({
  cudaMajor: z.number(),
  linux: z.string(),
  windows: z.string(),
  source: z.string(),
});
export const driverFloorRows = rows(driverFloorSchema, driverFloors);
export const attentionFlagRows = rows(flagSchema, attentionFlags);
const usualLauncherSchema = z.object({ names: z.array(z.string()).min(1), source: z.string() });
export const usualLauncherRows = rows(usualLauncherSchema, usualLaunchers);
