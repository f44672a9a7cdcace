import { message } from '../../../../shared/messages/index.ts';
import type { Prescription } from '../../../../shared/prescription.ts';
import { changeTo } from '../writing/settings.ts';
import { wordsOf, type Case } from '../writing/case.ts';
import { withoutChange } from '../writing/parts.ts';
import { messageIsGone } from '../writing/proof.ts';
import { say } from '../writing/steps.ts';
import { attentions } from './pytorch-attention.ts';
import { nodeThatAsked, ofChange, toPytorch } from './settings.ts';

/** What the card cannot do no package brings: PyTorch's own attention, or a number format it knows. */
export function hardwareLimit(current: Case): Prescription {
  if (/fp8|e4m3|bfloat16|bf16/i.test(wordsOf(current))) {
    return withoutChange(
      [say('prescription.limit.format'), say('prescription.step.run-again')],
      messageIsGone(current),
    );
  }
  const isSet =
    nodeThatAsked(current) !== null || changeTo(current, 'pytorch', attentions) !== null;
  return isSet
    ? toPytorch(current)
    : withoutChange([say('prescription.limit.nothing')], messageIsGone(current));
}

/** Another maker's card: what is made for NVIDIA's goes out of the way, and PyTorch does the work. */
export function supportedBackend(current: Case): Prescription {
  const change = changeTo(current, 'pytorch', attentions);
  if (change) return ofChange(current, change, 'pytorch');
  const vendor =
    current.owner.vendor === 'intel' ? 'intel' : current.owner.vendor === 'apple' ? 'apple' : 'amd';
  return withoutChange([say(`prescription.limit.vendor-${vendor}`)], messageIsGone(current));
}

/** What was forced is left to the program again; or the text encoder is kept out of it. */
export function withoutForce(current: Case): Prescription {
  const prescription = toPytorch(current);
  return { ...prescription, otherwise: say('prescription.otherwise.fp16') };
}

/** Sage for the diffusion model alone, by a node behind its loader. */
export function onlyDiffusionModel(current: Case): Prescription {
  const change = changeTo(current, 'pytorch', ['sage']);
  const node = 'PathchSageAttentionKJ';
  const place = message('prescription.place.behind-loader');
  const patch = {
    text: message('prescription.step.sage-node', { node }),
    edit: { place, add: `${node}: sage_attention = auto`, remove: null },
  };
  if (!change) {
    return {
      steps: [patch, say('prescription.step.run-again')],
      changes: message('prescription.changes.workflow'),
      undo: say('prescription.undo.some-node'),
      proof: messageIsGone(current),
    };
  }
  const first = ofChange(current, change, 'pytorch');
  return { ...first, steps: [...first.steps, patch], proof: messageIsGone(current) };
}
