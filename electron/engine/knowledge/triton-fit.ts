import type { Platform, TorchBuild } from '../../../shared/facts.ts';
import { minorOf, plainVersion, vendorOfTorch } from './cuda-family.ts';
import { tritonGpuFloorRows } from './limit-tables.ts';
import { tritonLinuxRows, tritonWindowsRows } from './tables.ts';
import { capabilityNumber } from './gpu-names.ts';
import { isRelease, isWithin } from './versions.ts';

/** The series of Triton (3.4) that goes with this torch; null where no table says it. */
export function tritonSeriesFor(torch: TorchBuild, platform: Platform): string | null {
  if (!isRelease(torch.version) || vendorOfTorch(torch) !== 'cuda') return null;
  const minor = minorOf(torch.version);
  if (platform === 'win32') {
    return tritonWindowsRows.find((row) => row.torch === minor)?.series ?? null;
  }
  const plain = plainVersion(torch.version);
  const row =
    tritonLinuxRows.find((each) => each.torch === plain) ??
    tritonLinuxRows.find((each) => minorOf(each.torch) === minor);
  return row ? minorOf(row.triton) : null;
}

/** Which Triton a GPU asks for (89 is capability 8.9), where this one is not it. */
export function tritonGpuLimit(
  triton: string,
  capability: number,
): { oldest: string | null; below: string | null } | null {
  const row = tritonGpuFloorRows.find(
    (each) =>
      capability >= (capabilityNumber(each.minCapability) ?? 0) &&
      capability < (capabilityNumber(each.belowCapability) ?? Infinity),
  );
  if (!row || isWithin(plainVersion(triton), row.oldest, row.below)) return null;
  return { oldest: row.oldest, below: row.below };
}
