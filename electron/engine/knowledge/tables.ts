import { z } from 'zod';
import driverFloors from './driver-floors.json' with { type: 'json' };
import usualLaunchers from './usual-launchers.json' with { type: 'json' };
import attentionFlags from './attention-flags.json' with { type: 'json' };
import tritonLinux from './triton-linux.json' with { type: 'json' };
import tritonWindows from './triton-windows.json' with { type: 'json' };
import torchReleases from './torch-releases.json' with { type: 'json' };
import xformersReleases from './xformers-releases.json' with { type: 'json' };

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
  /** On Windows no attention operator accepts a GPU above this compute capability. */
  windowsMaxCapability: z.string().nullable(),
  source: z.string(),
});
export type XformersRelease = z.infer<typeof xformersReleaseSchema>;

const torchReleaseSchema = z.object({
  torch: z.string(),
  python: z.array(z.string()),
  cudaVariants: z.array(z.string()),
  pypiLinuxVariant: z.string(),
  torchvision: z.string(),
  torchaudio: z.string(),
  source: z.string(),
});
export type TorchRelease = z.infer<typeof torchReleaseSchema>;

const tritonLinuxSchema = z.object({
  torch: z.string(),
  triton: z.string(),
  confidence: z.string(),
  source: z.string(),
});
const tritonWindowsSchema = z.object({
  torch: z.string(),
  series: z.string().nullable(),
  below: z.string().nullable(),
  confidence: z.string(),
  source: z.string(),
});
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
export const tritonLinuxRows = rows(tritonLinuxSchema, tritonLinux);
export const tritonWindowsRows = rows(tritonWindowsSchema, tritonWindows);
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
