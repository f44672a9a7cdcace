import { message } from '../../../../shared/messages/index.ts';
import type { Prescription } from '../../../../shared/prescription.ts';
import { changeTo } from '../writing/settings.ts';
import { isOfAnotherMaker } from '../owner/owner.ts';
import { wordsOf, type Case } from '../writing/case.ts';
import { withoutChange } from '../writing/parts.ts';
import { messageIsGone } from '../writing/proof.ts';
import { uninstallCommand } from '../writing/pip-commands.ts';
import { askedFor } from '../writing/asked-for.ts';
import { atTheShell, run, say } from '../writing/steps.ts';
import { attentions } from './pytorch-attention.ts';
import { nodeThatAsked, ofChange, toPytorch } from './settings.ts';

/** What the card cannot do no package brings: PyTorch's own attention, or a number format it knows. */
export function hardwareLimit(current: Case): Prescription {
  if (isOfAnotherMaker(current.owner)) return supportedBackend(current);
  const text = wordsOf(current);
  if (/fp8|e4m3/i.test(text)) {
    return withoutChange(
      [say('prescription.limit.format'), say('prescription.step.run-again')],
      messageIsGone(current),
    );
  }
  const format = /bfloat16|bf16/i.test(text);
  const prescription = withoutAsking(current);
  return format ? { ...prescription, otherwise: say('prescription.limit.format') } : prescription;
}

function withoutAsking(current: Case): Prescription {
  if (current.owner.engine === 'framepack') return withoutPackage(current);
  const isSet =
    nodeThatAsked(current) !== null || changeTo(current, 'pytorch', attentions) !== null;
  return isSet
    ? toPytorch(current)
    : withoutChange([say('prescription.limit.nothing')], messageIsGone(current));
}

/** A program without a setting takes every attention package that is there: then it goes. */
function withoutPackage(current: Case): Prescription {
  const { owner } = current;
  const asked = askedFor(wordsOf(current), current);
  const name =
    asked === 'flash' ? 'flash-attn' : asked === 'xformers' ? 'xformers' : 'sageattention';
  const uninstall = uninstallCommand(owner, [name]);
  return {
    steps: atTheShell(owner, [run('prescription.uninstall', uninstall, { name })]),
    changes: message('prescription.changes.uninstalled', { name }),
    undo: say('prescription.undo.install-again', { name }),
    proof: messageIsGone(current),
  };
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
