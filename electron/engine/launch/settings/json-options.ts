import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { splitWords } from './words.ts';
import { lineOf, nameOf } from './json-string.ts';
import { endOf, objectText, propertyText, spliced, withChild, withoutChild } from './json-style.ts';
import { exchangeWord } from './line.ts';

/**
 * As `exchangeWord`, for a JSON object of options: `"lowvram": ""`. Where the new one cannot take
 * the place of the old one, only that goes.
 */
export function exchangeInOptions(
  text: string,
  options: Node,
  old: string | null,
  added: string | null,
): string | null {
  const fresh = added === null ? null : nameOf(added);
  if (old === null)
    return fresh === null
      ? text
      : withChild(text, options, propertyText(text, options, fresh, '""'));
  const gone = (options.children ?? []).find((each) => each.children?.[0]?.value === nameOf(old));
  const [key, value] = gone?.children ?? [];
  if (!gone || !key || !value) return null;
  const isSwitch = value.value === '' || value.value === true;
  return fresh === null || !isSwitch
    ? withoutChild(text, options, gone)
    : spliced(text, key.offset, endOf(key), JSON.stringify(fresh));
}

/** The same for a list of options with names: `{ "Name": "--lowvram", "OptionValue": true }`. */
export function exchangeInNamedOptions(
  text: string,
  list: Node,
  old: string | null,
  added: string | null,
): string | null {
  const options = list.children ?? [];
  if (old === null) return added === null ? text : withOption(text, list, added);
  for (const option of options) {
    const [name, value] = [valueAt(option, 'Name'), valueAt(option, 'OptionValue')];
    if (name?.value === '' && value?.type === 'string') {
      // The owner's own words, in one string.
      if (splitWords(String(value.value)).includes(old))
        return exchangeWord(text, lineOf(text, value), old, added);
    } else if (name?.value === old && value?.value === true) {
      return spliced(text, value.offset, endOf(value), 'false');
    }
  }
  return null;
}

/** A switch of the program's own that is off is turned on; else it is put behind the others. */
function withOption(text: string, list: Node, flag: string): string | null {
  const options = list.children ?? [];
  const known = options.find((each) => valueAt(each, 'Name')?.value === flag);
  if (!known) {
    const model = options.findLast((each) => each.type === 'object');
    const properties = [
      ['Name', flag],
      ['Type', 'Bool'],
      ['OptionValue', true],
    ] as const;
    return withChild(text, list, objectText(text, model, properties));
  }
  const value = valueAt(known, 'OptionValue');
  if (value) return spliced(text, value.offset, endOf(value), 'true');
  return withChild(text, known, propertyText(text, known, 'OptionValue', 'true'));
}

function valueAt(option: Node, name: string): Node | undefined {
  return option.type === 'object' ? findNodeAtLocation(option, [name]) : undefined;
}
