import { message } from '../../../../shared/messages/index.ts';
import type { Prescription } from '../../../../shared/prescription.ts';
import { isOfAnotherMaker } from '../owner/owner.ts';
import type { Case } from '../writing/case.ts';
import { exactTriton, tritonByTorch } from '../writing/exact-packages.ts';
import { changesPackage, undoInstall, undoPackage, withoutChange } from '../writing/parts.ts';
import { installCommand, pythonLine, uninstallCommand } from '../writing/pip-commands.ts';
import { messageIsGone } from '../writing/proof.ts';
import { atTheShell, findTorch, run, say } from '../writing/steps.ts';
import { pytorchInstead } from './pytorch-attention.ts';

/** The Triton of this torch; every other one goes first, since both have the same import name. */
export function tritonOfThisTorch(current: Case): Prescription {
  const { owner, here } = current;
  const instead = pytorchInstead(current);
  const otherwise = instead ? { otherwise: instead } : {};
  if (isOfAnotherMaker(owner)) {
    return withoutChange([say('prescription.triton.other-vendor')], messageIsGone(current));
  }
  const exact = exactTriton(current);
  const name = exact?.name ?? (owner.platform === 'win32' ? 'triton-windows' : 'triton');
  const remove = run(
    'prescription.triton.remove-others',
    uninstallCommand(owner, owner.platform === 'linux' ? ['triton'] : ['triton', 'triton-windows']),
  );
  if (!exact) {
    if (here && owner.platform !== null) {
      // Published for no such torch, Python or card: what needs Triton has to be switched off.
      return withoutChange(
        [say('prescription.triton.none', { torch: here.torch.version })],
        messageIsGone(current),
        instead ?? undefined,
      );
    }
    return {
      steps: atTheShell(owner, [
        findTorch(owner),
        remove,
        say('prescription.triton.by-torch', { list: tritonByTorch(current) }),
      ]),
      changes: message('prescription.changes.only', { name: 'Triton', kept: 'PyTorch' }),
      undo: undoInstall(current, name),
      proof: messageIsGone(current),
      ...otherwise,
    };
  }
  const { requirement } = exact;
  const install = installCommand(owner, { packages: [requirement] });
  const check = pythonLine(owner, 'import triton; print(triton.__version__)');
  return {
    steps: atTheShell(owner, [
      remove,
      run('prescription.install.triton', install, { requirement }),
      run('prescription.triton.check', check, { version: exact.version }),
    ]),
    changes: changesPackage(current, exact),
    undo: undoPackage(current, exact),
    proof: messageIsGone(current),
    ...otherwise,
  };
}
