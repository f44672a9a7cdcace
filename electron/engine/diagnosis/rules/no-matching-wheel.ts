import { compare } from '@renovatebot/pep440';
import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { minorOf, vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { xformersReleaseRows, type XformersRelease } from '../../knowledge/tables.ts';
import type { Clues } from '../clues.ts';
import { flagEvidence, torchEvidence } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';
import { isFlagged } from '../wanted.ts';

/** Flags of Stable Diffusion WebUI and its relatives that ask for xFormers. */
const demands = ['--xformers', '--force-enable-xformers'];

/** xFormers is asked for and absent, and for this Python none was ever built beside this torch. */
export function noMatchingWheel(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  const python = clues.interpreter?.version ?? null;
  const flags = demands.filter((flag) => isFlagged(clues, flag));
  if (!torch || python === null || flags.length === 0 || vendorOfTorch(torch) !== 'cuda') return [];
  if (clues.xformers.state !== 'absent') return [];
  const releases = xformersReleaseRows.filter((row) => goesWith(row, torch.version));
  if (releases.length === 0 || releases.some((row) => hasWheelFor(row, minorOf(python)))) return [];
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

function goesWith(row: XformersRelease, torch: string): boolean {
  const later = row.stableAbi && compare(minorOf(torch), minorOf(row.builtForTorch)) >= 0;
  return later || minorOf(row.builtForTorch) === minorOf(torch);
}

function hasWheelFor(row: XformersRelease, python: string): boolean {
  return row.python.kind === 'list'
    ? row.python.versions.includes(python)
    : compare(python, row.python.version) >= 0;
}
