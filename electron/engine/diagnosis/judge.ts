import type { Facts } from '../../../shared/facts.ts';
import type { Finding, Verdict } from '../../../shared/finding.ts';
import type { MessageRef } from '../../../shared/messages/index.ts';
import type { Problem } from '../../../shared/problem.ts';
import { isFault, severities } from '../../../shared/severity.ts';
import { explains, placeInChain } from '../knowledge/causes/index.ts';
import { partNow, type TellBroken } from '../mistakes/parts.ts';
import type { Clues } from './evidence/clues.ts';
import { extensionCannotLoad } from './extension-cannot-load.ts';
import { healthyEnvironment, sentencesOf, troubleWithTorch } from './headline.ts';
import { fitToMachine } from './fit-machine.ts';
import { mergeByCause } from './merge-findings.ts';
import { offerWhatExists } from './offer-what-exists.ts';
import { withLoaderEvidence } from './evidence/loader-evidence.ts';
import { rules } from './rules/index.ts';
import { cannotStart, installCorrupted } from './rules/install-corrupted.ts';
import { saidFindings } from './said-rules/index.ts';
import { verdictOfRoot } from './verdict.ts';

export type Judgement = {
  findings: Finding[];
  verdict: Verdict;
  headline: MessageRef;
  reason: MessageRef | null;
  /** Of the rules that broke by a mistake of our own; left out where none did. */
  broken?: Problem[];
};

/** Runs every rule and puts the root cause first. Pure. */
export function judge(facts: Facts): Judgement {
  const broken: Problem[] = [];
  const all = findingsFrom(facts, (problem) => broken.push(problem));
  if (broken.length > 0) return incomplete(facts, all, broken);
  const findings = all.length > 0 ? all : healthyEnvironment(facts);
  const verdict = verdictOf(facts, findings);
  return { findings, verdict, ...sentencesOf(facts, findings, verdict) };
}

/** A fault that was found stands; that all is well cannot be said. */
function incomplete(facts: Facts, findings: Finding[], broken: Problem[]): Judgement {
  const seen = verdictOf(facts, findings);
  const verdict = seen === 'healthy' || seen === 'benign' ? 'unknown' : seen;
  return { findings, verdict, ...sentencesOf(facts, findings, verdict), broken };
}

/** What all rules say of these clues: of the packages, and of what programs said. */
export function findingsFrom(clues: Clues, tell: TellBroken = null): Finding[] {
  // Nothing runs in it until it is made anew or has its Python back; its packages may be other
  // ones by then.
  if (cannotStart(clues)) return installCorrupted(clues);
  const found = [
    ...rules.flatMap((rule) => partNow(rule.name, tell, () => rule(clues), [])),
    ...saidFindings(clues, tell),
    // After those that know the package: where both find it, theirs are the words.
    ...partNow('extensionCannotLoad', tell, () => extensionCannotLoad(clues), []),
  ];
  const ordered = inOrder(markConsequences(withLoaderEvidence(mergeByCause(found), clues)));
  return fitToMachine(offerWhatExists(ordered, clues), clues);
}

function markConsequences(findings: Finding[]): Finding[] {
  // What is only a second candidate explains nothing.
  const roots = findings.filter((each) => isFault(each) && each.confidence !== 'low');
  return findings.map((each) =>
    isFault(each) && roots.some((root) => explains(root.cause, each.cause))
      ? { ...each, consequence: true }
      : each,
  );
}

function inOrder(findings: Finding[]): Finding[] {
  const rank = (each: Finding): number => {
    if (each.consequence) return severities.warning.rank - 0.5;
    return severities[each.severity].rank - (each.confidence === 'low' ? 0.25 : 0);
  };
  return [...findings].sort(
    (a, b) => rank(b) - rank(a) || placeInChain(a.cause) - placeInChain(b.cause),
  );
}

function verdictOf(facts: Facts, findings: Finding[]): Verdict {
  const root = findings[0];
  if (root && isFault(root)) return verdictOfRoot(root);
  if (troubleWithTorch(facts) !== null || facts.torch.state !== 'known') return 'unknown';
  // Live facts were wanted and did not come: files alone prove a fault, not its absence.
  if (facts.live.state === 'unknown') return 'unknown';
  return root ? verdictOfRoot(root) : 'healthy';
}
