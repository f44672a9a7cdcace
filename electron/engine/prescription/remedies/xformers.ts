import { message } from '../../../../shared/messages/index.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import { isOfAnotherMaker } from '../owner/owner.ts';
import type { Case } from '../writing/case.ts';
import { exactXformers, versionNow, xformersByTorch } from '../writing/exact-packages.ts';
import { changesPackage, undoInstall, undoPackage, withoutChange } from '../writing/parts.ts';
import { installCommand, uninstallCommand } from '../writing/pip-commands.ts';
import { messageIsGone, proofOf } from '../writing/proof.ts';
import { changesOf, changeStep, changeTo, undoOf } from '../writing/settings.ts';
import {
  atTheShell,
  closeProgram,
  findTorch,
  openShell,
  run,
  say,
  startAgain,
} from '../writing/steps.ts';
import { pytorchInstead } from './pytorch-attention.ts';

/** The xFormers of this torch; its owner's PyTorch stays. */
export function xformersOfThisTorch(current: Case): Prescription {
  const { owner } = current;
  if (isOfAnotherMaker(owner)) return withoutXformers(current);
  const exact = exactXformers(current);
  const instead = pytorchInstead(current);
  const otherwise = instead ? { otherwise: instead } : {};
  if (!exact) {
    if (current.here) return withoutXformers(current);
    return {
      steps: [
        closeProgram(owner),
        openShell(owner),
        findTorch(owner),
        say('prescription.xformers.by-torch', { list: xformersByTorch(current) }),
        startAgain(owner),
      ],
      changes: message('prescription.changes.only', { name: 'xformers', kept: 'PyTorch' }),
      undo: undoInstall(current, 'xformers'),
      proof: proofOf(current, 'xformers'),
      ...otherwise,
    };
  }
  const { requirement, index, again } = exact;
  const command = installCommand(owner, { packages: [requirement], index, again });
  return {
    steps: atTheShell(owner, [run('prescription.install.xformers', command, { requirement })]),
    changes: changesPackage(current, exact),
    undo: undoPackage(current, exact),
    proof: proofOf(current, 'xformers'),
    ...otherwise,
  };
}

/**
 * Without xFormers: the setting first, since it takes nothing away; the package goes where the
 * program takes xFormers whenever it is there.
 */
export function withoutXformers(current: Case): Prescription {
  const { owner } = current;
  const change = changeTo(current, 'pytorch', ['xformers']);
  const remove: Step = {
    text: message('prescription.otherwise.uninstall', { name: 'xformers' }),
    command: uninstallCommand(owner, ['xformers']),
  };
  if (change) {
    return {
      steps: [closeProgram(owner), changeStep(current, change), startAgain(owner)],
      changes: changesOf(change),
      undo: undoOf(current, change),
      proof: proofOf(current, 'pytorch'),
      otherwise: remove,
    };
  }
  // Its own attention is set already, and the package still is in the way; or nobody knows a setting.
  const version = versionNow(current, 'xformers');
  if (owner.engine === null && version === null && owner.name === null) {
    return withoutChange(
      [say('prescription.setting.unknown-program')],
      messageIsGone(current),
      remove,
    );
  }
  return {
    steps: atTheShell(owner, [
      run('prescription.uninstall', remove.command ?? uninstallCommand(owner, ['xformers']), {
        name: 'xformers',
      }),
    ]),
    changes: message('prescription.changes.uninstalled', { name: 'xformers' }),
    undo:
      version === null
        ? say('prescription.undo.install-again', { name: 'xformers' })
        : undoPackage(current, {
            requirement: `xformers==${version}`,
            name: 'xformers',
            version,
            index: null,
            now: version,
            again: false,
          }),
    proof: messageIsGone(current),
  };
}
