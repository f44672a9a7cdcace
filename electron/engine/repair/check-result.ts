import { valueOf, type Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Plan } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import type { Rung } from '../../../shared/verification.ts';

/**
 * Fixed means: what was promised is there, torch is what it was, the finding is gone on a
 * fresh look, nothing new has come, and a live Python loaded the result. Throws
 * `verification-failed`, with what was missed as its detail. Pure.
 */
export function checkResult(
  plan: Plan,
  before: Diagnosis,
  after: Diagnosis,
  rungs: readonly Rung[],
): void {
  for (const change of plan.changes) {
    const now =
      after.facts.distributions.find((each) => each.name === change.name)?.version ?? null;
    if (now !== change.to) refuse(`${change.name}: ${now ?? '-'}`);
  }
  const movesTorch = plan.changes.some((change) => change.name === 'torch');
  if (!movesTorch && torchOf(before.facts) !== torchOf(after.facts))
    refuse(`torch ${torchOf(after.facts)}`);
  if (after.problem)
    refuse(`${after.problem.code}
${after.problem.detail ?? ''}`);
  const root = before.findings.find((each) => !each.consequence);
  const faults = after.findings.filter((each) => !each.consequence && each.severity === 'error');
  const known = new Set(before.findings.map((each) => each.cause));
  const bad = faults.find((each) => each.cause === root?.cause || !known.has(each.cause));
  if (bad) refuse(bad.cause);
  // The rungs speak of xFormers: they count where the plan touches it or what it stands on.
  const concerned = plan.changes.some((change) => ['xformers', 'torch'].includes(change.name));
  const fallen = concerned ? rungs.find((each) => each.outcome === 'fail') : undefined;
  if (fallen) refuse(`rung ${fallen.rung} (${fallen.id})`);
}

function refuse(reason: string): never {
  fail('verification-failed', { detail: reason });
}

function torchOf(facts: Facts): string {
  const torch = valueOf(facts.torch);
  return torch ? `${torch.version} ${torch.cuda ?? torch.hip ?? torch.xpu ?? 'cpu'}` : '-';
}
