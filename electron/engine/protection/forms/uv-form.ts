import { getStaticTOMLValue, type AST } from 'toml-eslint-parser';
import { openToml } from '../../machine/toml-text.ts';
import { comment, endOfLines, isOurComment, withoutLines, type Form } from './form.ts';
import { linesOf } from './ini.ts';

const name = 'constraint-dependencies';

/**
 * uv.toml: `constraint-dependencies`, before the first table. A key of that name in the table `pip` is
 * one that uv stops at. Source: uv 0.13.9, `unknown field` for it.
 */
export const uvForm: Form = {
  put(text, wanted) {
    const table = openToml(text);
    // uv stops at a text that is no TOML, whoever wrote it.
    if (!table) return null;
    const key = keyIn(table);
    if (key) {
      if (!isListOfTexts(key.value)) return null;
      const at = key.value.range[0] + 1;
      const entries = wanted.map((each) => `${JSON.stringify(each)}, `).join('');
      return text.slice(0, at) + entries + text.slice(at);
    }
    if (isInTable(table)) return null;
    const end = endOfLines(text);
    const lines = [
      ...comment(
        'uv keeps the PyTorch stack for everything below this folder; undo:',
        '"attention-doctor protect FOLDER --off"',
      ),
      `${name} = [`,
      ...wanted.map((each) => `    ${JSON.stringify(each)},`),
      ']',
    ];
    return lines.map((line) => line + end).join('') + text;
  },
  takeOut(text, wanted) {
    const hadOwn = linesOf(text).some((line) => isOurComment(line.text));
    const plain = hadOwn ? withoutLines(text, []) : text;
    const left = [...wanted];
    const value = listIn(plain);
    const gone = (value?.elements ?? []).filter((each) => {
      const at = left.indexOf(textOf(each) ?? '');
      if (at !== -1) left.splice(at, 1);
      return at !== -1;
    });
    const rest = [...gone].reverse().reduce(withoutEntry, plain);
    const empty = hadOwn && gone.length > 0 ? listIn(rest) : null;
    return empty?.elements.length === 0 ? withoutKey(rest, empty) : rest;
  },
};

/** The constraints that a uv.toml names; [] where it has none, or is no TOML. */
export function constraintsOfUv(text: string): string[] {
  return (listIn(text)?.elements ?? []).flatMap((each) => textOf(each) ?? []);
}

function listIn(text: string): AST.TOMLArray | null {
  const table = openToml(text);
  const value = table && keyIn(table)?.value;
  return value?.type === 'TOMLArray' ? value : null;
}

function keyIn(table: AST.TOMLTopLevelTable): AST.TOMLKeyValue | null {
  const own = table.body.filter((each) => each.type === 'TOMLKeyValue');
  return own.find(({ key }) => getStaticTOMLValue(key).join('.') === name) ?? null;
}

function isInTable(table: AST.TOMLTopLevelTable): boolean {
  const { pip } = getStaticTOMLValue(table);
  return typeof pip === 'object' && name in pip;
}

function isListOfTexts(value: AST.TOMLContentNode): boolean {
  return value.type === 'TOMLArray' && value.elements.every((each) => textOf(each) !== null);
}

function textOf(value: AST.TOMLContentNode): string | null {
  return value.type === 'TOMLValue' && value.kind === 'string' ? value.value : null;
}

/** Without one entry and its comma; with its line where it stands alone on it. */
function withoutEntry(text: string, { range: [start, last] }: AST.TOMLContentNode): string {
  const end = last + (/^\s*,/.exec(text.slice(last))?.[0].length ?? 0);
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1];
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  if (indent !== undefined && rest !== undefined)
    return text.slice(0, start - indent.length) + text.slice(end + rest.length);
  return text.slice(0, start) + text.slice(end).replace(/^ /, '');
}

function withoutKey(text: string, { parent }: AST.TOMLArray): string {
  const [start, end] = parent.range;
  return text.slice(0, start) + text.slice(end).replace(/^[ \t]*\r?\n/, '');
}
