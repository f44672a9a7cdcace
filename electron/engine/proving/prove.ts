import type { Diagnosis } from '../../../shared/finding.ts';
import type { LogLine, StepId } from '../../../shared/operation.ts';
import type { Verification } from '../../../shared/verification.ts';
import type { System } from '../machine/system.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import { backendsOf, climb, nothingRan, type Ran } from '../verification/ladder.ts';
import { verificationOf } from '../verification/verify.ts';
import { benchmark } from './benchmark.ts';
import { startComfyUi } from './start-comfyui.ts';
import { compute, tryTriton, type Watch } from './compute.ts';

/**
 * The whole ladder of `verify`, told rung by rung. `folder` is one of ours that is not there yet,
 * for what ComfyUI writes. Only `cancelled` is thrown.
 */
export async function prove(
  system: System,
  diagnosis: Diagnosis,
  context: OperationContext<'verify'>,
  options: { folder: string; benchmark: boolean; compile: boolean },
): Promise<Verification> {
  const begin = performance.now();
  let ran: Ran = nothingRan;
  const tell = (from: number, to: number): void => {
    for (const each of climb(diagnosis.facts, ran).slice(from, to)) context.rung(each);
  };
  tell(0, 4);
  const computed = await context.step('runs', () =>
    compute(system, diagnosis, watchOf(context, 'runs')),
  );
  ran = { ...ran, ...computed };
  tell(3, 6);
  const triton = await context.step('triton', () =>
    tryTriton(system, diagnosis, watchOf(context, 'triton'), options.compile),
  );
  ran = { ...ran, triton };
  tell(6, 7);
  const comfyui = await context.step('comfyui', () =>
    startComfyUi(system, diagnosis, options.folder, watchOf(context, 'comfyui')),
  );
  ran = { ...ran, comfyui };
  tell(7, 8);
  const measured = options.benchmark
    ? await context.step('benchmark', () =>
        benchmark(system, diagnosis, backendsOf(ran), watchOf(context, 'benchmark')),
      )
    : undefined;
  const verification = verificationOf(diagnosis, ran, measured);
  const elapsedMs = Math.round(diagnosis.elapsedMs + performance.now() - begin);
  return { ...verification, elapsedMs };
}

/** Tells of a step of the ladder. */
export function watchOf(context: OperationContext<'verify'>, step: StepId<'verify'>): Watch {
  return {
    signal: context.signal,
    onLine: (line: LogLine) => {
      context.log(step, line);
    },
    onProgress: (note, fraction) => {
      context.progress(step, note, fraction);
    },
  };
}
