import type { Proved } from '../../../shared/history.ts';
import { proofOf } from '../../../shared/proof.ts';
import type { FixResult } from '../../../shared/report.ts';
import type { HistoryKeeper } from '../history/keep-history.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import type { OperationEnd } from '../operations/operation-runner.ts';

/** Notes in the history how a repair ended; its answer then says what stands as proved now. */
export async function noteFix(
  history: HistoryKeeper,
  target: Target,
  end: OperationEnd,
): Promise<OperationEnd> {
  const { result } = end;
  if (result?.kind !== 'fix') return end;
  const { outcome, changes, after } = result.fix;
  if (outcome === 'nothing-to-do') return end;
  if (outcome !== 'fixed') {
    await history.done(target, null, { kind: 'undo', outcome });
    return end;
  }
  const proved = provedBy(result.fix);
  const facts = after?.facts ?? null;
  const since = await history.done(target, facts, { kind: 'fix', outcome, proved, own: changes });
  if (!after) return end;
  return { ...end, result: { ...result, fix: { ...result.fix, after: { ...after, since } } } };
}

/** The same of a way back. */
export async function noteRollback(
  history: HistoryKeeper,
  target: Target,
  end: OperationEnd,
): Promise<OperationEnd> {
  const { result } = end;
  if (result?.kind !== 'rollback') return end;
  const { rollback, diagnosis } = result;
  const { outcome, restored: own } = rollback;
  // What was let go of changed nothing.
  if (outcome === 'forgotten' || outcome === 'nothing-to-do') return end;
  const facts = diagnosis?.facts ?? null;
  const since = await history.done(target, facts, { kind: 'rollback', outcome, own });
  return diagnosis ? { ...end, result: { ...result, diagnosis: { ...diagnosis, since } } } : end;
}

function provedBy({ verification }: FixResult): Proved | null {
  const proof = verification && proofOf(verification);
  return proof === 'works' || proof === 'works-cpu' || proof === 'fits' ? proof : null;
}
