import { valueOf, type Facts } from '../../../shared/facts.ts';
import type { Finding, Verdict } from '../../../shared/finding.ts';
import { isPlannable } from '../../../shared/goal.ts';
import { message, type MessageKey, type MessageRef } from '../../../shared/messages/index.ts';
import { torchEvidence } from './evidence/evidence.ts';
import { findingOf } from './evidence/finding-of.ts';

/** What an environment is in which no rule found anything, if enough could be seen to say so. */
export function healthyEnvironment(facts: Facts): Finding[] {
  const torch = valueOf(facts.torch);
  if (!torch || troubleWithTorch(facts) !== null) return [];
  const live = valueOf(facts.live);
  const proven =
    live?.xformers?.hasCppLibrary === true || (live !== null && facts.xformers.state === 'absent');
  return [
    findingOf('healthy', {
      confidence: proven ? 'high' : 'medium',
      evidence: [torchEvidence(facts, torch)],
      explanation: message(
        proven ? 'finding.healthy.explanation-live' : 'finding.healthy.explanation-static',
      ),
      cost: null,
    }),
  ];
}

/** What a live Python said of torch itself, where that alone stops everything. */
export function troubleWithTorch(facts: Facts): string | null {
  return valueOf(facts.live)?.torch?.error ?? null;
}

/** The verdict on an environment as one sentence, and why. */
export function sentencesOf(
  facts: Facts,
  findings: readonly Finding[],
  verdict: Verdict,
): { headline: MessageRef; reason: MessageRef | null } {
  const root = findings[0];
  if (verdict === 'unknown') return { headline: unknownHeadline(facts), reason: null };
  if (verdict === 'healthy') return { headline: healthyHeadline(facts), reason: null };
  if (verdict === 'benign') {
    return { headline: message('verdict.benign'), reason: message('verdict.benign.reason') };
  }
  if (!root) return { headline: message('verdict.unknown'), reason: null };
  const repairable = root.remedies.some((each) => isPlannable(each.goal));
  const reason = repairable ? message('verdict.problem.reason') : root.advice;
  return { headline: root.title, reason };
}

function unknownHeadline(facts: Facts): MessageRef {
  const trouble = troubleWithTorch(facts);
  if (trouble !== null) return message('verdict.torch-broken', { text: trouble });
  if (facts.torch.state !== 'known') return message('verdict.no-torch');
  return message('verdict.unknown');
}

function healthyHeadline(facts: Facts): MessageRef {
  const xformers = valueOf(facts.xformers);
  const gpu = valueOf(facts.gpus)?.[0] ?? valueOf(facts.live)?.torch?.devices[0];
  const named = gpu && gpu.name !== gpu.vendor ? gpu.name : null;
  if (!xformers) return message(healthyWithout(facts.backend?.backend ?? 'pytorch'));
  return named === null
    ? message('verdict.healthy.xformers', { version: xformers.version })
    : message('verdict.healthy.xformers-gpu', { version: xformers.version, gpu: named });
}

/** What is in use where there is no xFormers. */
function healthyWithout(backend: NonNullable<Facts['backend']>['backend']): MessageKey {
  switch (backend) {
    case 'pytorch':
      return 'verdict.healthy.pytorch';
    case 'sage':
      return 'verdict.healthy.sage';
    case 'flash':
      return 'verdict.healthy.flash';
    default:
      return 'verdict.healthy.other';
  }
}
