import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LiveFacts } from '../../../shared/facts.ts';
import type { KernelBackend } from '../../../shared/kernel-backends.ts';
import type { KernelReport } from '../../../shared/kernel-report.ts';
import { askWarm } from '../examination/ask-warm.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import { bothEnded } from '../machine/both-ended.ts';
import { eitherSignal } from '../machine/either-signal.ts';
import type { System } from '../machine/system.ts';
import { limitOf } from '../machine/time-limits.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { atTheSameTime, computeWarm, type Watch } from '../proving/compute.ts';

/** Pythons of the environment that have torch imported while pip still works. */
export type WarmProof = {
  /** Everything stands in its place: they import what was exchanged, and answer. */
  go: () => Promise<void>;
  /** null where a fresh Python has to be asked. */
  alive: Promise<LiveFacts | null>;
  /** The attentions that are computed so, and what came of those that told no fault. */
  backends: readonly KernelBackend[];
  reports: Promise<ReadonlyMap<KernelBackend, KernelReport>>;
  /** Ends them; done when they are gone. Throws a mistake of our own. */
  stop: () => Promise<void>;
};

type Work = { system: System; target: Target; watch: Watch };

/**
 * Starts as many as there is room for, in the order in which they are waited for afterwards. Done
 * when each has told that nothing of the packages came in with its start, so that it holds no file
 * that pip exchanges. null where there is no room, or one of them tells nothing.
 */
export async function startWarm(
  { system, target: { environment }, watch }: Work,
  backends: readonly KernelBackend[],
  { staging, modules }: { staging: string; modules: readonly string[] },
): Promise<WarmProof | null> {
  const room = atTheSameTime(system);
  if (room < 2) return null;
  const go = path.join(staging, goFile);
  const ended = new AbortController();
  const heard = { ...watch, signal: eitherSignal(watch.signal, ended.signal) };
  const readiness: Promise<void>[] = [];
  const begin = <T>(ask: (warm: Parameters<typeof askWarm>[2]) => Promise<T>): Promise<T> => {
    let ready = (): void => undefined;
    const told = new Promise<void>((resolve) => (ready = resolve));
    const answer = ask({ go, modules, onReady: ready });
    readiness.push(told);
    return answer;
  };
  const chosen = backends.slice(0, room - 1);
  const alive = begin((warm) => askWarm(system, environment, warm, heard));
  const computed = chosen.map((backend) =>
    begin((warm) => computeWarm(system, environment, backend, heard, warm)),
  );
  const reports = Promise.all(computed).then(
    (all) => new Map(all.flatMap((each) => (each ? [[each.backend, each] as const] : []))),
  );
  let limit: NodeJS.Timeout | undefined;
  const proof: WarmProof = {
    ...{ alive, backends: chosen, reports },
    go: async () => {
      limit = setTimeout(() => ended.abort(), limitOf(system, 'probe'));
      await system.files.writeText(go, '').catch((thrown: unknown) => {
        ended.abort();
        ifUnanswered(undefined)(thrown);
      });
    },
    stop: async () => {
      clearTimeout(limit);
      ended.abort();
      await bothEnded(alive, reports);
    },
  };
  const all = Promise.all(readiness).then(() => true);
  // What one of them breaks by is thrown by `stop`, and until then nobody has to wait for it.
  const ends = [alive, reports, ...computed].map((each) => Promise.allSettled([each]));
  const late = wait(readyWithin, undefined, { ref: false });
  const over = Promise.race([...ends, late]).then(() => false);
  if (await Promise.race([all, over])) return proof;
  await proof.stop();
  return null;
}

const goFile = 'go';
/** Milliseconds until each has to run: longer than this is no gain any more. */
const readyWithin = 5000;
