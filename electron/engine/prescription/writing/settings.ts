import { message, type MessageRef } from '../../../../shared/messages/index.ts';
import type { Edit, Step } from '../../../../shared/prescription.ts';
import { fullFlag } from '../../knowledge/launch-flags.ts';
import { settingOf, type SettingName, type SettingRow } from '../../knowledge/program-rows.ts';
import type { Case } from './case.ts';
import type { Owner } from '../owner/owner.ts';
import { placeOfFlags } from './places.ts';

/** What changes in the settings of a program: the words that go, and those that come. */
export type Change = { add: string | null; remove: string | null };

/**
 * From some attentions to another one, in the words of the owner's program: the flags that are
 * set now as they are spelled there, else those of the settings that are left. null where the
 * program has no such setting.
 */
export function changeTo(
  { owner, clues }: Case,
  to: SettingName,
  from: readonly SettingName[],
): Change | null {
  const wanted = settingOf(owner.engine, to);
  if (!wanted) return null;
  const left = from.flatMap((each) => settingOf(owner.engine, each) ?? []);
  const flags = clues.comfyui?.flags ?? [];
  const inTheWay = new Set([...left.flatMap(wordsOf), ...wanted.also]);
  const set = flags.filter((flag) => inTheWay.has(fullFlag(flag)) || inTheWay.has(flag));
  const removed =
    set.length > 0 ? set : isUnseen(owner, flags) ? onlyOne(left.flatMap(wordsOf)) : [];
  const words = wanted.words ?? '';
  const isSet = words !== '' && words.split(' ').every((word) => flags.includes(word));
  const change = { add: words === '' || isSet ? null : words, remove: removed.join(' ') || null };
  return change.add === null && change.remove === null ? null : change;
}

/** A log that shows no flags may still come from a start with some. */
function isUnseen({ isHere }: Owner, flags: readonly string[]): boolean {
  return !isHere && flags.length === 0;
}

/** Of several nobody knows which one is set. */
function onlyOne(words: readonly string[]): readonly string[] {
  return words.length === 1 ? words : [];
}

function wordsOf(row: SettingRow): string[] {
  return row.words === null ? [] : [row.words];
}

/** The step that makes a change, where its program keeps such words. */
export function changeStep(current: Case, change: Change): Step {
  return { text: message('prescription.step.setting'), edit: editOf(current, change) };
}

export function undoOf(current: Case, { add, remove }: Change): Step {
  return {
    text: message('prescription.undo.setting'),
    edit: editOf(current, { add: remove, remove: add }),
  };
}

export function changesOf({ add, remove }: Change): MessageRef {
  if (add === null) return message('prescription.changes.removed', { words: remove ?? '' });
  return remove === null
    ? message('prescription.changes.added', { words: add })
    : message('prescription.changes.replaced', { old: remove, words: add });
}

function editOf(current: Case, { add, remove }: Change): Edit {
  return { place: placeOfFlags(current.owner), add, remove };
}
