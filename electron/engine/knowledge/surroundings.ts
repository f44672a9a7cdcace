import type { Platform, TorchBuild } from '../../../shared/facts.ts';

/**
 * What a package has to go with. Planner and rules ask the same functions with it, so that
 * nothing is chosen which would be judged afterwards. null is not known, and refuses nothing.
 */
export type Surroundings = {
  torch: TorchBuild;
  platform: Platform | null;
  /** Of the processor: x64, arm64. */
  architecture: string | null;
  /** What torch itself says that it was compiled for: sm_86, compute_90. */
  torchArchitectures: readonly string[] | null;
  /** The version of NVIDIA's driver. */
  driver: string | null;
  python: string | null;
  cards: Cards;
  /** The flash-attn beside it; null where none is known. */
  flashAttn: string | null;
};

/** The capabilities of all NVIDIA cards that may do the work, 89 for 8.9; null where unknown. */
export type Cards = readonly (number | null)[];

/**
 * Which card counts where there are several: any may do the work, so a limit holds only where
 * it is that of every card, and not where one of them is unknown.
 */
export function everyCardIs(cards: Cards, test: (capability: number) => boolean): boolean {
  return cards.length > 0 && cards.every((each) => each !== null && test(each));
}
