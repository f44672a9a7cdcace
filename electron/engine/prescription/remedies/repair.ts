import { message } from '../../../../shared/messages/index.ts';
import type { Prescription } from '../../../../shared/prescription.ts';
import type { Case } from '../writing/case.ts';
import { versionNow } from '../writing/exact-packages.ts';
import { installCommand, pipCommand } from '../writing/pip-commands.ts';
import { messageIsGone } from '../writing/proof.ts';
import { atTheShell, run, say } from '../writing/steps.ts';
import { wantedPackage } from '../writing/wanted-package.ts';

/** The damaged package again in the same version, after what an interrupted pip left is gone. */
export function repairPackage(current: Case): Prescription {
  const { owner, finding, heard } = current;
  if (finding.cause === 'numpy_abi_mismatch') return olderNumpy(current);
  const name = heard.first('PIP_INVALID_DISTRIBUTION')?.values['name'];
  const folder = heard.first('PIP_INVALID_DISTRIBUTION')?.values['path'];
  const wanted = wantedPackage(current);
  const version = wanted === null ? null : versionNow(current, wanted);
  const leftovers =
    name === undefined
      ? say('prescription.repair.leftovers')
      : say('prescription.repair.leftovers-named', { name, folder: folder ?? 'site-packages' });
  const again =
    wanted === null || wanted === 'torch'
      ? [run('prescription.repair.check', pipCommand(owner, 'check', []))]
      : [
          run(
            'prescription.repair.again',
            installCommand(owner, {
              packages: [version === null || /\+/.test(version) ? wanted : `${wanted}==${version}`],
              again: true,
            }),
            { name: wanted },
          ),
        ];
  return {
    steps: atTheShell(owner, [leftovers, ...again]),
    changes: message('prescription.changes.repair'),
    undo: say('prescription.undo.repair'),
    proof: messageIsGone(current),
  };
}

/** What was compiled for NumPy 1 runs with NumPy 1; newer packages run with either. */
function olderNumpy(current: Case): Prescription {
  const { owner } = current;
  const install = installCommand(owner, { packages: ['numpy<2'], alone: true });
  const back = installCommand(owner, { packages: ['numpy>=2'], alone: true });
  return {
    steps: atTheShell(owner, [run('prescription.numpy.older', install)]),
    changes: message('prescription.changes.only', { name: 'NumPy', kept: 'PyTorch' }),
    undo: { text: message('prescription.undo.numpy'), command: back },
    proof: messageIsGone(current),
    otherwise: say('prescription.numpy.newer-package'),
  };
}
