import type { LaunchSettingsRow } from '../../knowledge/launch-settings.ts';
import { exchangeWord, plainLine, type Line } from './line.ts';

/**
 * Where a line of flags stands in a text. `fixed`: it can be read, and not safely be changed.
 * `absent`: how the text is with a first one.
 */
export type LinePlace = { line: Line; fixed?: boolean } | { absent: (flags: string) => string };

/** Where a text says the flags; null where it does in a way that we do not understand. */
export function lineIn(
  text: string,
  { form, at }: LaunchSettingsRow,
  entry: string | null,
): LinePlace | null {
  switch (form) {
    case 'ini':
      return lineInIni(text, at);
    case 'variable':
      return lineOfVariable(text, at);
    case 'frenetic':
      return entry === null ? null : lineInFrenetic(text, at, entry);
    default:
      return null;
  }
}

/** As `exchangeWord`, for a text. Pure. */
export function exchangeInText(
  text: string,
  row: LaunchSettingsRow,
  entry: string | null,
  old: string | null,
  added: string | null,
): string | null {
  const place = lineIn(text, row, entry);
  if (!place) return null;
  if ('line' in place)
    return place.fixed === true ? null : exchangeWord(text, place.line, old, added);
  return old === null && added !== null ? place.absent(added) : null;
}

/** The ends of lines that a text uses. */
function endOfLines(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** A line more behind the one in which something was found. */
function withLineBehind(text: string, found: { index: number; 0: string }, line: string): string {
  const end = found.index + found[0].length;
  return `${text.slice(0, end)}${endOfLines(text)}${line}${text.slice(end)}`;
}

/** `key = value` as configparser writes it, in which %% is a percent sign. Flags have none. */
function lineInIni(text: string, key: string): LinePlace | null {
  const found = [...text.matchAll(new RegExp(`^${key}[ \\t]*[=:][ \\t]*(.*?)[ \\t]*\\r?$`, 'gim'))];
  const [only, second] = found;
  if (second) return null;
  if (only) {
    const fixed = /^\n[ \t]+\S/.test(text.slice(only.index + only[0].length));
    const written = only[1] ?? '';
    const start = only.index + only[0].trimEnd().length - written.length;
    return { line: plainLine(text, start, start + written.length), fixed };
  }
  const beside = /^default_workspace[ \t]*[=:][^\r\n]*/im.exec(text);
  if (!beside) return null;
  return { absent: (flags) => withLineBehind(text, beside, `${key} = ${flags}`) };
}

/**
 * `set NAME=...` of a batch file or `export NAME="..."` of a shell script: the last one, which
 * wins. webui-user.sh brings its own as a comment.
 */
function lineOfVariable(text: string, name: string): LinePlace | null {
  const pattern = new RegExp(`^[ \\t]*@?(set|export)?[ \\t]*("?)${name}=([^\\r\\n]*)`, 'gim');
  const last = [...text.matchAll(pattern)].at(-1);
  if (!last) {
    const comment = new RegExp(`^[ \\t]*#[ \\t]*export[ \\t]+${name}=[^\\r\\n]*`, 'im').exec(text);
    if (!comment) return null;
    return { absent: (flags) => withLineBehind(text, comment, `export ${name}="${flags}"`) };
  }
  const [whole, command = '', quote = '', written = ''] = last;
  const end = last.index + whole.trimEnd().length;
  const start = last.index + whole.length - written.length;
  const value = text.slice(start, Math.max(start, end));
  const isBatch = /^set$/i.test(command);
  // set "NAME=all of it"
  if (quote !== '') return value.endsWith('"') ? { line: plainLine(text, start, end - 1) } : null;
  if (/^"[^"]*"$|^'[^']*'$/.test(value)) return { line: plainLine(text, start + 1, end - 1) };
  if (isBatch) return { line: plainLine(text, start, Math.max(start, end)) };
  // Without quotes the shell takes the first word alone.
  return value === ''
    ? { absent: (flags) => quoted(text, start, flags) }
    : { line: plainLine(text, start, end), fixed: true };
}

function quoted(text: string, at: number, flags: string): string {
  return `${text.slice(0, at)}"${flags}"${text.slice(at)}`;
}

/** `ExtraArgs: ...` in the settings of a backend; `\x` is nothing, and no other escape is a flag's. */
function lineInFrenetic(text: string, name: string, entry: string): LinePlace | null {
  let open: { indent: number; key: string }[] = [];
  const found: { start: number; value: string }[] = [];
  for (const match of text.matchAll(/^([ \t]*)([^:=#\s][^:=\r\n]*):([^\r\n]*)/gm)) {
    const [whole, blanks = '', key = '', rest = ''] = match;
    const indent = blanks.replaceAll('\t', '    ').length;
    open = open.filter((section) => section.indent < indent);
    open.push({ indent, key: key.trim() });
    const keys = open.map((section) => section.key).join('\n');
    if (keys !== `${entry}\nsettings\n${name}`) continue;
    const lead = rest.length - rest.trimStart().length;
    found.push({ start: match.index + whole.length - rest.length + lead, value: rest.trim() });
  }
  const [only, second] = found;
  if (!only || second) return null;
  const end = only.start + only.value.length;
  if (only.value !== '\\x') return { line: plainLine(text, only.start, end) };
  return { absent: (flags) => text.slice(0, only.start) + flags + text.slice(end) };
}
