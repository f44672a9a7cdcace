import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import { valueOf } from '../../../shared/facts.ts';
import { kernelBackendNames } from '../../../shared/kernel-backends.ts';
import type { KernelReport } from '../../../shared/kernel-report.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { BackendRun, Measurement } from '../../../shared/verification.ts';
import { timedCases } from '../knowledge/attention-works.ts';
import { eitherSignal } from '../machine/either-signal.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { runKernel } from '../probes/kernels/run-kernels.ts';
import { measurementsOf, troubleOf } from '../verification/benchmark-rows.ts';
import type { Benchmark } from '../verification/verify.ts';
import type { Watch } from './compute.ts';
import { inTheWay } from './start-comfyui.ts';

/**
 * Milliseconds for all of it: with the ladder before it the whole run has to end within a minute. On
 * an H200 with PyTorch's own, xFormers, SageAttention and comfy-kitchen the ladder took 34 s.
 */
const wholeBudget = 24_000;
/** A Python that has to import torch first measures nothing in less. */
const leastBudget = 3000;
/** About what the first one needs before it can begin. */
const importTime = 5000;

/**
 * Times every attention that computed, each in a Python of its own, the ones that ComfyUI can use
 * first. Nothing is timed where there is no graphics card, or while something else computes on it.
 * Sizes are left out where the free memory of the card would not hold them. Only `cancelled` is
 * thrown.
 */
export async function benchmark(
  system: System,
  diagnosis: Diagnosis,
  backends: readonly BackendRun[],
  watch: Watch,
): Promise<Benchmark> {
  const obstacle = await obstacleFor(system, diagnosis);
  if (obstacle) return { rows: [], note: obstacle };
  const candidates = backends.filter((each) => each.outcome === 'pass');
  if (candidates.length === 0) return { rows: [], note: message('benchmark.nothing') };
  const turns = await system.files.makeTemporaryFolder('attention-doctor-turns-');
  try {
    return await inTurn(system, diagnosis, { candidates, turns, watch });
  } finally {
    await system.files.remove(turns).catch(ifUnanswered(undefined));
  }
}

type Round = { candidates: readonly BackendRun[]; turns: string; watch: Watch };

/** One measures while the next one imports torch and waits: importing takes as long as measuring. */
async function inTurn(
  system: System,
  { environment }: Diagnosis,
  { candidates, turns, watch }: Round,
): Promise<Benchmark> {
  const end = performance.now() + wholeBudget;
  const rows: Measurement[] = [];
  const notes: MessageRef[] = [];
  const abort = new AbortController();
  const signal = eitherSignal(watch.signal, abort.signal);
  const turnOf = (at: number): string => path.join(turns, String(at));
  const start = (at: number): Promise<KernelReport> | null => {
    const candidate = candidates[at];
    const left = end - performance.now();
    if (!candidate || left < leastBudget) return null;
    // What ComfyUI can use shares the time; kernels inside PyTorch get what is left over.
    const others = candidates.slice(at).filter((each) => !each.id.startsWith('sdpa-')).length;
    const seconds = (left - importTime) / Math.max(1, others + (at === 0 ? 0 : 1)) / 1000;
    const request = { backend: candidate.id, cases: timedCases, go: turnOf(at) };
    const run = runKernel(
      system,
      environment,
      { ...request, seconds: Math.max(1, seconds) },
      { signal, onLine: watch.onLine, timeLimit: Math.round(left) },
    );
    // It may fail while the one before it is waited for: that is heard when its turn comes.
    void Promise.allSettled([run]);
    return run;
  };
  let next = start(0);
  try {
    for (const [at, { id }] of candidates.entries()) {
      const current = next;
      if (!current) {
        notes.push(message('benchmark.late'));
        break;
      }
      const name = kernelBackendNames[id];
      watch.onProgress(message('progress.measuring', { name }), at / candidates.length);
      await system.files.writeText(turnOf(at), '', { lazy: true });
      next = start(at + 1);
      const report = await current;
      rows.push(...measurementsOf(report));
      const trouble = troubleOf(report);
      if (trouble) notes.push(trouble);
    }
  } finally {
    abort.abort();
    await Promise.allSettled([next]);
  }
  // What went wrong is worth more than what there was no time for.
  const note = notes.find((each) => each.key !== 'benchmark.late') ?? notes[0] ?? null;
  return { rows, note };
}

async function obstacleFor(system: System, diagnosis: Diagnosis): Promise<MessageRef | null> {
  const { facts, install } = diagnosis;
  const torch = valueOf(facts.live)?.torch;
  if (torch?.cudaAvailable !== true) return message('benchmark.no-gpu');
  if (facts.heldBy.length > 0) return message('benchmark.running');
  if (!install) return null;
  const way = await inTheWay(system, diagnosis, install);
  if (way === 'running') return message('benchmark.running');
  return way === 'cannot-see' ? message('benchmark.cannot-see') : null;
}
