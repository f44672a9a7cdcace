import type { LaunchSettings } from '../../../../shared/install.ts';
import { launchSettingsOf } from '../../knowledge/launch-settings.ts';
import { fullFlag } from '../../knowledge/launch-flags.ts';
import { decodeBytes } from '../../machine/line-reader.ts';
import { splitWords } from './words.ts';
import { exchangeLine, flagsInLines } from './argument-lines.ts';
import type { FlagChange } from './flag-change.ts';
import { flagsOfValue } from './flags-of-value.ts';
import { exchangeInJson, saidIn } from './json-place.ts';
import { openText } from './open-text.ts';
import { exchangeInText, lineIn } from './text-place.ts';

const jsonForms = ['line', 'options', 'named-options'];

/**
 * The flags that the settings of a program give an install; null where the file cannot be
 * understood, or has not just one place for them. Pure.
 */
export function flagsInSettings(bytes: Uint8Array, settings: LaunchSettings): string[] | null {
  return flagsIn(decodeBytes(bytes), settings);
}

/**
 * The settings of a program with other flags and not a byte more: indentation, order, encoding,
 * mark and line ends stay. null where that cannot be done so that, read again, the file has just
 * these flags. Pure.
 */
export function editSettings(
  bytes: Uint8Array,
  settings: LaunchSettings,
  change: FlagChange,
): Uint8Array | null {
  const opened = openText(bytes, jsonForms.includes(launchSettingsOf(settings.id).form));
  const before = flagsInSettings(bytes, settings);
  if (!opened || !before) return null;
  let { text } = opened;
  const isGone = (word: string): boolean => change.remove.includes(fullFlag(word));
  // Each step takes one away or brings one: more are not needed.
  for (let left = before.length + change.add.length + 1; left > 0; left -= 1) {
    const now = flagsIn(text, settings);
    const old = now?.find(isGone) ?? null;
    const added = change.add.find((flag) => !now?.some((each) => fullFlag(each) === flag)) ?? null;
    if (old === null && added === null) break;
    const next = exchange(text, settings, old, added);
    if (next === null) return null;
    text = next;
  }
  const edited = opened.close(text);
  const after = flagsInSettings(edited, settings);
  const wanted = [
    ...before.filter((word) => !isGone(word)),
    ...change.add.filter((flag) => !before.some((word) => fullFlag(word) === flag)),
  ];
  return after !== null && sameWords(after, wanted) ? edited : null;
}

function flagsIn(text: string, { id, entry }: LaunchSettings): string[] | null {
  const row = launchSettingsOf(id);
  if (row.form === 'arguments') return flagsInLines(text);
  if (jsonForms.includes(row.form)) return flagsOfValue(saidIn(text, row, entry), row.form);
  const place = lineIn(text, row, entry);
  if (!place || !('line' in place)) return place && [];
  // What is set already, and added to, is not here.
  return splitWords(place.line.value).filter((word) => !/^%\w+%$|^\$\{?\w+\}?$/.test(word));
}

function exchange(
  text: string,
  { id, entry }: LaunchSettings,
  old: string | null,
  added: string | null,
): string | null {
  const row = launchSettingsOf(id);
  if (row.form === 'arguments') return exchangeLine(text, old, added);
  const change = jsonForms.includes(row.form) ? exchangeInJson : exchangeInText;
  return change(text, row, entry, old, added);
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}
