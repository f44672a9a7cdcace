import type { Finding } from '../../../shared/finding.ts';

/** More than a note: something to be mended, or a limit. */
export function isFault(finding: Finding): boolean {
  return finding.severity !== 'harmless' && finding.severity !== 'ok';
}

/** A line of the text or its owner says so, not only the versions that it names. */
export function isSpoken(finding: Finding): boolean {
  return finding.evidence.some(
    (each) => each.said !== undefined || each.statement.key === 'log.reported',
  );
}
