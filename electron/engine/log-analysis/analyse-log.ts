import { valueOf, type Facts } from '../../../shared/facts.ts';
import type { Finding, Verdict } from '../../../shared/finding.ts';
import type { LogAnalysis, LogSummary } from '../../../shared/log-analysis.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { StatedFacts } from '../../../shared/stated-facts.ts';
import type { Clues } from '../diagnosis/evidence/clues.ts';
import { findingsFrom } from '../diagnosis/judge.ts';
import { verdictOfRoot } from '../diagnosis/verdict.ts';
import { torchIndexShown } from '../knowledge/torch-index.ts';
import type { LogReading } from '../logs/log-reading.ts';
import type { Owner } from '../prescription/owner/owner.ts';
import { ownerOfLog } from '../prescription/owner/owner-of-log.ts';
import { prescribed } from '../prescription/prescribe.ts';
import { attentionInUse } from './attention-in-use.ts';
import { cluesOfLog, cluesWithFacts, valueOfAny } from './log-clues.ts';
import { isOpen } from './all-clear.ts';
import { hintsIn } from './log-hints.ts';
import { otherwise } from './log-otherwise.ts';
import { questionsFor } from './log-questions.ts';
import { whatCounts } from './log-runs.ts';

type Options = {
  /** The file's own name; null for pasted text. */
  name: string | null;
  /** What the owner says besides the log. */
  stated: StatedFacts | null;
  /** The environment that printed it, where it was looked at. */
  facts: Facts | null;
  /** Whose machine that environment is; without one it is told from the log. */
  owner?: Owner | null;
  /** The mirror of PyTorch's index that is set here, for the commands. */
  torchIndex?: string | undefined;
  elapsedMs: number;
};

/** Names the one root cause of what a log shows, or says that it is none of ours. Pure. */
export function analyseLog(reading: LogReading, options: Options): LogAnalysis {
  const { facts, stated } = options;
  const broken = new Map<string, Problem>();
  const tell = (problem: Problem): unknown => broken.set(JSON.stringify(problem), problem);
  const { said, earlierTrouble } = whatCounts(
    reading.said,
    (part) => cluesOfLog(part, stated),
    tell,
  );
  const ofLog = cluesOfLog(said, stated);
  const clues = facts ? cluesWithFacts(facts, said) : ofLog;
  const attention = attentionInUse(reading.said, stated);
  const found = findingsFrom(clues, tell);
  const owner = options.owner ?? ownerOfLog(ofLog, torchIndexShown(options.torchIndex));
  const findings = withRoot(otherwise(found, ofLog, said, facts !== null)).map(
    prescribed(clues, owner),
  );
  const root = findings[0];
  const seen = root && !isOpen(root) ? verdictOfRoot(root) : 'unknown';
  // A fault that was found stands; that all is well cannot be said where a rule broke.
  const isWell = seen === 'healthy' || seen === 'benign';
  const verdict = broken.size > 0 && isWell ? 'unknown' : seen;
  return {
    name: options.name,
    lines: reading.lines,
    bytes: reading.bytes,
    summary: { ...summaryOf(ofLog), backend: attention.last },
    attention,
    findings,
    verdict,
    ...sentences(findings, verdict),
    questions: questionsFor(findings, ofLog),
    hints: hintsIn(said, earlierTrouble),
    ...(broken.size > 0 ? { broken: [...broken.values()] } : {}),
    elapsedMs: Math.round(options.elapsedMs),
  };
}

/** What stands first is the root here, also where versions foretell something earlier. */
function withRoot([root, ...rest]: Finding[]): Finding[] {
  return root ? [{ ...root, consequence: false }, ...rest] : [];
}

function sentences(
  findings: readonly Finding[],
  verdict: Verdict,
): { headline: MessageRef; reason: MessageRef | null } {
  const root = findings[0];
  if (!root)
    return { headline: message('log.nothing-known'), reason: message('log.nothing-known.reason') };
  if (isOpen(root)) return { headline: root.title, reason: root.advice };
  if (verdict === 'unknown') return { headline: message('verdict.unknown'), reason: null };
  if (verdict === 'benign') {
    return { headline: message('verdict.benign'), reason: message('verdict.benign.reason') };
  }
  return { headline: root.title, reason: verdict === 'healthy' ? null : root.advice };
}

function summaryOf(clues: Clues): Omit<LogSummary, 'backend'> {
  const { said, stated } = clues;
  return {
    python: valueOfAny(said, 'python') ?? stated?.python ?? null,
    torch: valueOf(clues.torch)?.version ?? valueOfAny(said, 'torch') ?? stated?.torch ?? null,
    xformers: valueOf(clues.xformers)?.version ?? null,
    triton: valueOf(clues.triton)?.version ?? null,
    gpu: valueOf(clues.gpus)?.[0]?.name ?? null,
    comfyui: clues.comfyui?.version ?? null,
  };
}
