import type { Diagnosis } from '../../../shared/finding.ts';
import type { Measurement, Verification } from '../../../shared/verification.ts';
import type { MessageRef } from '../../../shared/messages/index.ts';
import { backendsOf, climb, nothingRan, type Ran } from './ladder.ts';
import { recommend } from './recommend.ts';

/** What was timed; null note: all of it, or nobody asked. */
export type Benchmark = { rows: Measurement[]; note: MessageRef | null };
const notMeasured: Benchmark = { rows: [], note: null };

/** The ladder and the recommendation for a live diagnosis and what was run. Pure. */
export function verificationOf(
  diagnosis: Diagnosis,
  ran: Ran = nothingRan,
  benchmark: Benchmark = notMeasured,
): Verification {
  const rungs = climb(diagnosis.facts, ran);
  const backends = backendsOf(ran);
  return {
    targetId: diagnosis.targetId,
    rungs,
    backends,
    recommended: recommend(diagnosis, { rungs, backends, benchmark: benchmark.rows }),
    benchmark: benchmark.rows,
    benchmarkNote: benchmark.note,
    elapsedMs: diagnosis.elapsedMs,
  };
}
