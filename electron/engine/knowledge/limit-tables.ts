import * as z from 'zod';
import attentionMinimums from './attention-minimums.json' with { type: 'json' };
import companionCuda from './companion-cuda.json' with { type: 'json' };
import kitchenFloors from './kitchen-floors.json' with { type: 'json' };
import numpyAbi from './numpy-abi.json' with { type: 'json' };
import stableCompanions from './stable-companions.json' with { type: 'json' };
import tritonGpuFloors from './triton-gpu-floors.json' with { type: 'json' };
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

export const attentionMinimumRows = z.array(attentionMinimumSchema).parse(attentionMinimums.rows);
export const tritonGpuFloorRows = z.array(tritonGpuFloorSchema).parse(tritonGpuFloors.rows);
export const stableCompanionRows = z.array(stableCompanionSchema).parse(stableCompanions.rows);
export const kitchenFloorRows = z.array(kitchenFloorSchema).parse(kitchenFloors.rows);
export const companionCudaRows = z.array(companionCudaSchema).parse(companionCuda.rows);
export const numpyAbiRows = z.array(numpyAbiSchema).parse(numpyAbi.rows);
