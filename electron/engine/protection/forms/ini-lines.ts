/** A line of a file as Python's configparser reads it, with where it begins and ends in the text. */
export type IniLine = { start: number; end: number; text: string };

/** A key with its value, which may go on in lines that are indented further. */
export type IniKey = { line: IniLine; indent: string; value: string; valueEnd: number };

/** The lines of a text, without their ends. */
function linesOf(text: string): IniLine[] {
  const lines: IniLine[] = [];
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (match[0] === '') continue;
    const plain = match[0].replace(/\r?\n$/, '');
    lines.push({ start: match.index, end: match.index + plain.length, text: plain });
  }
  return lines;
}

const isComment = (line: string): boolean => /^\s*[#;]/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/** The header of the last section of that name, and its lines; null where there is none. */
export function sectionIn(
  text: string,
  name: string,
): { header: IniLine; lines: IniLine[] } | null {
  const lines = linesOf(text);
  const isHeader = (line: IniLine): boolean => /^\[[^\]]+\]/.test(line.text);
  const at = lines.findLastIndex((line) => line.text.replace(/\].*$/, ']') === `[${name}]`);
  const header = lines[at];
  if (!header) return null;
  const next = lines.findIndex((line, index) => index > at && isHeader(line));
  return { header, lines: lines.slice(at + 1, next === -1 ? lines.length : next) };
}

/**
 * A key of a section as configparser finds it; `several` where it stands there twice. `isKey` gets
 * the name as it is written.
 */
export function keyIn(
  lines: readonly IniLine[],
  isKey: (name: string) => boolean,
): IniKey | 'several' | null {
  const found: IniKey[] = [];
  for (const [at, line] of lines.entries()) {
    const match = /^([ \t]*)([^\s=:#;[][^=:]*?)[ \t]*[=:]([^\n]*)$/.exec(line.text);
    const [, indent = '', name = '', first = ''] = match ?? [];
    if (!match || !isKey(name)) continue;
    const values = [first];
    let valueEnd = line.end;
    for (const next of lines.slice(at + 1)) {
      if (isComment(next.text) || isBlank(next.text)) continue;
      const depth = /^[ \t]*/.exec(next.text)?.[0].length ?? 0;
      if (depth <= indent.length) break;
      values.push(next.text);
      valueEnd = next.end;
    }
    found.push({ line, indent, value: values.join('\n'), valueEnd });
  }
  const [only, second] = found;
  return second ? 'several' : (only ?? null);
}
