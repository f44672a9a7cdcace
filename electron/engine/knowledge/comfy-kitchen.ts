import type { TorchBuild } from '../../../shared/facts.ts';
import { minorOf, plainVersion } from './cuda-family.ts';
import { capabilityNumber } from './gpu-names.ts';
import { attentionMinimumRows, kitchenFloorRows } from './limit-tables.ts';
import { everyCardIs, type Cards } from './surroundings.ts';
import { compareNumbers, isRelease, isWithin } from './versions.ts';

/** The torch that this comfy-kitchen needs to be imported at all; null where this one will do. */
export function kitchenTorchFloor(kitchen: string, torch: TorchBuild): string | null {
  if (!isRelease(torch.version)) return null;
  const row = kitchenFloorRows.findLast((each) => isWithin(kitchen, each.from, null));
  if (!row) return null;
  return compareNumbers(minorOf(torch.version), row.torchFrom) < 0 ? row.torchFrom : null;
}

/** Whether its int8 attention can run: false where this version or every card lacks it. */
export function kitchenHasAttention(kitchen: string, cards: Cards): boolean {
  const row = attentionMinimumRows.find(
    (each) => each.package === 'comfy-kitchen' && isWithin(plainVersion(kitchen), each.from, null),
  );
  const floor = row ? capabilityNumber(row.minCapability) : null;
  return row !== undefined && !everyCardIs(cards, (each) => each < (floor ?? 0));
}
