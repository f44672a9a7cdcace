import { message } from '../../../../shared/messages/index.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import { vendorTorchFor, type VendorTorch } from '../../knowledge/vendor-torch.ts';
import type { Case } from '../writing/case.ts';
import { withoutChange } from '../writing/parts.ts';
import { installCommand, pipCommand, uninstallCommand } from '../writing/pip-commands.ts';
import { messageIsGone } from '../writing/proof.ts';
import { changesOf, changeStep, changeTo, undoOf } from '../writing/settings.ts';
import { atTheShell, closeProgram, run, say, startAgain } from '../writing/steps.ts';

const trio = ['torch', 'torchvision', 'torchaudio'];

/** The build of torch for the card that is there, as its maker and ComfyUI offer it. */
export function vendorTorch(current: Case): Prescription {
  const { owner, beside } = current;
  switch (owner.vendor) {
    case 'intel':
    case 'amd': {
      const row = vendorTorchFor(owner.vendor, owner.platform, beside.python);
      return row ? fromIndex(current, row) : portableBeside(current, owner.vendor);
    }
    case 'apple':
      return withoutChange([say('prescription.vendor.apple')], messageIsGone(current));
    case 'nvidia':
    case null:
      return onTheProcessor(current);
  }
}

function fromIndex(current: Case, { vendor, requirements, index }: VendorTorch): Prescription {
  const { owner } = current;
  const install = installCommand(owner, { packages: requirements, index, alone: false });
  const steps: Step[] = [
    run('prescription.torch.keep-list', pipCommand(owner, 'freeze', [])),
    run('prescription.vendor.remove', uninstallCommand(owner, trio)),
    run(`prescription.vendor.${vendor}`, install),
  ];
  return {
    steps: atTheShell(owner, steps),
    changes: message('prescription.changes.torch-three'),
    undo: say('prescription.undo.torch-list'),
    proof: message(`prescription.proof.${vendor}`),
  };
}

/** Nothing that fits this Python: ComfyUI's own portable version for the card brings all it needs. */
function portableBeside(current: Case, vendor: 'amd' | 'intel'): Prescription {
  return {
    steps: [
      closeProgram(current.owner),
      { ...say(`prescription.vendor.${vendor}-portable`), link: 'comfyui-portable' },
    ],
    changes: message('prescription.changes.beside'),
    undo: say('prescription.undo.beside'),
    proof: message(`prescription.proof.${vendor}`),
  };
}

/** No card that any torch could use: the processor does the work, slowly. */
function onTheProcessor(current: Case): Prescription {
  const change = changeTo(current, 'processor', []);
  if (!change) return withoutChange([say('prescription.vendor.unknown')], messageIsGone(current));
  return {
    steps: [
      say('prescription.vendor.which-card'),
      closeProgram(current.owner),
      changeStep(current, change),
      startAgain(current.owner),
    ],
    changes: changesOf(change),
    undo: undoOf(current, change),
    proof: messageIsGone(current),
    otherwise: { ...say('prescription.vendor.page'), link: 'pytorch-install' },
  };
}
