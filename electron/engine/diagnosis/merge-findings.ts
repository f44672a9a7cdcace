import type { Evidence, Finding } from '../../../shared/finding.ts';
import type { Cause } from '../../../shared/taxonomy.ts';

const sureness: Record<Finding['confidence'], number> = { low: 0, medium: 1, high: 2 };
const mostEvidence = 12;

/** One finding a cause: what the packages show and what programs said stand side by side. */
export function mergeByCause(findings: readonly Finding[]): Finding[] {
  const merged = new Map<Cause, Finding>();
  for (const finding of findings) {
    const earlier = merged.get(finding.cause);
    merged.set(finding.cause, earlier ? together(earlier, finding) : finding);
  }
  return [...merged.values()].map((each) => ({ ...each, evidence: unique(each.evidence) }));
}

function together(one: Finding, other: Finding): Finding {
  const lead = weight(other) > weight(one) ? other : one;
  const rest = lead === one ? other : one;
  return { ...lead, evidence: unique([...lead.evidence, ...rest.evidence]).slice(0, mostEvidence) };
}

/**
 * Between two that are equally sure, a line of the user's own log is nearer to what he met;
 * what a probe printed adds nothing to what the packages show.
 */
function weight(finding: Finding): number {
  const spoken = finding.evidence.some((each) => (each.said?.line ?? null) !== null);
  return 2 * sureness[finding.confidence] + (spoken ? 1 : 0);
}

function unique(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((each) => {
    // Several signatures may know the same line.
    const key = JSON.stringify(each.said ? [each.said.line, each.said.text] : each.statement);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
