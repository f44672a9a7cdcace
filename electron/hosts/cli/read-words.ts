import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Platform } from '../../../shared/facts.ts';
import { isOptionName, options, type OptionName } from './options.ts';

/** A command line taken apart, before anything is known of the command. */
export type Words = {
  positionals: string[];
  switches: Set<OptionName>;
  values: Map<OptionName, string[]>;
  /** Set where an option is unknown or has no value: said once the command is known. */
  badOption: string | null;
  valueMissing: OptionName | null;
};

/** Sorts words from options; what is wrong with them is said later, beside the command. */
export function readWords(argv: readonly string[], platform: Platform): Words {
  const shapes: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { value }] of Object.entries(options)) {
    shapes[name] = { ...shapes[name], type: value === null ? 'boolean' : 'string' };
  }
  // Not strict: its own messages are in English only and name neither the nearest word nor the rest.
  const { tokens } = parseArgs({
    args: [...argv],
    options: shapes,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: Words = {
    positionals: [],
    switches: new Set(),
    values: new Map(),
    badOption: null,
    valueMissing: null,
  };
  for (const token of tokens) {
    if (token.kind === 'positional') words.positionals.push(unquoted(token.value, platform));
    if (token.kind === 'option') readOption(words, token, platform);
  }
  return words;
}

type OptionToken = {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
};

function readOption(words: Words, token: OptionToken, platform: Platform): void {
  if (!isOptionName(token.name)) {
    words.badOption ??= token.rawName;
    return;
  }
  if (options[token.name].value === null) {
    if (token.inlineValue) words.badOption ??= `${token.rawName}=${token.value ?? ''}`;
    words.switches.add(token.name);
    return;
  }
  const swallowedOption = !token.inlineValue && token.value?.startsWith('--') === true;
  if (!token.value || swallowedOption) {
    words.valueMissing ??= token.name;
    // The swallowed word was meant as an option of its own: --json must still be heard.
    if (swallowedOption && token.value === '--json') words.switches.add('json');
    return;
  }
  const sofar = words.values.get(token.name) ?? [];
  words.values.set(token.name, [...sofar, unquoted(token.value, platform)]);
}

/** On Windows, "C:\My Folder\" reaches a program as C:\My Folder" with the closing quote. */
function unquoted(value: string, platform: Platform): string {
  return platform === 'win32' ? value.replace(/"$/, '') : value;
}
