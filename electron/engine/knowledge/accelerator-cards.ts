import { capabilityNumber } from './gpu-names.ts';
import { attentionMinimumRows } from './limit-tables.ts';
import { everyCardIs, type Surroundings } from './surroundings.ts';

/**
 * Whether any card here runs the newest of this package by its own code; a card that nobody
 * knows refuses nothing.
 */
export function acceleratorServes(
  name: 'flash-attn' | 'sageattention',
  { platform, cards }: Pick<Surroundings, 'platform' | 'cards'>,
): boolean {
  const floors = attentionMinimumRows
    .filter((row) => row.package === name && (row.platform === null || row.platform === platform))
    .map((row) => capabilityNumber(row.minCapability) ?? 0);
  return !everyCardIs(cards, (each) => floors.some((floor) => each < floor));
}
