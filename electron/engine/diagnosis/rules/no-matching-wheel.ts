import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { xformersFor } from '../../knowledge/xformers-releases.ts';
import type { Clues } from '../evidence/clues.ts';
import { flagEvidence, torchEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { isFlagged } from '../evidence/wanted.ts';
import { surroundingsOf } from '../evidence/surroundings.ts';

/** Flags of Stable Diffusion WebUI and its relatives that ask for xFormers. */
const demands = ['--xformers', '--force-enable-xformers'];

/** xFormers is asked for and absent, and for this Python none was ever built beside this torch. */
export function noMatchingWheel(clues: Clues): Finding[] {
  const here = surroundingsOf(clues);
  const flags = demands.filter((flag) => isFlagged(clues, flag));
  if (!here || here.python === null || flags.length === 0) return [];
  if (vendorOfTorch(here.torch) !== 'cuda' || clues.xformers.state !== 'absent') return [];
  const { torch, python } = here;
  // What no Python could have is not this Python's fault.
  if (xformersFor(here).length > 0 || xformersFor({ ...here, python: null }).length === 0)
    return [];
  const params = { torch: torch.version, python };
  return [
    findingOf('no_matching_wheel', {
      evidence: [
        ...flags.map((flag) => flagEvidence(clues, flag)),
        torchEvidence(clues, torch),
        { statement: message('evidence.no-wheel', params), how: 'file' },
      ],
    }),
  ];
}
