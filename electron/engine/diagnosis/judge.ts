import type { Facts } from '../../../shared/facts.ts';
import type { Finding, Severity, Verdict } from '../../../shared/finding.ts';
import type { MessageRef } from '../../../shared/messages/index.ts';
import type { Clues } from './clues.ts';
import { explains, placeInChain } from './chain.ts';
import { healthyEnvironment, sentencesOf, troubleWithTorch } from './headline.ts';
import { mergeByCause } from './merge-findings.ts';
import { cannotStart, installCorrupted } from './rules/install-corrupted.ts';
import { rules } from './rules/index.ts';
import { saidFindings } from './said-rules/index.ts';

export type Judgement = {
  findings: Finding[];
  verdict: Verdict;
  headline: MessageRef;
  reason: MessageRef | null;
};

/** Faults before hints, hints before what is harmless. */
const tier: Record<Severity, number> = { error: 3, limit: 3, warning: 2, harmless: 1, ok: 0 };

/** Runs every rule and puts the root cause first. Pure. */
export function judge(facts: Facts): Judgement {
  const all = findingsFrom(facts);
  const findings = all.length > 0 ? all : healthyEnvironment(facts);
  const verdict = verdictOf(facts, findings);
  return { findings, verdict, ...sentencesOf(facts, findings, verdict) };
}

/** What all rules say of these clues: of the packages, and of what programs said. */
export function findingsFrom(clues: Clues): Finding[] {
  // Nothing runs in it until it is made anew or has its Python back; its packages may be other
  // ones by then.
  if (cannotStart(clues)) return installCorrupted(clues);
  const found = [...rules.flatMap((rule) => rule(clues)), ...saidFindings(clues)];
  return inOrder(markConsequences(mergeByCause(found)));
}

function markConsequences(findings: Finding[]): Finding[] {
  // What is only a second candidate explains nothing.
  const roots = findings.filter(
    (each) => tier[each.severity] >= tier.warning && each.confidence !== 'low',
  );
  const explained = new Set(roots.flatMap((each) => explains[each.cause] ?? []));
  return findings.map((each) =>
    explained.has(each.cause) && tier[each.severity] >= tier.warning
      ? { ...each, consequence: true }
      : each,
  );
}

function inOrder(findings: Finding[]): Finding[] {
  const rank = (each: Finding): number => {
    if (each.consequence) return tier.warning - 0.5;
    return tier[each.severity] - (each.confidence === 'low' ? 0.25 : 0);
  };
  return [...findings].sort(
    (a, b) => rank(b) - rank(a) || placeInChain(a.cause) - placeInChain(b.cause),
  );
}

function verdictOf(facts: Facts, findings: Finding[]): Verdict {
  const root = findings[0];
  if (root && root.severity === 'limit') return 'hardware_limit';
  if (root && tier[root.severity] >= tier.warning) return 'problem';
  if (troubleWithTorch(facts) !== null || facts.torch.state !== 'known') return 'unknown';
  // Live facts were wanted and did not come: files alone prove a fault, not its absence.
  if (facts.live.state === 'unknown') return 'unknown';
  return root?.severity === 'harmless' ? 'benign' : 'healthy';
}
