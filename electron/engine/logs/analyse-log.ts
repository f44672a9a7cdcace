import { valueOf, type Facts } from '../../../shared/facts.ts';
import type { Finding, Verdict } from '../../../shared/finding.ts';
import type { LogAnalysis, LogSummary } from '../../../shared/log-analysis.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { StatedFacts } from '../../../shared/stated-facts.ts';
import type { Clues } from '../diagnosis/clues.ts';
import { findingsFrom } from '../diagnosis/judge.ts';
import { backendInUse } from './log-backends.ts';
import { cluesOfLog, cluesWithFacts, valueOfAny } from './log-clues.ts';
import { hintsIn } from './log-hints.ts';
import { otherwise } from './log-otherwise.ts';
import { questionsFor } from './log-questions.ts';
import type { LogReading } from './log-reading.ts';
import { whatCounts } from './log-runs.ts';

type Options = {
  /** The file's own name; null for pasted text. */
  name: string | null;
  /** What the owner says besides the log. */
  stated: StatedFacts | null;
  /** The environment that printed it, where it was looked at. */
  facts: Facts | null;
  elapsedMs: number;
};

/** Names the one root cause of what a log shows, or says that it is none of ours. Pure. */
export function analyseLog(reading: LogReading, options: Options): LogAnalysis {
  const { facts, stated } = options;
  const { said, earlierTrouble } = whatCounts(reading.said, (part) => cluesOfLog(part, stated));
  const ofLog = cluesOfLog(said, stated);
  const clues = facts ? cluesWithFacts(facts, said) : ofLog;
  const found = findingsFrom(clues);
  const findings = withRoot(otherwise(found, ofLog, said, facts !== null));
  const verdict = verdictOf(findings);
  return {
    name: options.name,
    lines: reading.lines,
    bytes: reading.bytes,
    summary: summaryOf(ofLog),
    findings,
    verdict,
    ...sentences(findings, verdict),
    questions: questionsFor(findings, ofLog),
    hints: hintsIn(said, earlierTrouble),
    elapsedMs: Math.round(options.elapsedMs),
  };
}

/** What stands first is the root here, also where versions foretell something earlier. */
function withRoot([root, ...rest]: Finding[]): Finding[] {
  return root ? [{ ...root, consequence: false }, ...rest] : [];
}

function verdictOf(findings: readonly Finding[]): Verdict {
  const root = findings[0];
  if (!root) return 'unknown';
  if (root.cause === 'healthy') return 'healthy';
  if (root.cause === 'not_attention_oom' || root.cause === 'not_attention_other') {
    return 'not_attention';
  }
  if (root.severity === 'harmless' || root.severity === 'ok') return 'benign';
  return root.severity === 'limit' ? 'hardware_limit' : 'problem';
}

function sentences(
  findings: readonly Finding[],
  verdict: Verdict,
): { headline: MessageRef; reason: MessageRef | null } {
  const root = findings[0];
  if (!root)
    return { headline: message('log.nothing-known'), reason: message('log.nothing-known.reason') };
  if (verdict === 'benign') {
    return { headline: message('verdict.benign'), reason: message('verdict.benign.reason') };
  }
  return { headline: root.title, reason: verdict === 'healthy' ? null : root.advice };
}

function summaryOf(clues: Clues): LogSummary {
  const { said, stated } = clues;
  return {
    python: valueOfAny(said, 'python') ?? stated?.python ?? null,
    torch: valueOf(clues.torch)?.version ?? valueOfAny(said, 'torch') ?? stated?.torch ?? null,
    xformers: valueOf(clues.xformers)?.version ?? null,
    triton: valueOf(clues.triton)?.version ?? null,
    gpu: valueOf(clues.gpus)?.[0]?.name ?? null,
    comfyui: clues.comfyui?.version ?? null,
    backend: backendInUse(clues),
  };
}
