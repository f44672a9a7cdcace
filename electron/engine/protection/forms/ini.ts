/** A line of a file, with where it begins and ends in the text, and where the next one begins. */
export type IniLine = { start: number; end: number; next: number; text: string };

/** A key with its value, which may go on in lines that are indented further. */
export type IniKey = {
  name: string;
  line: IniLine;
  indent: string;
  /** Those in which the value goes on. */
  more: IniLine[];
  value: string;
  valueEnd: number;
};

export type IniSection = {
  name: string;
  header: IniLine;
  keys: IniKey[];
  /** The blanks before whatever comes next: a key before it has to stand as deep. */
  indent: string;
};

/** The lines of a text as Python splits a file: after `\n`, `\r\n` or a lone `\r`. */
export function linesOf(text: string): IniLine[] {
  const lines: IniLine[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const [whole, plain = ''] = match;
    if (whole === '') continue;
    const start = match.index;
    lines.push({ start, end: start + plain.length, next: start + whole.length, text: plain });
  }
  return lines;
}

/**
 * The sections of a text in their order, as Python's configparser reads them; null where it does not.
 * `strict`: as pip does, which stops where a section or a key stands twice. Source: CPython 3.8 to
 * 3.14, Lib/configparser.py, RawConfigParser._read.
 */
export function readIni(text: string, strict: boolean): IniSection[] | null {
  const sections: IniSection[] = [];
  let section: IniSection | null = null;
  let key: IniKey | null = null;
  for (const line of linesOf(text)) {
    const plain = line.text.trim();
    if (plain === '' || /^[#;]/.test(plain)) continue;
    const [indent = ''] = /^\s*/.exec(line.text) ?? [];
    if (key && indent.length > key.indent.length) {
      extend(key, line);
      continue;
    }
    if (section?.keys.length === 0) section.indent = indent;
    const header = /^\[(.+)\]/.exec(plain)?.[1];
    if (header !== undefined) {
      // Older Pythons end the name at the first bracket, newer ones at the last.
      if (header.includes(']')) return null;
      section = { name: header, header: line, keys: [], indent: '' };
      key = null;
      sections.push(section);
      continue;
    }
    key = keyOf(line, indent);
    if (!section || !key) return null;
    section.keys.push(key);
  }
  return strict && standsTwice(sections) ? null : sections;
}

function keyOf(line: IniLine, indent: string): IniKey | null {
  const [, name = '', value = ''] = /^\s*([^=:]*?)\s*[=:](.*)$/.exec(line.text) ?? [];
  if (name === '') return null;
  return { ...{ name, line, indent, value }, more: [], valueEnd: line.end };
}

function extend(key: IniKey, line: IniLine): void {
  key.more.push(line);
  key.value += `\n${line.text}`;
  key.valueEnd = line.end;
}

function standsTwice(sections: readonly IniSection[]): boolean {
  const names = sections.map(({ name }) => name).filter((name) => name !== 'DEFAULT');
  const keys = sections.flatMap(({ name, keys: own }) =>
    own.map((key) => `${name}\n${key.name.toLowerCase()}`),
  );
  return new Set(names).size < names.length || new Set(keys).size < keys.length;
}

/** The keys of all sections of that name, the last of which counts. */
export function keysIn(
  sections: readonly IniSection[],
  section: string,
  isKey: (name: string) => boolean,
): IniKey[] {
  return sections
    .filter(({ name }) => name === section)
    .flatMap(({ keys }) => keys.filter(({ name }) => isKey(name)));
}

/** The text without these lines, their ends included. */
export function withoutWhole(text: string, lines: readonly IniLine[]): string {
  return [...lines]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, next }) => now.slice(0, start) + now.slice(next), text);
}
