import { valueOf, type TorchBuild } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { wheelDiffers, wheelTags } from '../../knowledge/wheel-tags.ts';
import type { Clues } from '../clues.ts';
import { installed, packageEvidence, probeEvidence, torchEvidence } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';
import { isFlagged, liveImport, sageFlag } from '../wanted.ts';
import {
  attentionBuild,
  compiledForAnother,
  loadFailure,
  wheelEvidence,
} from '../wheel-evidence.ts';

const name = 'sageattention';

/** SageAttention compiled for another torch, CUDA major or Python. A live import overrules it. */
export function sageattentionBinaryMismatch(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  const version = installed(clues, name);
  if (!torch || version === null || vendorOfTorch(torch) !== 'cuda') return [];
  if (liveImport(clues, name)?.error === null) return [];
  // Triton missing below it is another rule's case.
  const failed = loadFailure(clues, name);
  const evidence = differences(clues, torch, version);
  if (failed === null && evidence.length === 0) return [];
  return [
    findingOf('sageattention_binary_mismatch', {
      severity: failed !== null || isFlagged(clues, sageFlag) ? 'error' : 'warning',
      confidence: failed !== null ? 'high' : 'medium',
      evidence: [
        ...packageEvidence(clues, name),
        ...evidence,
        torchEvidence(clues, torch),
        ...(failed === null ? [] : [probeEvidence(failed)]),
      ],
    }),
  ];
}

function differences(clues: Clues, torch: TorchBuild, version: string): Evidence[] {
  const text = `${version} ${attentionBuild(clues, name)?.wheel ?? ''}`;
  const tags = wheelTags(text);
  const differs = wheelDiffers(torch, tags, clues.platform);
  return [
    ...(differs === null ? [] : [wheelEvidence(name, version, tags)]),
    ...compiledForAnother(clues, name),
  ];
}
