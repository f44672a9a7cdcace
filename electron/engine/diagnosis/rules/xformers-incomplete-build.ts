import { valueOf, type XformersBuild } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { builtForAnotherPython, xformersFit } from '../../knowledge/xformers-fit.ts';
import { isReleasedBroken } from '../../knowledge/xformers-releases.ts';
import type { Clues } from '../evidence/clues.ts';
import { probeEvidence, xformersEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { usesXformers } from '../evidence/wanted.ts';

/** xFormers fits by its version, but its compiled part is missing, does not load, or was released broken. */
export function xformersIncompleteBuild(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  const xformers = valueOf(clues.xformers);
  if (!torch || !xformers || vendorOfTorch(torch) !== 'cuda') return [];
  // The version tells it all: another rule's case.
  const fit = xformersFit(torch, xformers);
  if (fit !== 'fits' && fit !== 'unknown') return [];
  if (builtForAnotherPython(xformers, clues.interpreter?.version ?? null)) return [];
  return [
    ...unloadable(clues, xformers),
    ...withoutCuda(clues, xformers),
    ...releasedBroken(clues, xformers),
  ].slice(0, 1);
}

function unloadable(clues: Clues, xformers: XformersBuild): Finding[] {
  const live = valueOf(clues.live)?.xformers ?? null;
  const said = live?.loadError ?? live?.opsError ?? live?.error ?? null;
  if (said === null ? live?.hasCppLibrary === true : isAnothersCase(said)) return [];
  const missing = !xformers.hasExtensionFile && xformers.extensionExpected;
  if (!missing && live?.hasCppLibrary !== false && said === null) return [];
  return [
    findingOf('xformers_incomplete_build', {
      confidence: live === null ? 'medium' : 'high',
      evidence: [
        xformersEvidence(clues, xformers),
        ...(said === null ? [] : [probeEvidence(said)]),
      ],
      explanation: message('finding.xformers_incomplete_build.explanation-version', {
        version: xformers.version,
      }),
    }),
  ];
}

/** It loads, and then refuses every card (xformers/ops/fmha/common.py, not_supported_reasons). */
function withoutCuda(clues: Clues, xformers: XformersBuild): Finding[] {
  if (xformers.withoutGpu !== true) return [];
  const statement = message('evidence.xformers-without-cuda', { version: xformers.version });
  return [
    findingOf('xformers_incomplete_build', {
      evidence: [xformersEvidence(clues, xformers), { statement, how: 'file' }],
      explanation: message('finding.xformers_incomplete_build.explanation-no-cuda', {
        version: xformers.version,
      }),
      cost: message('finding.xformers_incomplete_build.cost-no-cuda'),
    }),
  ];
}

/** Built for another torch, or stopped by the flash-attn beside it. */
function isAnothersCase(said: string): boolean {
  return /was built for|requires flash-?attention|flash_attn/i.test(said);
}

/** 0.0.27 and 0.0.27.post1 on Windows ask torch for a flash kernel that its Windows builds lack. */
function releasedBroken(clues: Clues, xformers: XformersBuild): Finding[] {
  if (!isReleasedBroken(xformers.version, clues.platform) || !usesXformers(clues)) return [];
  return [
    findingOf('xformers_incomplete_build', {
      confidence: 'medium',
      evidence: [xformersEvidence(clues, xformers)],
    }),
  ];
}
