import type { Finding, Verdict } from '../../../shared/finding.ts';
import { severities } from '../../../shared/severity.ts';
import { stageOf } from '../knowledge/causes/index.ts';

/** What the root cause comes to, in an environment and in a log alike. */
export function verdictOfRoot(root: Pick<Finding, 'cause' | 'severity'>): Verdict {
  return stageOf(root.cause) === 'elsewhere' ? 'not_attention' : severities[root.severity].verdict;
}
