import { analyseLog } from '../../../electron/engine/log-analysis/analyse-log.ts';
import { readText } from '../../../electron/engine/logs/read-log.ts';
import type { LogAnalysis } from '../../../shared/log-analysis.ts';
import type { StatedFacts } from '../../../shared/stated-facts.ts';
import type { Cause } from '../../../shared/taxonomy.ts';

/** What a pasted text comes to. */
export function analyse(
  log: string | readonly string[],
  stated: StatedFacts | null = null,
): LogAnalysis {
  const text = typeof log === 'string' ? log : log.join('\n');
  return analyseLog(readText(text), { name: null, stated, facts: null, elapsedMs: 0 });
}

/** The cause that stands first. */
export function rootOf(log: string | readonly string[], stated: StatedFacts | null = null): Cause {
  const root = analyse(log, stated).findings[0];
  if (!root) throw new Error('Nothing was found');
  return root.cause;
}
