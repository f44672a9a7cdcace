import { message } from '../../../../shared/messages/index.ts';
import type { Prescription } from '../../../../shared/prescription.ts';
import type { Case } from '../writing/case.ts';
import { withoutChange } from '../writing/parts.ts';
import { messageIsGone, proofOf } from '../writing/proof.ts';
import { closeProgram, say, startAgain } from '../writing/steps.ts';

/** The message may stay. */
export function harmless({ finding }: Case): Prescription {
  const line = finding.evidence.find(({ said }) => said)?.said?.text.trim();
  const step =
    line === undefined
      ? say('prescription.nothing.harmless')
      : say('prescription.nothing.harmless-line', { line: line.slice(0, 160) });
  return withoutChange([step], message('prescription.proof.as-before'));
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
  return withoutChange([say(key)], messageIsGone(current));
}

/** A node or program that calls attention in a way that is no longer, or not yet, there. */
export function updateProgram(current: Case): Prescription {
  const { owner, heard } = current;
  const frames = heard
    .all('TROUBLE_FRAME')
    .map(({ text }) => /custom_nodes[\\/]+([^\\/"]+)/i.exec(text)?.[1]);
  const pack = frames.find((each) => each !== undefined) ?? null;
  const node =
    pack === null ? say('prescription.update.nodes') : say('prescription.update.node', { pack });
  const steps =
    owner.engine === 'comfyui' || owner.engine === null
      ? [say('prescription.update.comfyui'), node]
      : [say('prescription.update.program', { program: owner.name ?? 'Python' })];
  return {
    steps: [closeProgram(owner), ...steps, startAgain(owner)],
    changes: message('prescription.changes.update'),
    undo: say('prescription.undo.update'),
    proof: messageIsGone(current),
    otherwise:
      pack === null
        ? say('prescription.otherwise.node-off')
        : say('prescription.otherwise.pack-off', { pack }),
  };
}

/** No remedy has a name of its own: what the explanation says, one thing at a time. */
export function byExplanation(current: Case): Prescription {
  return withoutChange([say('prescription.nothing.by-explanation')], proofOf(current, null));
}
