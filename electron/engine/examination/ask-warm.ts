import type { LiveFacts } from '../../../shared/facts.ts';
import type { Environment } from '../../../shared/install.ts';
import { ProblemError } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { limitOf } from '../machine/time-limits.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { runProbe } from '../probes/run-probe.ts';
import type { Warm } from '../probes/warm-program.ts';
import type { Watch } from './diagnose.ts';

/**
 * What a Python answers that has torch imported already. null wherever a fresh one has to be asked:
 * it came to no answer, was ended, or tells a fault, which a fresh one has to tell as well.
 */
export async function askWarm(
  system: System,
  environment: Environment,
  warm: Warm,
  { signal, onLine }: Pick<Watch, 'signal' | 'onLine'>,
): Promise<LiveFacts | null> {
  try {
    const live = await runProbe(system, environment, {
      ...(signal ? { signal } : {}),
      ...(onLine ? { onLine } : {}),
      warm,
      timeLimit: limitOf(system, 'warm'),
    });
    return isSound(live) ? live : null;
  } catch (thrown) {
    // It is ended by whoever does not need it any more, too.
    if (thrown instanceof ProblemError && thrown.problem.code === 'cancelled') return null;
    return ifUnanswered(null)(thrown);
  }
}

/** Whether everything that is there was imported without a fault. */
function isSound({ torch, xformers, triton, imports }: LiveFacts): boolean {
  const errors = [
    torch === null ? 'absent' : torch.error,
    xformers?.error,
    xformers?.opsError,
    xformers?.loadError,
    triton?.error,
    ...(imports ?? []).map(({ error }) => error),
  ];
  return errors.every((each) => (each ?? null) === null);
}
