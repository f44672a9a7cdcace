import { valueOf } from '../../../../shared/facts.ts';
import type { Surroundings } from '../../knowledge/surroundings.ts';
import type { Clues } from './clues.ts';
import { installed } from './evidence.ts';
import { nvidiaCards } from './graphics-cards.ts';

/** What a package has to go with here; null where no torch is known. */
export function surroundingsOf(clues: Clues): Surroundings | null {
  const torch = valueOf(clues.torch);
  return torch && { torch, ...besideTorch(clues) };
}

/** All of it but torch, for one that is yet to come. */
export function besideTorch(clues: Clues): Omit<Surroundings, 'torch'> {
  return {
    platform: clues.platform,
    architecture: clues.architecture ?? null,
    torchArchitectures: valueOf(clues.live)?.torch?.architectures ?? null,
    driver: valueOf(clues.driver)?.version ?? null,
    python: clues.interpreter?.version ?? null,
    cards: nvidiaCards(clues).map((card) => card.capability),
    flashAttn: installed(clues, 'flash-attn'),
  };
}
