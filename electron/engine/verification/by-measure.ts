import { valueOf, type Facts } from '../../../shared/facts.ts';
import { kernelBackendNames, type KernelBackend } from '../../../shared/kernel-backends.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Backend, Measurement, Recommendation } from '../../../shared/verification.ts';
import { hasFlag } from '../knowledge/launch-flags.ts';

type Choice = { id: KernelBackend; backend: Backend; flag: string | null; exact: boolean };

/** What a ComfyUI can be told to use. Those that compute in 8 bits change the picture a little. */
export const choices: readonly Choice[] = [
  { id: 'sdpa', backend: 'pytorch', flag: '--use-pytorch-cross-attention', exact: true },
  { id: 'xformers', backend: 'xformers', flag: null, exact: true },
  { id: 'flash-attn', backend: 'flash', flag: '--use-flash-attention', exact: true },
  { id: 'sageattention', backend: 'sage', flag: '--use-sage-attention', exact: false },
  { id: 'comfy-kitchen', backend: 'comfy_kitchen', flag: '--use-ck-attention', exact: false },
];

/** Less than this is not worth a flag: the spread of a measurement, and what people can feel. */
const worthIt = 1.1;

/**
 * The recommendation by what was timed on this card; null where PyTorch's own was not. Exact
 * attentions come first; one in 8 bits is recommended only where it is faster by half again, and
 * with its error. Pure.
 */
export function byMeasure(facts: Facts, rows: readonly Measurement[]): Recommendation | null {
  if (!rows.some((each) => each.backend === 'sdpa')) return null;
  const others = choices.slice(1).flatMap((choice) => {
    const speedup = speedupOf(rows, choice.id);
    return speedup === null ? [] : [{ ...choice, speedup }];
  });
  const best = others
    .filter((each) => each.speedup >= (each.exact ? worthIt : 1.5))
    .toSorted((a, b) => Number(b.exact) - Number(a.exact) || b.speedup - a.speedup)[0];
  if (!best) return ownIsBest(facts, rows, others);
  const times = rounded(best.speedup);
  const name = kernelBackendNames[best.id];
  const percent = errorOf(rows, best.id);
  const basis = best.exact
    ? message('recommend.measured.other', { name, times })
    : message('recommend.measured.quantized', { name, times, percent });
  return { backend: best.backend, flag: best.flag, speedup: best.speedup, basis };
}

function ownIsBest(
  facts: Facts,
  rows: readonly Measurement[],
  others: readonly (Choice & { speedup: number })[],
): Recommendation {
  const xformers = others.find((each) => each.id === 'xformers');
  const inTheWay = xformers !== undefined && valueOf(facts.xformers) !== null;
  const slower = xformers ? 1 / xformers.speedup : 1;
  const already = hasFlag(facts.comfyui?.flags ?? [], '--use-pytorch-cross-attention');
  // ComfyUI takes xFormers by itself: only a flag keeps it from the slower of the two.
  const flag = inTheWay && slower >= worthIt && !already ? '--use-pytorch-cross-attention' : null;
  return { backend: 'pytorch', flag, speedup: 1, basis: sentence(rows, others, slower) };
}

function sentence(
  rows: readonly Measurement[],
  others: readonly (Choice & { speedup: number })[],
  slower: number,
): MessageRef {
  const video = others
    .filter((each) => !each.exact)
    .flatMap((each) => {
      const speedup = speedupOf(rows, each.id, 'video');
      return speedup !== null && speedup >= 1.2 ? [{ ...each, speedup }] : [];
    })
    .toSorted((a, b) => b.speedup - a.speedup)[0];
  if (video) {
    return message('recommend.measured.video', {
      name: kernelBackendNames[video.id],
      saved: Math.round((1 - 1 / video.speedup) * 100),
      percent: errorOf(rows, video.id),
      flag: video.flag ?? '',
    });
  }
  if (others.length === 0) return message('recommend.measured.alone');
  const next = others.toSorted((a, b) => b.speedup - a.speedup)[0];
  const name = kernelBackendNames[next?.id ?? 'xformers'];
  if (slower >= worthIt)
    return message('recommend.measured.own', { name: 'xFormers', times: rounded(slower) });
  const times = 1 / (next?.speedup ?? 1);
  return times >= worthIt
    ? message('recommend.measured.own', { name, times: rounded(times) })
    : message('recommend.measured.same', { name });
}

/**
 * How many times faster than PyTorch's own, over the works that both were timed at (the geometric
 * mean); a work that it cannot do falls back to PyTorch and costs nothing. null: none in common.
 */
export function speedupOf(
  rows: readonly Measurement[],
  backend: KernelBackend,
  kind?: Measurement['kind'],
): number | null {
  const logarithms = rows.flatMap((each) => {
    if (each.backend !== backend || (kind !== undefined && each.kind !== kind)) return [];
    const own = rows.find(
      (other) => other.backend === 'sdpa' && other.work === each.work && other.dtype === each.dtype,
    );
    return own ? [Math.log(own.medianMs / each.medianMs)] : [];
  });
  if (logarithms.length === 0) return null;
  return Math.exp(logarithms.reduce((sum, each) => sum + each, 0) / logarithms.length);
}

function errorOf(rows: readonly Measurement[], backend: KernelBackend): string {
  const errors = rows
    .filter((each) => each.backend === backend)
    .map((each) => each.relativeError ?? 0);
  return `${rounded(100 * Math.max(0, ...errors))} %`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(2)));
}
