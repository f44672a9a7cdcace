import { valueOf, type Facts } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { xformersFit } from '../../knowledge/xformers-fit.ts';
import { xformersEvidence } from '../evidence.ts';

/** xFormers fits by its version, but its compiled part is missing or does not load. */
export function xformersIncompleteBuild(facts: Facts): Finding[] {
  const torch = valueOf(facts.torch);
  const xformers = valueOf(facts.xformers);
  if (!torch || !xformers) return [];
  const live = valueOf(facts.live)?.xformers ?? null;
  const said = live?.loadError ?? live?.opsError ?? live?.error ?? null;
  const unloadable = live !== null && live.hasCppLibrary === false;
  if (live?.hasCppLibrary === true && said === null) return [];
  const missing = !xformers.hasExtensionFile && xformers.extensionExpected;
  if (!missing && !unloadable && said === null) return [];
  // The version tells it all: another rule's case.
  const fit = xformersFit(torch, xformers);
  if (fit !== 'fits' && fit !== 'unknown') return [];
  if (said !== null && /was built for/i.test(said)) return [];
  const evidence = [xformersEvidence(facts, xformers)];
  if (said !== null) {
    evidence.push({ statement: message('evidence.python-said', { text: said }), how: 'probe' });
  }
  return [
    {
      cause: 'xformers_incomplete_build',
      severity: 'error',
      confidence: live === null ? 'medium' : 'high',
      evidence,
      title: message('finding.xformers_incomplete_build.title'),
      explanation: message('finding.xformers_incomplete_build.explanation', {
        version: xformers.version,
      }),
      cost: message('finding.xformers_incomplete_build.cost'),
      remedies: [{ goal: 'xformers', fixKind: 'upgrade_xformers_matching_torch' }],
      consequence: false,
    },
  ];
}
