import type { LogAnalysis } from '../../shared/log-analysis.ts';
import type { SavedState } from '../../shared/report.ts';
import type { Session } from '../../shared/session.ts';
import { isFault } from '../../shared/severity.ts';

/**
 * The repair that this log is older than: it shows a fault that a look since that repair does not
 * find any more. null where nothing says so.
 */
export function repairSinceLog(
  analysis: LogAnalysis,
  { diagnosis }: Session,
  saved: readonly SavedState[],
): SavedState | null {
  const root = analysis.findings.find(isFault);
  if (!root || !diagnosis) return null;
  const still = diagnosis.findings.some((each) => isFault(each) && each.cause === root.cause);
  if (still) return null;
  return (
    saved.find(
      (each) =>
        each.targetId === diagnosis.targetId && each.state === 'kept' && each.restoredAt === null,
    ) ?? null
  );
}
