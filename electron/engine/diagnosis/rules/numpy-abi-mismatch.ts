import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { plainVersion } from '../../knowledge/cuda-family.ts';
import { numpyAbiRows } from '../../knowledge/limit-tables.ts';
import { isRelease, isWithin } from '../../knowledge/versions.ts';
import type { Clues } from '../evidence/clues.ts';
import { installed, packageEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { packagesBy } from '../evidence/packages-by.ts';

/** NumPy 2 beside a torch that was compiled for NumPy 1. */
export function numpyAbiMismatch(clues: Clues): Finding[] {
  const numpy = installed(clues, 'numpy');
  if (numpy === null || !isWithin(numpy, '2', null)) return [];
  const version = valueOf(clues.torch)?.version ?? installed(clues, 'torch');
  // A torch built by others (conda) may have been compiled with NumPy 2.
  if (version === null || !isRelease(version) || packagesBy(clues) === 'conda') return [];
  const row = numpyAbiRows.find(
    (each) =>
      each.package === 'torch' &&
      (each.platform === null || each.platform === clues.platform) &&
      isWithin(plainVersion(version), null, each.below),
  );
  if (!row) return [];
  return [
    findingOf('numpy_abi_mismatch', {
      evidence: [
        ...packageEvidence(clues, 'numpy'),
        {
          statement: message('evidence.built-for-numpy-one', { name: 'torch', version }),
          how: 'file',
        },
      ],
    }),
  ];
}
