import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { plainVersion } from '../../knowledge/cuda-family.ts';
import { isWithin } from '../../knowledge/versions.ts';
import type { Clues } from '../evidence/clues.ts';
import { installed, packageEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { everyCard, nvidiaCards } from '../evidence/graphics-cards.ts';
import { isFlagged, sageFlag } from '../evidence/wanted.ts';
import { attentionBuild } from '../evidence/wheel-evidence.ts';

const name = 'sageattention';

/** Which compiled file serves which card (SageAttention 2, setup.py and core.py). */
const kernels = [
  { from: 89, below: 90, file: '_qattn_sm89' },
  { from: 90, below: 100, file: '_qattn_sm90' },
  { from: 120, below: 130, file: '_qattn_sm89' },
] as const;

/** A build without the card's kernels; or version 1 where the card could have version 2. */
export function sageattentionWrongBuild(clues: Clues): Finding[] {
  const version = installed(clues, name);
  if (version === null || valueOf(clues.torch)?.cuda == null) return [];
  if (isWithin(plainVersion(version), '2', null)) return kernelMissing(clues, version);
  const cards = everyCard(nvidiaCards(clues), (capability) => capability >= 89);
  if (!isWithin(plainVersion(version), null, '2') || cards.length === 0) return [];
  return [
    findingOf('sageattention_wrong_build', {
      severity: 'harmless',
      confidence: 'low',
      evidence: [...packageEvidence(clues, name), ...cards.map((card) => card.evidence)],
      title: message('finding.sageattention_wrong_build.title-one'),
      explanation: message('finding.sageattention_wrong_build.explanation-one'),
      cost: message('finding.sageattention_wrong_build.cost-one'),
    }),
  ];
}

function kernelMissing(clues: Clues, version: string): Finding[] {
  const compiled = attentionBuild(clues, name)?.compiled ?? [];
  // Another layout of files: then their names say nothing.
  if (!compiled.some((file) => file.startsWith('_qattn_sm'))) return [];
  const missing = nvidiaCards(clues).flatMap((card): Evidence[] => {
    const { capability } = card;
    const kernel = kernels.find(
      (each) => capability !== null && capability >= each.from && capability < each.below,
    );
    if (!kernel || compiled.some((file) => file.startsWith(`${kernel.file}.`))) return [];
    const statement = message('evidence.kernel-missing', { version, file: kernel.file });
    return [card.evidence, { statement, how: 'file' }];
  });
  if (missing.length === 0) return [];
  return [
    findingOf('sageattention_wrong_build', {
      severity: isFlagged(clues, sageFlag) ? 'error' : 'warning',
      confidence: 'medium',
      evidence: [...packageEvidence(clues, name), ...missing],
    }),
  ];
}
