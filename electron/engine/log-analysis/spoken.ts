import type { Finding } from '../../../shared/finding.ts';

/** A line of the text or its owner says so, not only the versions that it names. */
export function isSpoken(finding: Finding): boolean {
  return finding.evidence.some(
    (each) => each.said !== undefined || each.statement.key === 'log.reported',
  );
}
