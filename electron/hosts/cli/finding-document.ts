import type { Language } from '../../../shared/contract.ts';
import type { Evidence, Finding } from '../../../shared/finding.ts';
import type { LogAnalysis } from '../../../shared/log-analysis.ts';
import { backendSentence } from '../../../shared/messages/backend-sentence.ts';
import { translate, type MessageRef } from '../../../shared/messages/index.ts';
import { prescriptionFields } from './prescription-document.ts';

/** A finding about an environment. */
export function findingFields(language: Language, finding: Finding): object {
  return {
    ...sentences(language, finding),
    evidence: finding.evidence.map(({ statement, how, source }) => ({
      text: translate(language, statement),
      how,
      ...(source === undefined ? {} : { source }),
      key: statement.key,
    })),
  };
}

/** What a log means. */
export function logFields(language: Language, analysis: LogAnalysis): object {
  const say = (ref: MessageRef) => translate(language, ref);
  const { name, lines, bytes, summary, elapsedMs } = analysis;
  const { asked, started, last } = analysis.attention;
  return {
    verdict: analysis.verdict,
    headline: say(analysis.headline),
    reason: analysis.reason ? say(analysis.reason) : null,
    findings: analysis.findings.map((finding) => {
      const [best] = finding.remedies;
      return {
        fixKind: best?.fixKind ?? 'other',
        ...(best?.fixDetail === undefined ? {} : { fixDetail: best.fixDetail }),
        ...sentences(language, finding),
        evidence: finding.evidence.map((evidence) => lineFields(language, evidence)),
      };
    }),
    backend: { asked, started, last },
    backendSentence: backendSentence(language, analysis.attention),
    questions: analysis.questions.map(say),
    hints: analysis.hints.map(say),
    summary,
    log: { name, lines, bytes },
    elapsedMs,
  };
}

/** The line that says it; what was seen elsewhere (beside the log) has none. */
function lineFields(language: Language, { statement, how, source, said }: Evidence): object {
  return {
    line: said?.line ?? null,
    text: said?.text ?? translate(language, statement),
    signature: said?.signature ?? null,
    how,
    ...(source === undefined ? {} : { source }),
  };
}

function sentences(language: Language, finding: Finding) {
  const say = (ref: MessageRef) => translate(language, ref);
  return {
    cause: finding.cause,
    severity: finding.severity,
    confidence: finding.confidence,
    title: say(finding.title),
    explanation: say(finding.explanation),
    cost: finding.cost ? say(finding.cost) : null,
    advice: say(finding.advice),
    ...(finding.prescription
      ? { prescription: prescriptionFields(language, finding.prescription) }
      : {}),
    links: finding.links,
    remedies: finding.remedies,
    consequence: finding.consequence,
    explanationKey: finding.explanation.key,
  };
}
