import type { Prescription } from '../../../../shared/prescription.ts';
import { message } from '../../../../shared/messages/index.ts';
import {
  settingOf,
  widgetRows,
  type SettingName,
  type WidgetRow,
} from '../../knowledge/program-rows.ts';
import { wordsOf, type Case } from '../writing/case.ts';
import { withoutChange } from '../writing/parts.ts';
import { messageIsGone, proofOf } from '../writing/proof.ts';
import { changesOf, changeStep, changeTo, undoOf, type Change } from '../writing/settings.ts';
import { closeProgram, say, startAgain } from '../writing/steps.ts';
import { attentions } from './pytorch-attention.ts';
import { askedFor } from '../writing/asked-for.ts';

/** The one flag, setting or node that the finding is about, by its name. */
export function theSetting(current: Case): Prescription {
  const { cause } = current.finding;
  switch (cause) {
    case 'acceleration_flag_not_set':
      return toSetting(current, 'xformers', []) ?? unknownSetting(current);
    case 'nan_precision':
      return toSetting(current, nanIn(current), []) ?? unknownSetting(current);
    case 'cuda_device_unavailable':
    case 'wrong_vendor_torch_build':
    case 'torch_cpu_build':
      return (
        toSetting(current, isAllocator(current) ? 'plain_memory' : 'processor', []) ??
        unknownSetting(current)
      );
    default:
      return toPytorch(current);
  }
}

/** PyTorch's own attention: in the node that asked for another one, else in the program. */
export function toPytorch(current: Case): Prescription {
  const node = nodeThatAsked(current);
  if (node) return inNode(current, node);
  const asked = askedFor(wordsOf(current), current);
  if (isOfSomeNode(current)) return inSomeNode(current);
  const from = asked === null ? attentions : [asked];
  return toSetting(current, 'pytorch', from) ?? inSomeNode(current);
}

/** A package is missed that no flag asks for: then a node in the workflow does. */
function isOfSomeNode({ finding, clues, owner }: Case): boolean {
  const flags = clues.comfyui?.flags ?? [];
  return (
    finding.cause === 'accel_package_not_installed' &&
    owner.engine === 'comfyui' &&
    !flags.some((flag) => /^--use-(?:sage|flash|ck)/.test(flag))
  );
}

function toSetting(
  current: Case,
  to: SettingName,
  from: readonly SettingName[],
): Prescription | null {
  const change = changeTo(current, to, from);
  return change && ofChange(current, change, to);
}

export function ofChange(current: Case, change: Change, to: SettingName | null): Prescription {
  const { owner } = current;
  return {
    steps: [closeProgram(owner), changeStep(current, change), startAgain(owner)],
    changes: changesOf(change),
    undo: undoOf(current, change),
    proof: proofOf(current, to),
  };
}

/** The node that a traceback or an error report names, with the widget to set in it. */
export function nodeThatAsked({ heard, finding }: Case): WidgetRow | null {
  const types = heard.all('TROUBLE_NODE_TYPE').map((each) => each.values['node']);
  const named = widgetRows.find((row) => types.includes(row.node));
  if (named) return named;
  const lines = finding.evidence.flatMap(({ said }) => (said ? [said] : []));
  const near = lines.flatMap((line) => heard.allNear(line, tracebackLength, 'TROUBLE_FRAME'));
  const packs = near.map(({ text }) => /custom_nodes[\\/]+([^\\/"]+)/i.exec(text)?.[1] ?? '');
  return (
    widgetRows.find((row) => packs.some((pack) => pack.toLowerCase() === row.pack.toLowerCase())) ??
    null
  );
}

const tracebackLength = 25;

function inNode(current: Case, { node, widget, value }: WidgetRow): Prescription {
  const place = message('prescription.place.node', { node });
  return {
    steps: [
      {
        text: message('prescription.step.node', { node, widget, value }),
        edit: { place, add: `${widget}: ${value}`, remove: null },
      },
      say('prescription.step.run-again'),
    ],
    changes: message('prescription.changes.workflow'),
    undo: say('prescription.undo.node', { widget }),
    proof: messageIsGone(current),
  };
}

/** A node or call of which nobody knows the widget's name: what they are called in all of them. */
function inSomeNode(current: Case): Prescription {
  const key =
    current.owner.engine === 'comfyui'
      ? 'prescription.step.some-node'
      : 'prescription.setting.unknown-program';
  return {
    steps: [say(key), say('prescription.step.run-again')],
    changes: message('prescription.changes.workflow'),
    undo: say('prescription.undo.some-node'),
    proof: messageIsGone(current),
  };
}

function unknownSetting(current: Case): Prescription {
  return withoutChange([say('prescription.setting.already')], messageIsGone(current));
}

/** The message names the part of the model: A1111's test says "in Unet" or "in VAE". */
function nanIn({ heard }: Case): SettingName {
  const where = heard.first('NAN_TENSOR')?.values['where'] ?? '';
  return /vae/i.test(where) ? 'nan_vae' : 'nan_unet';
}

/** A virtual GPU whose driver has no cudaMallocAsync: the allocator goes, not the card. */
function isAllocator(current: Case): boolean {
  return (
    settingOf(current.owner.engine, 'plain_memory') !== null &&
    /malloc|cudaErrorNotSupported|operation not supported/i.test(wordsOf(current))
  );
}
