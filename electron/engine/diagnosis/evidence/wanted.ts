import { valueOf } from '../../../../shared/facts.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { avoidsGpu, hasFlag } from '../../knowledge/launch-flags.ts';
import type { Clues } from './clues.ts';
import { installed } from './evidence.ts';

/** What this environment asks of its packages: what nobody asks for is nobody's fault. */
function flagsOf(clues: Pick<Clues, 'comfyui'>): readonly string[] {
  return clues.comfyui?.flags ?? [];
}

export function isFlagged(clues: Pick<Clues, 'comfyui'>, flag: string): boolean {
  return hasFlag(flagsOf(clues), flag);
}

export const sageFlag = '--use-sage-attention';
export const flashFlag = '--use-flash-attention';
export const kitchenFlag = '--use-ck-attention';

/** SageAttention imports Triton unconditionally, so who has it or asks for it needs Triton. */
function needsTriton(clues: Clues): boolean {
  return isFlagged(clues, sageFlag) || installed(clues, 'sageattention') !== null;
}

/**
 * How much trouble with Triton matters. On Linux it comes with torch, so its presence says
 * nothing about what is wanted; on Windows somebody installed it. null: nobody needs it.
 */
export function tritonConcern(clues: Clues): 'error' | 'warning' | null {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) !== 'cuda' || clues.triton.state !== 'known') return null;
  if (needsTriton(clues)) return 'error';
  return clues.platform === 'win32' ? 'warning' : null;
}

/** Whether xFormers would do the work: ComfyUI chooses it, or there is none and anyone may. */
export function usesXformers(clues: Pick<Clues, 'comfyui' | 'backend'>): boolean {
  return clues.backend === null ? true : clues.backend.backend === 'xformers';
}

/** How the import of a companion went in a live Python; null where it was not tried. */
export function liveImport(
  clues: Pick<Clues, 'live'>,
  module: string,
): { error: string | null } | null {
  return valueOf(clues.live)?.imports?.find((each) => each.module === module) ?? null;
}

/** Nothing here is meant to run on a GPU. */
export function runsWithoutGpu(clues: Pick<Clues, 'comfyui'>): boolean {
  return avoidsGpu(flagsOf(clues));
}
