import { valueOf, type Facts } from '../../../shared/facts.ts';
import type { Finding, Severity, Verdict } from '../../../shared/finding.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Cause } from '../../../shared/taxonomy.ts';
import { torchEvidence } from './evidence.ts';
import { rules } from './rules/index.ts';

export type Judgement = {
  findings: Finding[];
  verdict: Verdict;
  headline: MessageRef;
  reason: MessageRef | null;
};

/** What each root cause makes inevitable: shown as its consequence, not as a second fault. */
const explains: Partial<Record<Cause, readonly Cause[]>> = {
  torch_cpu_build: [
    'xformers_torch_mismatch',
    'xformers_incomplete_build',
    'accel_package_not_installed',
  ],
};
const weight: Record<Severity, number> = { error: 4, limit: 3, warning: 2, harmless: 1, ok: 0 };

/** Runs every rule and puts the root cause first. Pure. */
export function judge(facts: Facts): Judgement {
  const all = markConsequences(rules.flatMap((rule) => rule(facts)));
  const findings = sorted(all.length > 0 ? all : healthy(facts));
  const verdict = verdictOf(facts, findings);
  return { findings, verdict, ...sentences(facts, findings, verdict) };
}

function markConsequences(findings: Finding[]): Finding[] {
  const explained = new Set(findings.flatMap((finding) => explains[finding.cause] ?? []));
  return findings.map((each) =>
    explained.has(each.cause) ? { ...each, consequence: true } : each,
  );
}

/** The rules stand in the order of the chain, so a stable sort keeps the earliest cause first. */
function sorted(findings: Finding[]): Finding[] {
  const rank = (each: Finding): number => (each.consequence ? 1 : 10 * weight[each.severity] + 5);
  return [...findings].sort((a, b) => rank(b) - rank(a));
}

function healthy(facts: Facts): Finding[] {
  const torch = valueOf(facts.torch);
  if (!torch || liveTrouble(facts) !== null) return [];
  const live = valueOf(facts.live);
  const proven =
    live?.xformers?.hasCppLibrary === true || (live !== null && facts.xformers.state === 'absent');
  return [
    {
      cause: 'healthy',
      severity: 'ok',
      confidence: proven ? 'high' : 'medium',
      evidence: [torchEvidence(facts, torch)],
      title: message('finding.healthy.title'),
      explanation: message(
        proven ? 'finding.healthy.explanation' : 'finding.healthy.explanation-static',
      ),
      cost: null,
      remedies: [],
      consequence: false,
    },
  ];
}

/** What a live Python said of torch itself, where that alone stops everything. */
function liveTrouble(facts: Facts): string | null {
  return valueOf(facts.live)?.torch?.error ?? null;
}

function verdictOf(facts: Facts, findings: Finding[]): Verdict {
  const worst = findings.reduce((max, each) => Math.max(max, weight[each.severity]), -1);
  if (worst === weight.error || worst === weight.warning) return 'problem';
  if (worst === weight.limit) return 'hardware_limit';
  if (liveTrouble(facts) !== null || facts.torch.state !== 'known') return 'unknown';
  // Live facts were wanted and did not come: files alone prove a fault, not its absence.
  if (facts.live.state === 'unknown') return 'unknown';
  return worst === weight.harmless ? 'benign' : 'healthy';
}

function sentences(
  facts: Facts,
  findings: Finding[],
  verdict: Verdict,
): { headline: MessageRef; reason: MessageRef | null } {
  const root = findings[0];
  if (verdict === 'unknown') return { headline: unknownHeadline(facts), reason: null };
  if (verdict === 'healthy') return { headline: healthyHeadline(facts), reason: null };
  if (verdict === 'benign') {
    return { headline: message('verdict.benign'), reason: message('verdict.benign.reason') };
  }
  return root
    ? { headline: root.title, reason: message('verdict.problem.reason') }
    : { headline: message('verdict.unknown'), reason: null };
}

function unknownHeadline(facts: Facts): MessageRef {
  const trouble = liveTrouble(facts);
  if (trouble !== null) return message('verdict.torch-broken', { text: trouble });
  if (facts.torch.state !== 'known') return message('verdict.no-torch');
  return message('verdict.unknown');
}

function healthyHeadline(facts: Facts): MessageRef {
  const xformers = valueOf(facts.xformers);
  const gpu = valueOf(facts.gpus)?.[0] ?? valueOf(facts.live)?.torch?.devices[0];
  const named = gpu && gpu.name !== gpu.vendor ? gpu.name : null;
  if (!xformers) return message('verdict.healthy.pytorch');
  return named === null
    ? message('verdict.healthy.xformers', { version: xformers.version })
    : message('verdict.healthy.xformers-gpu', { version: xformers.version, gpu: named });
}
