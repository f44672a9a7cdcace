import { valueOf, type Gpu } from '../../../../shared/facts.ts';
import type { Evidence } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { cardCapability } from '../../knowledge/gpu-names.ts';
import { everyCardIs } from '../../knowledge/surroundings.ts';
import type { Clues } from './clues.ts';
import { seen } from './evidence.ts';

/** Turing: what torch dropped lies below it. */
export const oldestCommonCapability = 75;

/** `capability` is 89 for 8.9; null where neither driver nor name tells it. */
export type Card = { name: string; capability: number | null; evidence: Evidence };

/** The NVIDIA cards that torch sees, else those that the driver lists or a text names. */
export function nvidiaCards(clues: Pick<Clues, 'live' | 'gpus'>): Card[] {
  const devices = valueOf(clues.live)?.torch?.devices.filter(isNvidia) ?? [];
  const [gpus, fact] =
    devices.length > 0
      ? [devices, clues.live]
      : [(valueOf(clues.gpus) ?? []).filter(isNvidia), clues.gpus];
  return gpus.map((gpu) => {
    const capability = cardCapability(gpu);
    return {
      name: gpu.name,
      capability,
      evidence: { statement: named(gpu, capability), ...seen(fact) },
    };
  });
}

/** Cards that a test of the capability holds for; none where one may be of another kind. */
export function everyCard(cards: readonly Card[], test: (capability: number) => boolean): Card[] {
  const all = everyCardIs(
    cards.map((card) => card.capability),
    test,
  );
  return all ? [...cards] : [];
}

/** 89 for 8.9, of the card that a message speaks of: the first whose capability anybody tells. */
export function capabilityOf(clues: Pick<Clues, 'live' | 'gpus'>): number | null {
  return nvidiaCards(clues).find((card) => card.capability !== null)?.capability ?? null;
}

function isNvidia(gpu: Gpu): boolean {
  return gpu.vendor === 'nvidia';
}

function named(gpu: Gpu, capability: number | null): Evidence['statement'] {
  if (capability === null) return message('evidence.gpu', { name: gpu.name });
  const text = `${Math.floor(capability / 10)}.${capability % 10}`;
  return message('evidence.gpu-capability', { name: gpu.name, capability: text });
}

const vendorNames = { amd: 'AMD', intel: 'Intel' } as const;

/** AMD and Intel, where the machine's cards are known and none is of anybody else. */
export function otherVendors(clues: Pick<Clues, 'gpus'>): string[] {
  const gpus = valueOf(clues.gpus) ?? [];
  const names = gpus.map(({ vendor }) =>
    vendor === 'amd' || vendor === 'intel' ? vendorNames[vendor] : null,
  );
  return names.includes(null) ? [] : [...new Set(names.filter((name) => name !== null))];
}

/**
 * The same, of cards made for computing: where only the maker is known, it may be the graphics
 * part of a processor, and nothing was lost.
 */
export function onlyOtherVendors(clues: Pick<Clues, 'gpus' | 'driver'>): boolean {
  const gpus = valueOf(clues.gpus) ?? [];
  const named = gpus.some(({ name }) => /\b(radeon|instinct|arc)\b/i.test(name));
  return named && clues.driver.state !== 'known' && otherVendors(clues).length > 0;
}
