import { message } from '../../../../shared/messages/index.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import type { Case } from '../writing/case.ts';
import { withoutChange } from '../writing/parts.ts';
import { installCommand } from '../writing/pip-commands.ts';
import { messageIsGone, proofOf, shortened } from '../writing/proof.ts';
import { atTheShell, closeProgram, run, say, startAgain } from '../writing/steps.ts';

/** The message may stay. */
export function harmless(current: Case): Prescription {
  const line = lineOf(current);
  const step =
    line === undefined
      ? say('prescription.nothing.harmless')
      : say('prescription.nothing.harmless-line', { line: shortened(line) });
  return withoutChange([step], message('prescription.proof.as-before'));
}

function lineOf({ finding }: Case): string | undefined {
  return finding.evidence.find(({ said }) => said)?.said?.text;
}

export function nothingToDo(): Prescription {
  return withoutChange(
    [say('prescription.nothing.healthy')],
    message('prescription.proof.as-before'),
  );
}

/** Another trouble than attention: packages stay, and the last error line says what to look at. */
export function elsewhere(current: Case): Prescription {
  const key =
    current.finding.cause === 'not_attention_oom'
      ? current.owner.engine === 'comfyui'
        ? 'prescription.nothing.memory-comfyui'
        : 'prescription.nothing.memory'
      : 'prescription.nothing.elsewhere';
  const line = lineOf(current);
  const step =
    line === undefined || key !== 'prescription.nothing.elsewhere'
      ? say(key)
      : say('prescription.nothing.elsewhere-line', { line: shortened(line) });
  return withoutChange([step], messageIsGone(current));
}

/** A node or program that calls attention in a way that is no longer, or not yet, there. */
export function updateProgram(current: Case): Prescription {
  const { owner, heard } = current;
  if (heard.has('FRAME_BITSANDBYTES')) return newerPackage(current, 'bitsandbytes');
  const frames = heard
    .all('TROUBLE_FRAME')
    .map(({ text }) => /custom_nodes[\\/]+([^\\/"]+)/i.exec(text)?.[1]);
  const pack = frames.find((each) => each !== undefined) ?? null;
  const node =
    pack === null ? say('prescription.update.nodes') : say('prescription.update.node', { pack });
  const steps =
    owner.engine === 'comfyui'
      ? [say('prescription.update.comfyui'), node]
      : owner.name === null
        ? [say('prescription.update.any')]
        : [say('prescription.update.program', { program: owner.name })];
  return {
    steps: [closeProgram(owner), ...steps, startAgain(owner)],
    changes: message('prescription.changes.update'),
    undo: say('prescription.undo.update'),
    proof: messageIsGone(current),
    ...(owner.engine === 'comfyui' ? { otherwise: switchedOff(pack) } : {}),
  };
}

function switchedOff(pack: string | null): Step {
  return pack === null
    ? say('prescription.otherwise.node-off')
    : say('prescription.otherwise.pack-off', { pack });
}

/** A package that calls what newer ones no longer have: its own newer release does not. */
function newerPackage(current: Case, name: string): Prescription {
  const { owner } = current;
  const install = installCommand(owner, { packages: ['--upgrade', name] });
  return {
    steps: atTheShell(owner, [run('prescription.update.package', install, { name })]),
    changes: message('prescription.changes.only', { name, kept: 'PyTorch' }),
    undo: say('prescription.undo.install-again', { name }),
    proof: messageIsGone(current),
  };
}

/** No remedy has a name of its own: what the explanation says, one thing at a time. */
export function byExplanation(current: Case): Prescription {
  return withoutChange([say('prescription.nothing.by-explanation')], proofOf(current, null));
}
