import type { Language } from '../../../shared/contract.ts';
import { links } from '../../../shared/links.ts';
import { translate } from '../../../shared/messages/index.ts';
import type { Prescription, Step } from '../../../shared/prescription.ts';
import { stepSentence } from '../../../shared/prescription-sentences.ts';

/**
 * `prescription` of the contract: texts in the language asked for; `undo` and `otherwise` are one
 * sentence with their command or edit in it, which stands beside them in parts as well.
 */
export function prescriptionFields(language: Language, prescription: Prescription): object {
  const { steps, changes, undo, proof, otherwise } = prescription;
  return {
    steps: steps.map((step) => stepFields(language, step)),
    changes: translate(language, changes),
    undo: stepSentence(language, undo),
    undoStep: stepFields(language, undo),
    proof: translate(language, proof),
    ...(otherwise
      ? {
          otherwise: stepSentence(language, otherwise),
          otherwiseStep: stepFields(language, otherwise),
        }
      : {}),
  };
}

function stepFields(language: Language, { text, command, edit, link }: Step): object {
  return {
    text: translate(language, text),
    ...(command ? { command } : {}),
    ...(edit ? { edit: { ...edit, place: translate(language, edit.place) } } : {}),
    ...(link ? { link: links[link] } : {}),
  };
}
