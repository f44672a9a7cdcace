import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { LaunchSettingsRow } from '../../knowledge/launch-settings.ts';
import { exchangeInNamedOptions, exchangeInOptions } from './json-options.ts';
import { lineOf, nameOf } from './json-string.ts';
import { endOf, propertyText, spliced, withChild } from './json-style.ts';
import { exchangeWord } from './line.ts';

/** The object of a settings file in which an install's flags stand; null where there is not just one. */
function recordIn(text: string, row: LaunchSettingsRow, entry: string | null): Node | null {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (!root || errors.length > 0) return null;
  if (row.list === null) return root.type === 'object' ? root : null;
  const list = findNodeAtLocation(root, row.list);
  const records = (list?.type === 'array' ? (list.children ?? []) : []).filter((each) =>
    row.keys.some((key) => entry !== null && findNodeAtLocation(each, [key])?.value === entry),
  );
  return records.length === 1 && records[0]?.type === 'object' ? records[0] : null;
}

/** The property of that name; a file that says it twice is not ours to understand. */
function propertyOf(record: Node, name: string): Node | 'none' | 'several' {
  const found = (record.children ?? []).filter((each) => each.children?.[0]?.value === name);
  if (found.length > 1) return 'several';
  return found[0]?.children?.[1] ?? 'none';
}

/** What is said of the flags; undefined where nothing is, null where the file cannot be understood. */
export function saidIn(text: string, row: LaunchSettingsRow, entry: string | null): unknown {
  const record = recordIn(text, row, entry);
  const value = record && propertyOf(record, row.at);
  if (!value || value === 'several') return null;
  if (value === 'none') return undefined;
  const said: unknown = getNodeValue(value);
  return said ?? undefined;
}

/** As `exchangeWord`, for one flag of a JSON file. Pure. */
export function exchangeInJson(
  text: string,
  row: LaunchSettingsRow,
  entry: string | null,
  old: string | null,
  added: string | null,
): string | null {
  const record = recordIn(text, row, entry);
  const value = record && propertyOf(record, row.at);
  if (!record || !value || value === 'several') return null;
  if (value === 'none' || value.type === 'null') {
    if (old !== null || added === null) return null;
    const fresh = freshValue(row, added);
    return value === 'none'
      ? withChild(text, record, propertyText(text, record, row.at, fresh))
      : spliced(text, value.offset, endOf(value), fresh);
  }
  switch (row.form) {
    case 'options':
      return value.type === 'object' ? exchangeInOptions(text, value, old, added) : null;
    case 'named-options':
      return value.type === 'array' ? exchangeInNamedOptions(text, value, old, added) : null;
    default:
      return value.type === 'string' ? exchangeWord(text, lineOf(text, value), old, added) : null;
  }
}

function freshValue({ form }: LaunchSettingsRow, flag: string): string {
  if (form === 'options') return `{${JSON.stringify(nameOf(flag))}: ""}`;
  if (form === 'line') return JSON.stringify(flag);
  return `[{ "Name": ${JSON.stringify(flag)}, "Type": "Bool", "OptionValue": true }]`;
}
