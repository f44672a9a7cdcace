import { applyEdits, modify, parseTree, type ParseError } from 'jsonc-parser';
import { requirementOf } from '../../packages/requirements-file.ts';
import { propertyText, withChild } from '../../launch/settings/json-style.ts';
import { endOfLines, type Form } from './form.ts';
import { keyIn, sectionIn } from './ini-lines.ts';

const key = 'downgrade_blacklist';

/** ComfyUI-Manager's config.ini: names with commas between them, in its section `default`. */
export const downgradeForm: Form = {
  missing(text, wanted) {
    const found = keyOf(text);
    const value = found && found !== 'several' ? found.value : '';
    const there = value.split(',').map((each) => each.trim());
    return wanted.filter((name) => !there.includes(name));
  },
  put(text, wanted) {
    const section = sectionIn(text, 'default');
    // A file without it is not what Manager wrote.
    if (!section) return null;
    const found = keyOf(text);
    if (found === 'several') return null;
    if (!found) {
      const line = `${endOfLines(text)}${key} = ${wanted.join(', ')}`;
      const at = section.header.end;
      return text.slice(0, at) + line + text.slice(at);
    }
    const isEmpty = found.value.trim() === '';
    const between = isEmpty ? (/\s$/.test(found.value) ? '' : ' ') : ', ';
    return text.slice(0, found.valueEnd) + between + wanted.join(', ') + text.slice(found.valueEnd);
  },
  takeOut(text, wanted) {
    const found = keyOf(text);
    if (!found || found === 'several') return text;
    const names = found.value.split(',').map((each) => each.trim());
    const rest = names.filter((name) => name !== '' && !wanted.includes(name));
    if (rest.length === names.filter((name) => name !== '').length) return text;
    const start = found.line.start + found.line.text.search(/[=:]/) + 1;
    const value = rest.length === 0 ? '' : ` ${rest.join(', ')}`;
    return text.slice(0, start) + value + text.slice(found.valueEnd);
  },
};

function keyOf(text: string): ReturnType<typeof keyIn> {
  const section = sectionIn(text, 'default');
  return section && keyIn(section.lines, (name) => name.trim().toLowerCase() === key);
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
