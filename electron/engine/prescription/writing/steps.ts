import { message, type MessageKey } from '../../../../shared/messages/index.ts';
import type { Command, Step } from '../../../../shared/prescription.ts';
import { isWindows, type Owner } from '../owner/owner.ts';
import { pythonLine } from './pip-commands.ts';

export function say(key: MessageKey, params?: Record<string, string>): Step {
  return { text: message(key, params) };
}

export function run(key: MessageKey, command: Command, params?: Record<string, string>): Step {
  return { text: message(key, params), command };
}

/** Nothing may hold the files that are going to change. */
export function closeProgram(owner: Owner): Step {
  if (owner.program?.hosted === 'notebook') return say('prescription.close.notebook');
  return owner.name === null
    ? say('prescription.close.unknown')
    : say('prescription.close', { program: owner.name });
}

/** Where the commands are typed; a whole path is called from anywhere, unless the folder matters too. */
export function openShell(owner: Owner, inFolder = false): Step {
  const { program, words, folderKind, shell } = owner;
  switch (program?.hosted) {
    case 'notebook':
      return say('prescription.open.notebook', { program: program.name });
    case 'rented':
      return say('prescription.open.rented');
    case 'container':
      return say('prescription.open.container');
    default:
  }
  const windows = isWindows(owner);
  const system = windows ? (shell === 'powershell' ? 'powershell' : 'windows') : 'unix';
  if (words.folder !== null)
    return say(`prescription.open.known.${system}`, { folder: words.folder });
  const isWhole = /^(?:[A-Za-z]:[\\/]|\/)/.test(words.python);
  if (folderKind !== null && owner.name !== null && (!isWhole || inFolder)) {
    const place = windows ? 'windows' : 'unix';
    return say(`prescription.open.${folderKind}.${place}`, { program: owner.name });
  }
  return isWhole
    ? say(`prescription.open.any.${system}`)
    : say(`prescription.open.unknown.${windows ? 'windows' : 'unix'}`);
}

/** What to know first, where neither log nor owner tell which PyTorch is there. */
export function findTorch(owner: Owner): Step {
  const code = 'import sys, torch; print(sys.version.split()[0], torch.__version__)';
  return run('prescription.find-torch', pythonLine(owner, code));
}

/** The last step: what was closed is started again as usual. */
export function startAgain(owner: Owner): Step {
  if (owner.program?.hosted === 'notebook') return say('prescription.start.notebook');
  return owner.name === null
    ? say('prescription.start.unknown')
    : say('prescription.start', { program: owner.name });
}

/** A change in files of packages: closed before, started again afterwards. */
export function atTheShell(owner: Owner, steps: readonly Step[]): Step[] {
  return [closeProgram(owner), openShell(owner), ...steps, startAgain(owner)];
}
