import type { Evidence, Finding, Remedy, Severity } from '../../../../shared/finding.ts';
import type { LinkId } from '../../../../shared/links.ts';
import { message, type MessageRef } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import type { Cause } from '../../../../shared/taxonomy.ts';
import { causeRows } from '../../knowledge/causes/index.ts';

type Own = {
  evidence: readonly Evidence[];
  severity?: Severity;
  confidence?: Finding['confidence'];
  /** Where the sentences that every finding of this cause has are not exact enough. */
  title?: MessageRef;
  explanation?: MessageRef;
  cost?: MessageRef | null;
  /** Best first; the usual one where left out. */
  remedies?: readonly Remedy[];
  /** Where what is usual for the remedy would not help here. */
  advice?: MessageRef;
  /** Where the usual ones lead to something else. */
  links?: readonly LinkId[];
};

/** A finding with what is usual for its cause: severity, sentences, remedy, advice and links. */
export function findingOf(cause: Cause, own: Own): Finding {
  const { severity, remedy, links } = causeRows[cause];
  const remedies = own.remedies ? [...own.remedies] : [remedy];
  return {
    cause,
    severity: own.severity ?? severity,
    confidence: own.confidence ?? 'high',
    evidence: [...own.evidence],
    title: own.title ?? message(`finding.${cause}.title`),
    explanation: own.explanation ?? message(`finding.${cause}.explanation`),
    cost: own.cost === undefined ? message(`finding.${cause}.cost`) : own.cost,
    remedies,
    advice: own.advice ?? adviceOf(remedies[0] ?? remedy),
    links: [...(own.links ?? links ?? [])],
    consequence: false,
  };
}

/** The sentence that says what to do; a kind `other` is told by its detail. */
export function adviceOf(remedy: Remedy): MessageRef {
  const { fixKind, fixDetail } = remedy;
  if (fixKind !== 'other') return message(`advice.${fixKind}`);
  return fixDetail ? message(`advice.${fixDetail}`) : message('advice.other');
}

/** A message that a program printed, as evidence. */
export function saidEvidence(said: Said): Evidence {
  const statement =
    said.line === null
      ? message('evidence.python-said', { text: said.text })
      : message('evidence.log-line', { line: said.line, text: said.text });
  return { statement, how: said.line === null ? 'probe' : 'log', said };
}
