import { applyEdits, modify, parseTree, type ParseError } from 'jsonc-parser';
import { requirementOf } from '../../packages/requirements-file.ts';
import { propertyText, withChild } from '../../launch/settings/json-style.ts';
import { endOfLines, type Form } from './form.ts';
import { keysIn, readIni, type IniKey } from './ini.ts';

const section = 'default';
const key = 'downgrade_blacklist';

/** ComfyUI-Manager's config.ini: names with commas between them, in its section `default`. */
export const downgradeForm: Form = {
  missing(text, wanted) {
    const there = (keysOf(text).at(-1)?.value ?? '').split(',').map((each) => each.trim());
    return wanted.filter((name) => !there.includes(name));
  },
  put(text, wanted) {
    const header = readIni(text, false)?.findLast(({ name }) => name === section)?.header;
    const [found, second] = keysOf(text);
    // A file without the section is not what Manager wrote.
    if (!header || second) return null;
    if (!found) {
      const line = `${endOfLines(text)}${key} = ${wanted.join(', ')}`;
      return text.slice(0, header.end) + line + text.slice(header.end);
    }
    const isEmpty = found.value.trim() === '';
    const between = isEmpty ? (/\s$/.test(found.value) ? '' : ' ') : ', ';
    return text.slice(0, found.valueEnd) + between + wanted.join(', ') + text.slice(found.valueEnd);
  },
  takeOut(text, wanted) {
    const [found, second] = keysOf(text);
    if (!found || second) return text;
    const names = found.value.split(',').map((each) => each.trim());
    const rest = names.filter((name) => name !== '' && !wanted.includes(name));
    if (rest.length === names.filter((name) => name !== '').length) return text;
    const start = found.line.start + found.line.text.search(/[=:]/) + 1;
    const value = rest.length === 0 ? '' : ` ${rest.join(', ')}`;
    return text.slice(0, start) + value + text.slice(found.valueEnd);
  },
};

/** Manager lets sections stand twice: the last key of that name counts. */
function keysOf(text: string): IniKey[] {
  const sections = readIni(text, false) ?? [];
  return keysIn(sections, section, (name) => name.toLowerCase() === key);
}

/** ComfyUI-Manager's pip_overrides.json: a requirement as it is written, and what is taken instead. */
export const overridesForm: Form = {
  missing(text, wanted) {
    const there = parseTree(text)?.children ?? [];
    return wanted.filter((each) => there.every(({ children }) => children?.[0]?.value !== each));
  },
  put(text, wanted) {
    const plain = text.trim() === '' ? '{}' : text;
    const errors: ParseError[] = [];
    const root = parseTree(plain, errors, { disallowComments: true });
    if (root?.type !== 'object' || errors.length > 0) return null;
    return wanted.reduce(withOverride, plain);
  },
  takeOut(text, wanted) {
    const root = parseTree(text, [], { disallowComments: true });
    const ours = wanted.filter((each) =>
      root?.children?.some(
        ({ children: [name, value] = [] }) => name?.value === each && value?.value === nameIn(each),
      ),
    );
    return ours.reduce(withoutOverride, text);
  },
};

/** In the style of the others, and nothing else changed. */
function withOverride(text: string, requirement: string): string {
  const root = parseTree(text);
  if (!root) return text;
  const value = JSON.stringify(nameIn(requirement));
  return withChild(text, root, propertyText(text, root, requirement, value));
}

function withoutOverride(text: string, requirement: string): string {
  return applyEdits(text, modify(text, [requirement], undefined, {}));
}

/** `numpy<2` is taken for any NumPy: the one that is here will do. */
function nameIn(requirement: string): string {
  return requirementOf(requirement)?.name ?? requirement;
}
