import type { Platform, TorchBuild } from '../../../shared/facts.ts';
import { minorOf, plainVersion, vendorOfTorch } from './cuda-family.ts';
import { capabilityNumber } from './gpu-names.ts';
import { tritonGpuFloorRows } from './limit-tables.ts';
import { everyCardIs, type Surroundings } from './surroundings.ts';
import { torchReleaseRows } from './tables.ts';
import { torchReleaseOf, torchServesCards } from './torch-choice.ts';
import { compare, compareNumbers, isRelease, isWithin } from './versions.ts';

/** `number` is what a sentence calls it: 3.5.1, or a series (3.5) on Windows. */
export type TritonChoice = {
  distribution: 'triton' | 'triton-windows';
  number: string;
  requirement: string;
  inferred: boolean;
};

/** The Triton that goes with this torch, Python and card; null where there is none. */
export function tritonFor(here: Surroundings): TritonChoice | null {
  const { torch, platform, architecture, python, cards } = here;
  // ROCm and XPU have a Triton of their own, which torch brings along.
  if (!platform || platform === 'darwin' || vendorOfTorch(torch) !== 'cuda') return null;
  if (architecture !== null && architecture !== 'x64') return null;
  const choice = platform === 'win32' ? onWindows(torch, python) : onLinux(torch);
  if (!choice || !torchServesCards(here)) return null;
  return everyCardIs(cards, (each) => !tritonServes(choice.number, each)) ? null : choice;
}

/** torch pins its Triton: exactly, or to the patch releases of a series (~=3.8.0). */
function onLinux(torch: TorchBuild): TritonChoice | null {
  const plain = plainVersion(torch.version);
  const pin = torchReleaseOf(plain)?.tritonLinux.findLast(
    (each) => compare(plain, each.fromTorch) >= 0,
  );
  if (!pin) return null;
  return {
    distribution: 'triton',
    number: pin.requirement.slice(2),
    requirement: `triton${pin.requirement}`,
    inferred: pin.confidence === 'inferred',
  };
}

/** torch asks for none on Windows: triton-windows has a series for each. */
function onWindows(torch: TorchBuild, python: string | null): TritonChoice | null {
  const row = torchReleaseOf(torch.version)?.tritonWindows;
  if (!row) return null;
  const { series, oldestPython, newestPython } = row;
  const minor = python && minorOf(python);
  const hasWheel =
    minor === null ||
    (compareNumbers(minor, oldestPython) >= 0 && compareNumbers(minor, newestPython) <= 0);
  if (!hasWheel) return null;
  return {
    distribution: 'triton-windows',
    number: series,
    requirement: `triton-windows==${series}.*`,
    inferred: false,
  };
}

/** The newest torch (2.14) that has a Triton for Windows, where this one is newer than that; else null. */
export function newestTorchBefore(torch: TorchBuild): string | null {
  const served = torchReleaseRows.filter((row) => row.tritonWindows !== null);
  const newest =
    served
      .map((row) => row.torch)
      .sort(compareNumbers)
      .at(-1) ?? null;
  const isNewer = newest !== null && compareNumbers(minorOf(torch.version), newest) > 0;
  return isNewer && torchReleaseOf(torch.version) !== null ? newest : null;
}

/** The series of Triton (3.4) that goes with this torch; null where no table says it. */
export function tritonSeriesFor(torch: TorchBuild, platform: Platform): string | null {
  if (!isRelease(torch.version) || vendorOfTorch(torch) !== 'cuda') return null;
  const choice = platform === 'win32' ? onWindows(torch, null) : onLinux(torch);
  return choice && minorOf(choice.number);
}

/** Whether a Triton compiles for a GPU (89 is capability 8.9). */
function tritonServes(triton: string, capability: number): boolean {
  const row = rowFor(capability);
  return row !== null && isWithin(plainVersion(triton), row.oldest, row.below);
}

/** The first Triton that compiles for a GPU; null where it always did, or never. */
export function oldestTritonFor(capability: number): string | null {
  return rowFor(capability)?.oldest ?? null;
}

/** The oldest capability (7.5) that this Triton compiles for; null for the Triton: any that there is. */
export function oldestCapabilityFor(triton: string | null): string | null {
  const serving = tritonGpuFloorRows.filter(
    (row) => triton === null || isWithin(triton, row.oldest, row.below),
  );
  return serving.map((row) => row.minCapability).sort(compareNumbers)[0] ?? null;
}

function rowFor(capability: number) {
  return (
    tritonGpuFloorRows.find(
      (each) =>
        capability >= (capabilityNumber(each.minCapability) ?? 0) &&
        capability < (capabilityNumber(each.belowCapability) ?? Infinity),
    ) ?? null
  );
}
