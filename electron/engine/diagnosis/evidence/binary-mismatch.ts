import type { AttentionBuild, TorchBuild } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { wheelDiffers, wheelTags } from '../../knowledge/wheel-tags.ts';
import type { Clues } from './clues.ts';
import { installed, packageEvidence, probeEvidence, torchEvidence } from './evidence.ts';
import { findingOf } from './finding-of.ts';
import { isFlagged, liveImport } from './wanted.ts';
import {
  attentionBuild,
  compiledForAnother,
  loadFailure,
  wheelEvidence,
} from './wheel-evidence.ts';

type Package = {
  cause: 'flash_attn_binary_mismatch' | 'sageattention_binary_mismatch';
  /** The distribution, the module that it is imported as, and the flag that demands it. */
  name: AttentionBuild['name'];
  module: string;
  flag: string;
};

/**
 * A package compiled for another torch, CUDA major or Python: by its wheel's tags, its
 * compiled files, or what a live Python said. A live import that succeeded overrules the files.
 */
export function binaryMismatch(
  clues: Clues,
  torch: TorchBuild,
  { cause, name, module, flag }: Package,
): Finding[] {
  const version = installed(clues, name);
  if (version === null || liveImport(clues, module)?.error === null) return [];
  const failed = loadFailure(clues, module);
  const differences = differencesOf(clues, torch, name, version);
  if (failed === null && differences.length === 0) return [];
  return [
    findingOf(cause, {
      severity: failed !== null || isFlagged(clues, flag) ? 'error' : 'warning',
      confidence: failed !== null ? 'high' : 'medium',
      evidence: [
        ...packageEvidence(clues, name),
        ...differences,
        torchEvidence(clues, torch),
        ...(failed === null ? [] : [probeEvidence(failed)]),
      ],
    }),
  ];
}

function differencesOf(
  clues: Clues,
  torch: TorchBuild,
  name: AttentionBuild['name'],
  version: string,
): Evidence[] {
  const tags = wheelTags(`${version} ${attentionBuild(clues, name)?.wheel ?? ''}`);
  const differs = wheelDiffers(torch, tags, clues.platform);
  return [
    ...(differs === null ? [] : [wheelEvidence(name, version, tags)]),
    ...compiledForAnother(clues, name),
  ];
}
