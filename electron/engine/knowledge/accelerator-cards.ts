import { vendorOfTorch } from './cuda-family.ts';
import { capabilityNumber } from './gpu-names.ts';
import { attentionMinimumRows } from './limit-tables.ts';
import { everyCardIs, type Surroundings } from './surroundings.ts';

/**
 * Whether this torch and any card here run the newest of this package by its own code, wherever its
 * wheel comes from; a card that nobody knows refuses nothing.
 */
export function acceleratorServes(
  name: 'flash-attn' | 'sageattention',
  { torch, platform, cards }: Pick<Surroundings, 'torch' | 'platform' | 'cards'>,
): boolean {
  if (vendorOfTorch(torch) !== 'cuda') return false;
  const floors = attentionMinimumRows
    .filter((row) => row.package === name && (row.platform === null || row.platform === platform))
    .map((row) => capabilityNumber(row.minCapability) ?? 0);
  return !everyCardIs(cards, (each) => floors.some((floor) => each < floor));
}
