import * as z from 'zod';
import type { LaunchSettingsRow } from '../../knowledge/launch-settings.ts';
import { splitWords } from './words.ts';

const optionSchema = z.object({
  Name: z.string(),
  OptionValue: z.union([z.string(), z.number(), z.boolean()]).nullish(),
});
const optionsSchema = z.array(optionSchema.nullable().catch(null));
const mapSchema = z.record(z.string(), z.unknown());

/**
 * The flags that a value of a JSON file stands for: none where nothing is said, null where it is
 * not in this form. Pure.
 */
export function flagsOfValue(value: unknown, form: LaunchSettingsRow['form']): string[] | null {
  if (value === undefined) return [];
  switch (form) {
    case 'line':
      return typeof value === 'string' ? splitWords(value) : null;
    case 'options':
      return flagsOfMap(mapSchema.safeParse(value).data ?? null);
    default:
      return flagsOfOptions(optionsSchema.safeParse(value).data ?? null);
  }
}

/** As the arguments of ComfyUI Desktop v1: a name without a value is a switch. */
function flagsOfMap(map: Record<string, unknown> | null): string[] | null {
  if (!map) return null;
  return Object.entries(map).flatMap(([name, value]) => {
    if (value === '' || value === true) return [`--${name}`];
    const said = typeof value === 'string' || typeof value === 'number';
    return said ? [`--${name}`, String(value)] : [];
  });
}

/** As LaunchOption.ToArgString: an option without a name holds the owner's own words. */
function flagsOfOptions(options: z.infer<typeof optionsSchema> | null): string[] | null {
  if (!options) return null;
  return options.flatMap((option) => {
    const value = option?.OptionValue ?? false;
    if (!option || value === false) return [];
    if (value === true) return [option.Name];
    const text = String(value);
    if (option.Name === '') return splitWords(text);
    return text.trim() === '' ? [] : [option.Name, text];
  });
}
