import { kernelBackendNames, type KernelBackend } from '../../../shared/kernel-backends.ts';
import type { KernelReport } from '../../../shared/kernel-report.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Environment } from '../../../shared/install.ts';
import type { LogLine } from '../../../shared/operation.ts';
import { valueOf } from '../../../shared/facts.ts';
import { ProblemError } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { limitOf } from '../machine/time-limits.ts';
import { proofCases } from '../knowledge/attention-works.ts';
import {
  runKernel,
  runTriton,
  type KernelOptions,
  type KernelRequest,
} from '../probes/kernels/run-kernels.ts';
import type { Beside } from '../pythons/beside.ts';
import { backendsToTry } from '../verification/backends-to-try.ts';
import type { Ran } from '../verification/ladder.ts';

/** Processes at a time: each takes some 500 MiB of a card for itself, whatever it computes. */
const atOnce = 4;
/** What a Python with torch may need of the memory, with a card's driver loaded. */
const memoryOfOne = 2 * 1024 ** 3;

/**
 * How many Pythons may import torch at the same time: most of their time is that import, on one
 * processor each.
 */
export function atTheSameTime({ resources }: Pick<System, 'resources'>): number {
  const { processors, freeMemoryBytes } = resources();
  const most = Math.min(atOnce, processors, Math.floor(freeMemoryBytes / memoryOfOne));
  return Math.max(1, most);
}

export type Watch = {
  signal: AbortSignal;
  onLine: (line: LogLine) => void;
  /** Which one is computed, and how far this is: 0 to 1. */
  onProgress: (note: MessageRef, fraction: number | null) => void;
  /** Packages that lie beside the environment and come first. */
  beside?: Beside;
};

/**
 * Computes attention with everything that this environment has, or with what is `wanted`, each in
 * a process of its own; a few at once, since the examples are small. What has been computed
 * `already` is not computed again.
 */
export async function compute(
  system: System,
  { environment, facts }: Pick<Diagnosis, 'environment' | 'facts'>,
  watch: Watch,
  wanted?: readonly KernelBackend[],
  already: ReadonlyMap<KernelBackend, KernelReport> = new Map(),
): Promise<Pick<Ran, 'reports' | 'skipped'>> {
  const { start, skipped } = backendsToTry(facts, wanted);
  const waiting = start.filter((each) => !already.has(each));
  const reports = await computeAll(system, environment, watch, waiting, atTheSameTime(system));
  // In the order of the table, whoever came first.
  const all = new Map([...already, ...reports]);
  return { reports: start.flatMap((each) => all.get(each) ?? []), skipped };
}

/** Computes with each of these, so many at a time. Throws `cancelled` alone. */
export async function computeAll(
  system: System,
  environment: Environment,
  watch: Watch,
  backends: readonly KernelBackend[],
  atATime: number,
): Promise<Map<KernelBackend, KernelReport>> {
  const reports = new Map<KernelBackend, KernelReport>();
  const waiting = [...backends];
  const options = optionsOf(watch);
  const work = async (): Promise<void> => {
    for (let backend = waiting.shift(); backend !== undefined; backend = waiting.shift()) {
      const name = kernelBackendNames[backend];
      watch.onProgress(message('progress.computing', { name }), reports.size / backends.length);
      reports.set(backend, await runKernel(system, environment, requestFor(backend), options));
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return reports;
}

/**
 * Computes with one of them in a Python that has torch imported already and waits. null where a fresh
 * one has to compute: it did not come to its end, or tells a fault, which a fresh one has to tell as well.
 */
export async function computeWarm(
  system: System,
  environment: Environment,
  backend: KernelBackend,
  watch: Watch,
  warm: NonNullable<KernelOptions['warm']>,
): Promise<KernelReport | null> {
  const options = { ...optionsOf(watch), warm, timeLimit: limitOf(system, 'warm') };
  try {
    const report = await runKernel(system, environment, requestFor(backend), options);
    const kinds = report.answers.map(({ kind }) => kind);
    const isSound = kinds.includes('done') && !kinds.some((each) => faults.includes(each));
    return isSound ? report : null;
  } catch (thrown) {
    // It is ended by whoever does not need it any more, too.
    if (thrown instanceof ProblemError && thrown.problem.code === 'cancelled') return null;
    throw thrown;
  }
}

const faults: readonly string[] = ['absent', 'failed', 'broken', 'memory'];

function requestFor(backend: KernelBackend): KernelRequest {
  return { backend, cases: proofCases, seconds: 60 };
}

/** Triton's own kernel, and a compiled attention block where that is needed; null where there is no Triton, or nothing that it could run on. */
export async function tryTriton(
  system: System,
  { environment, facts }: Diagnosis,
  watch: Watch,
  compile = false,
): Promise<Ran['triton']> {
  const live = valueOf(facts.live);
  if (!live) return null;
  const nothing = { kind: 'exit' as const, exitCode: 0, signal: null, stderr: '' };
  // What the live Python has answered already needs no process.
  if (live.triton === null)
    return { answers: [{ kind: 'absent', module: 'triton' }], ending: nothing };
  if (live.torch?.cudaAvailable === false) {
    const refused = { kind: 'refused' as const, case: null, text: 'no GPU', notes: [] };
    return { answers: [refused], ending: nothing };
  }
  watch.onProgress(message('progress.computing', { name: 'Triton' }), null);
  return runTriton(system, environment, { ...optionsOf(watch), compile });
}

function optionsOf({ signal, onLine, beside }: Watch): KernelOptions {
  return { signal, onLine, ...(beside ? { beside } : {}) };
}
