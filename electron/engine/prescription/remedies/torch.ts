import { valueOf } from '../../../../shared/facts.ts';
import { message, type MessageKey, type MessageRef } from '../../../../shared/messages/index.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import { torchOfVersion } from '../../knowledge/torch-of-version.ts';
import { trioOf, type TorchTrio } from '../../knowledge/torch-trio.ts';
import { xformersFit } from '../../knowledge/xformers-fit.ts';
import type { Case } from '../writing/case.ts';
import {
  anyTorchForCuda,
  exactXformers,
  indexOfVersion,
  requirementsOf,
  sameTorchForCuda,
  torchForNewCards,
  torchForOldCards,
  torchOfXformers,
} from '../writing/exact-packages.ts';
import { isOfAnotherMaker } from '../owner/owner.ts';
import { installCommand, pipCommand } from '../writing/pip-commands.ts';
import { messageIsGone } from '../writing/proof.ts';
import { atTheShell, findTorch, run, say } from '../writing/steps.ts';
import { vendorTorch } from './vendor-torch.ts';
import { xformersOfThisTorch } from './xformers.ts';

/** The same torch with support for the card, and what belongs to it. */
export function torchForCuda(current: Case): Prescription {
  const trio = formerTorch(current) ?? sameTorchForCuda(current);
  if (trio) return ofTrio(current, trio, 'prescription.install.torch-cuda');
  // A torch of no known build: what stands on its owner's machine is asked first.
  return current.here === null || current.owner.platform === null
    ? asked(current)
    : withNewest(current);
}

/** A torch that there is for this Python, where pip found none of what was asked. */
export function torchForThisPython(current: Case): Prescription {
  return isOfAnotherMaker(current.owner) ? vendorTorch(current) : withNewest(current);
}

/** A torch that has code for a card that came after the present one. */
export function torchForNewCard(current: Case): Prescription {
  const trio = torchForNewCards(current);
  return trio ? ofTrio(current, trio, 'prescription.install.torch-new-card') : asked(current);
}

/** The last torch that has code for a card of before 2018. */
export function torchForOldCard(current: Case): Prescription {
  const trio = torchForOldCards(current);
  return trio ? ofTrio(current, trio, 'prescription.install.torch-old-card') : asked(current);
}

/** The torch that the present xFormers was built for; xFormers for this torch is the smaller change. */
export function torchForXformers(current: Case): Prescription {
  const trio = torchOfXformers(current);
  return trio
    ? ofTrio(current, trio, 'prescription.install.torch-for-xformers')
    : xformersOfThisTorch(current);
}

function withNewest(current: Case): Prescription {
  const trio = anyTorchForCuda(current) ?? torchForOldCards(current);
  return trio ? ofTrio(current, trio, 'prescription.install.torch-cuda') : asked(current);
}

/** What pip took out in this very log was right, as long as it had support for the card. */
function formerTorch({ heard, finding }: Case): TorchTrio | null {
  if (finding.cause !== 'torch_replaced_by_pip') return null;
  const removed = heard.all('PIP_FOUND_TORCH', 'PIP_REMOVED_TORCH').at(0)?.values['torch'] ?? '';
  const variant = indexOfVersion(removed);
  return variant?.startsWith('cu') ? trioOf(removed, variant) : null;
}

/**
 * Neither log nor owner tell which torch there is: it is printed first. Then one that every card
 * of the last years runs, or what there is for this card and Python, where those are known.
 */
function asked(current: Case): Prescription {
  const { owner, beside } = current;
  const isKnown = beside.cards.some((card) => card !== null);
  const trio = anyTorchForCuda(current, isKnown ? undefined : ['cu128']);
  const old = torchForOldCards(current);
  if (!trio) return byPage(current);
  const install = (each: TorchTrio) =>
    installCommand(owner, { packages: requirementsOf(each), index: each.variant, alone: false });
  return {
    steps: atTheShell(owner, [
      findTorch(owner),
      keepList(current),
      run(
        isKnown ? 'prescription.install.torch-cuda' : 'prescription.torch.by-card',
        install(trio),
        {
          torch: trio.torch,
          variant: trio.variant,
        },
      ),
    ]),
    changes: message('prescription.changes.torch-three'),
    undo: say('prescription.undo.torch-list'),
    proof: message('prescription.proof.torch-tag', { tag: `${trio.torch}+${trio.variant}` }),
    ...(old && !isKnown
      ? { otherwise: run('prescription.torch.by-old-card', install(old), { torch: old.torch }) }
      : {}),
  };
}

function byPage(current: Case): Prescription {
  const page: Step = { ...say('prescription.torch.page'), link: 'pytorch-install' };
  return {
    steps: atTheShell(current.owner, [findTorch(current.owner), keepList(current), page]),
    changes: message('prescription.changes.torch-three'),
    undo: say('prescription.undo.torch-list'),
    proof: messageIsGone(current),
  };
}

/** What was installed, on paper: the way back needs the exact versions. */
function keepList({ owner }: Case): Step {
  return run('prescription.torch.keep-list', pipCommand(owner, 'freeze', []));
}

function ofTrio(current: Case, trio: TorchTrio, key: MessageKey): Prescription {
  const { owner } = current;
  const packages = requirementsOf(trio);
  const install = installCommand(owner, { packages, index: trio.variant, alone: false });
  const xformers = xformersBeside(current, trio);
  const steps = [
    keepList(current),
    run(key, install, { torch: trio.torch, variant: trio.variant }),
    ...(xformers ? [xformers] : []),
  ];
  return {
    steps: atTheShell(owner, steps),
    changes: changesOf(current, trio),
    undo: undoOf(current),
    proof: proofOf(current, trio),
  };
}

/** An xFormers that was made for another torch is replaced with it, or taken out. */
function xformersBeside(current: Case, trio: TorchTrio): Step | null {
  const { clues, here, beside, owner } = current;
  const xformers = valueOf(clues.xformers);
  const torch = torchOfVersion(`${trio.torch}+${trio.variant}`);
  if (!xformers || !torch) return null;
  if (here && here.torch.version === torch.version) return null;
  if (xformersFit(torch, xformers) === 'fits') return null;
  const exact = exactXformers({ ...current, here: { ...beside, torch, torchArchitectures: null } });
  if (!exact) {
    const command = pipCommand(owner, 'uninstall', [...(owner.words.uv ? [] : ['-y']), 'xformers']);
    return run('prescription.torch.without-xformers', command);
  }
  const { requirement, index } = exact;
  return run(
    'prescription.torch.xformers-too',
    installCommand(owner, { packages: [requirement], index, again: exact.again }),
    { requirement },
  );
}

function changesOf(
  { here }: Case,
  { torch, torchvision, torchaudio, variant }: TorchTrio,
): MessageRef {
  const now = `torch ${torch}+${variant}, torchvision ${torchvision}, torchaudio ${torchaudio}`;
  return here === null
    ? message('prescription.changes.torch-new', { now })
    : message('prescription.changes.torch', { old: here.torch.version, now });
}

/** Back to the old torch, if an index has it; what belongs to it stands in the list. */
function undoOf({ here, owner }: Case): Step {
  const version = here?.torch.version;
  const index = version === undefined ? null : indexOfVersion(version);
  if (version === undefined || index === null || /dev|rocm/.test(version)) {
    return say('prescription.undo.torch-list');
  }
  return run(
    'prescription.undo.torch',
    installCommand(owner, { packages: [`torch==${version}`], index, again: true, alone: true }),
    { version },
  );
}

function proofOf(current: Case, { torch, variant }: TorchTrio): MessageRef {
  return current.owner.engine === 'comfyui'
    ? message('prescription.proof.line', { line: `pytorch version: ${torch}+${variant}` })
    : messageIsGone(current);
}
