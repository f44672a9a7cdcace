import type { Diagnosis } from '../../../shared/finding.ts';
import { valueOf } from '../../../shared/facts.ts';
import { kernelBackendNames } from '../../../shared/kernel-backends.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { BackendRun, Measurement } from '../../../shared/verification.ts';
import { timedCases } from '../knowledge/attention-works.ts';
import type { System } from '../machine/system.ts';
import { runKernel } from '../probes/kernels/run-kernels.ts';
import { measurementsOf, troubleOf } from '../verification/benchmark-rows.ts';
import type { Benchmark } from '../verification/verify.ts';
import type { Watch } from './compute.ts';
import { inTheWay } from './start-comfyui.ts';

/** Milliseconds for all of it. */
const wholeBudget = 30_000;
/** A Python that has to import torch first measures nothing in less. */
const leastBudget = 3000;

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
  const end = performance.now() + wholeBudget;
  const rows: Measurement[] = [];
  const notes: MessageRef[] = [];
  for (const [at, { id }] of candidates.entries()) {
    const left = end - performance.now();
    if (left < leastBudget) {
      notes.push(message('benchmark.late'));
      break;
    }
    watch.onProgress(
      message('progress.measuring', { name: kernelBackendNames[id] }),
      at / candidates.length,
    );
    // A fair share for each, and what the quick ones leave over for those after them.
    const share = Math.max(leastBudget, Math.min(left, (1.5 * left) / (candidates.length - at)));
    const report = await runKernel(
      system,
      diagnosis.environment,
      { backend: id, cases: timedCases, seconds: share / 1000 },
      { signal: watch.signal, onLine: watch.onLine, timeLimit: Math.round(left) },
    );
    rows.push(...measurementsOf(report));
    const trouble = troubleOf(report);
    if (trouble) notes.push(trouble);
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
