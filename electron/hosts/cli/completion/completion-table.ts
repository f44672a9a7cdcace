import type { Language } from '../../../../shared/contract.ts';
import { message, translate, type MessageKey } from '../../../../shared/messages/index.ts';
import { commandNames, commands } from '../commands.ts';
import { commonOptions, options, type Completes, type OptionName } from '../options.ts';

/** What a shell can complete, read from the tables of commands and options: nothing is named twice. */
export type CompletedOption = {
  name: string;
  about: string;
  /** null for a switch. */
  value: string | null;
  multiple: boolean;
  completes: Completes | null;
};
export type CompletedCommand = {
  name: string;
  about: string;
  options: readonly CompletedOption[];
  /** Its other words; null where it takes none. */
  completes: Completes | null;
};

export function completionTable(language: Language): CompletedCommand[] {
  const say = (key: MessageKey): string => translate(language, message(key));
  const optionOf = (name: OptionName): CompletedOption => {
    const { value, about, multiple, completes } = options[name];
    const of = { value, multiple: multiple === true, completes: completes ?? null };
    return { name, about: say(about), ...of };
  };
  return commandNames.map((name) => {
    const { about, options: own, completes } = commands[name];
    return {
      name,
      about: say(about),
      options: [...own, ...commonOptions].map(optionOf),
      completes: completes ?? null,
    };
  });
}

/** Every option once, whichever command has it: its values are the same for all. */
export function allOptions(table: readonly CompletedCommand[]): CompletedOption[] {
  const byName = new Map(table.flatMap((each) => each.options.map((one) => [one.name, one])));
  return [...byName.values()];
}
