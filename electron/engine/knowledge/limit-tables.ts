import { z } from 'zod';
import attentionMinimums from './attention-minimums.json' with { type: 'json' };
import flashAttnRanges from './flash-attn-ranges.json' with { type: 'json' };
import gpuArchitectures from './gpu-architectures.json' with { type: 'json' };
import numpyAbi from './numpy-abi.json' with { type: 'json' };
import stableCompanions from './stable-companions.json' with { type: 'json' };
import tritonGpuFloors from './triton-gpu-floors.json' with { type: 'json' };
import xformersGpuLimits from './xformers-gpu-limits.json' with { type: 'json' };

/** The tables of what goes with which GPU and beside which package; each row has its source. */
const platform = z.enum(['win32', 'linux', 'darwin']);
const source = z.string().min(1);
const version = z.string().regex(/^\d/);
const capability = z.string().regex(/^\d+\.\d$/);

const architectureSchema = z.object({
  variant: z.string(),
  torch: z.string(),
  architectures: z.array(z.string().regex(/^sm_\d+$/)),
  source,
});
const flashAttnRangeSchema = z.object({
  from: version,
  below: version,
  oldest: version,
  newest: version,
  compared: z.enum(['numbers', 'versions']),
  source,
});
const xformersGpuLimitSchema = z.object({
  platform,
  from: version,
  below: version.nullable(),
  maxCapability: capability,
  flashHelps: z.boolean(),
  source,
});
const attentionMinimumSchema = z.object({
  package: z.enum(['flash-attn', 'sageattention']),
  from: version,
  platform: platform.nullable(),
  minCapability: capability,
  source,
});
const tritonGpuFloorSchema = z.object({
  minCapability: capability,
  belowCapability: capability.nullable(),
  oldest: version.nullable(),
  below: version.nullable(),
  source,
});
const stableCompanionSchema = z.object({
  name: z.enum(['torchvision', 'torchaudio']),
  from: version,
  torchFrom: version,
  source,
});
const numpyAbiSchema = z.object({
  package: z.string(),
  below: version,
  platform: platform.nullable(),
  source,
});

export const architectureRows = z.array(architectureSchema).parse(gpuArchitectures.rows);
export const flashAttnRangeRows = z.array(flashAttnRangeSchema).parse(flashAttnRanges.rows);
export const xformersGpuLimitRows = z.array(xformersGpuLimitSchema).parse(xformersGpuLimits.rows);
export const attentionMinimumRows = z.array(attentionMinimumSchema).parse(attentionMinimums.rows);
export const tritonGpuFloorRows = z.array(tritonGpuFloorSchema).parse(tritonGpuFloors.rows);
export const stableCompanionRows = z.array(stableCompanionSchema).parse(stableCompanions.rows);
export const numpyAbiRows = z.array(numpyAbiSchema).parse(numpyAbi.rows);
