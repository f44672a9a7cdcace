import { known, unknown, type Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import { toProblem, type Problem } from '../../../shared/problem.ts';
import type { LogLine } from '../../../shared/operation.ts';
import { processesOf } from '../discovery/running-comfyui.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import { launchOf, type Launch } from '../inspection/launch.ts';
import { askNvidiaSmi } from '../inspection/nvidia.ts';
import { predictBackend } from '../inspection/predict-backend.ts';
import { runProbe } from '../probes/run-probe.ts';
import type { RunningProcess, System } from '../system.ts';
import { judge } from './judge.ts';
import { saidBy } from './said-by.ts';
import { seenAlive } from './seen-alive.ts';

export type Watch = { signal?: AbortSignal; onLine?: (line: LogLine) => void };

/** Static facts refined by a live Python and the driver's tool. Only `cancelled` is thrown. */
export async function refineFacts(
  system: System,
  target: Target,
  facts: Facts,
  watch: Watch,
): Promise<Facts> {
  const signal = watch.signal ? { signal: watch.signal } : {};
  const holders = await system.holders(target.environment.environmentRoot).catch(() => []);
  const [live, nvidia] = await Promise.all([
    runProbe(system, target.environment, watch).then(
      (answer): Facts['live'] => known(answer, 'probe', target.environment.executable),
      (error: unknown): Facts['live'] => unknown(expected(error)),
    ),
    askNvidiaSmi(system, signal.signal),
  ]);
  const refined = {
    ...facts,
    ...seenAlive({ ...facts, live }),
    live,
    comfyui: facts.comfyui && { ...facts.comfyui, ...launchNow(system, target, holders) },
    said: live.state === 'known' ? saidBy(live.value) : [],
    heldBy: holders.map((each) => ({ pid: each.pid, program: each.arguments[0] ?? '' })),
    gpus: nvidia.gpus.state === 'known' ? nvidia.gpus : facts.gpus,
    driver: nvidia.driver.state === 'known' ? nvidia.driver : facts.driver,
  };
  return { ...refined, backend: refined.comfyui && predictBackend(refined, refined.comfyui) };
}

/** A ComfyUI that runs says better than any script what it was started with. */
function launchNow(
  system: System,
  { install, environment }: Target,
  holders: readonly RunningProcess[],
): Launch | null {
  if (!install) return null;
  const { sourceRoot, launchers } = install;
  const [running] = processesOf(system, sourceRoot, holders, environment.environmentRoot);
  return launchOf(launchers, running);
}

function expected(error: unknown): Problem {
  const problem = toProblem(error);
  if (problem.code === 'cancelled' || problem.code === 'unexpected') throw error;
  return problem;
}

/** Gathers, then judges. `elapsedMs` is engine time alone. */
export async function diagnose(
  system: System,
  target: Target,
  options: Watch & { live: boolean },
): Promise<Diagnosis> {
  const start = performance.now();
  const files = await gatherStaticFacts(system, target);
  const facts = options.live ? await refineFacts(system, target, files, options) : files;
  return toDiagnosis(target, facts, performance.now() - start);
}

export function toDiagnosis(target: Target, facts: Facts, elapsedMs: number): Diagnosis {
  return {
    targetId: target.id,
    install: target.install,
    environment: target.environment,
    facts,
    ...judge(facts),
    problem: facts.live.state === 'unknown' ? (facts.live.problem ?? null) : null,
    elapsedMs: Math.round(elapsedMs),
  };
}
