import { message } from '../../../../shared/messages/index.ts';
import type { Prescription } from '../../../../shared/prescription.ts';
import type { FolderKind } from '../../knowledge/program-rows.ts';
import { isWindows } from '../owner/owner.ts';
import type { Case } from '../writing/case.ts';
import { undoInstall, withoutChange } from '../writing/parts.ts';
import { installCommand } from '../writing/pip-commands.ts';
import { messageIsGone } from '../writing/proof.ts';
import { atTheShell, closeProgram, openShell, run, say, startAgain } from '../writing/steps.ts';
import { wordsForPip } from '../writing/wanted-package.ts';

/** ComfyUI's requirements say which one: as constraints they pin it, and nothing else comes along. */
export function comfyKitchen(current: Case): Prescription {
  const { owner } = current;
  const file = requirementsFile(current);
  const install = installCommand(owner, { packages: ['comfy-kitchen'], more: ['-c', file] });
  return {
    steps: [
      closeProgram(owner),
      openShell(owner, true),
      run('prescription.install.comfy-kitchen', install, { file }),
      startAgain(owner),
    ],
    changes: message('prescription.changes.only', { name: 'comfy-kitchen', kept: 'PyTorch' }),
    undo: undoInstall(current, 'comfy-kitchen'),
    proof: messageIsGone(current),
  };
}

/** Where ComfyUI lies below the folder that the commands are typed in. */
const sourceBelow: Readonly<Partial<Record<FolderKind, string>>> = {
  portable: 'ComfyUI',
  desktop2: 'ComfyUI',
  aki: 'ComfyUI',
  server: 'ComfyUI',
  pinokio: 'app',
};

function requirementsFile({ owner }: Case): string {
  const { folderKind } = owner;
  const windows = isWindows(owner);
  const swarm = windows ? 'dlbackend\\comfy\\ComfyUI' : 'dlbackend/ComfyUI';
  const folder =
    folderKind === null ? undefined : folderKind === 'swarm' ? swarm : sourceBelow[folderKind];
  if (folder === undefined) return 'requirements.txt';
  return windows ? `${folder}\\requirements.txt` : `${folder}/requirements.txt`;
}

/** Any other package: by its name, or by the words that its owner gave to another Python's pip. */
export function rightPackage(current: Case, name: string | null): Prescription {
  const { owner } = current;
  const words = wordsForPip(current);
  const packages = words ?? (name === null ? null : [name]);
  if (packages === null) {
    return withoutChange([say('prescription.right-python.which')], messageIsGone(current));
  }
  const isFile = packages.includes('-r');
  const install = installCommand(owner, { packages, alone: false });
  return {
    steps: atTheShell(owner, [
      run(
        'prescription.right-python.keep',
        installCommand(owner, { packages: ['--dry-run', ...packages], alone: false }),
      ),
      run('prescription.right-python.install', install),
    ]),
    changes: message('prescription.changes.right-python'),
    undo:
      isFile || name === null ? say('prescription.undo.right-python') : undoInstall(current, name),
    proof: messageIsGone(current),
  };
}
