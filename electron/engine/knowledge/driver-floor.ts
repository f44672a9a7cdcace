import type { Platform, TorchBuild } from '../../../shared/facts.ts';
import { familyOfTorch } from './cuda-family.ts';
import { driverFloorRows } from './tables.ts';
import { compareNumbers } from './versions.ts';

/**
 * The oldest driver that serves this torch, or null where the table has none. Wheels bring
 * their CUDA runtime along, so the floor is that of its major version, not of the toolkit.
 */
export function oldestDriver(torch: TorchBuild, platform: Platform): string | null {
  const major = familyOfTorch(torch)?.major;
  const row = driverFloorRows.find((each) => each.cudaMajor === major);
  if (!row || platform === 'darwin') return null;
  return platform === 'win32' ? row.windows : row.linux;
}

/** null: not known of one of the two. */
export function driverServes(
  torch: TorchBuild,
  platform: Platform | null,
  driver: string | null,
): boolean | null {
  const floor = platform && oldestDriver(torch, platform);
  if (!floor || driver === null || !/^\d+(\.\d+)*$/.test(driver)) return null;
  return compareNumbers(driver, floor) >= 0;
}
