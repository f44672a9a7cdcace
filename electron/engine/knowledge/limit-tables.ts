import * as z from 'zod';
import { liveRows } from './live-tables.ts';
import { capability } from './tables.ts';

/** The tables of what goes with which GPU and beside which package; each row has its source. */
const platform = z.enum(['win32', 'linux', 'darwin']);
const source = z.string().min(1);
const version = z.string().regex(/^\d/);

const attentionMinimumSchema = z.object({
  package: z.enum(['flash-attn', 'sageattention', 'comfy-kitchen']),
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
const kitchenFloorSchema = z.object({ from: version, torchFrom: version, source });
const companionCudaSchema = z.object({
  name: z.enum(['torchvision', 'torchaudio']),
  from: version,
  same: z.enum(['major', 'family']),
  source,
});
const numpyAbiSchema = z.object({
  package: z.string(),
  below: version,
  platform: platform.nullable(),
  source,
});

export const attentionMinimumRows = liveRows('attention-minimums', attentionMinimumSchema);
export const tritonGpuFloorRows = liveRows('triton-gpu-floors', tritonGpuFloorSchema);
export const stableCompanionRows = liveRows('stable-companions', stableCompanionSchema);
export const kitchenFloorRows = liveRows('kitchen-floors', kitchenFloorSchema);
export const companionCudaRows = liveRows('companion-cuda', companionCudaSchema);
export const numpyAbiRows = liveRows('numpy-abi', numpyAbiSchema);
