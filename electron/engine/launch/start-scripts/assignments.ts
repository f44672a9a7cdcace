import type { Dialect } from './dialect.ts';

/** A variable that a command sets. `rest`: the command that follows in the same line. */
export type Assignment = { name: string; value: string; appends: boolean; rest: string };

/** null where the command sets none, or asks or computes (set /p, set /a). */
export function assignmentIn(command: string, dialect: Dialect): Assignment | null {
  switch (dialect) {
    case 'batch':
      return ofBatch(command);
    case 'shell':
      return ofShell(command);
    case 'powershell':
      return ofPowershell(command);
  }
}

/** `set NAME=all of it` and `set "NAME=all of it"`. Source: “set /?”. */
function ofBatch(command: string): Assignment | null {
  const match = /^set\s+(?:"([^"=]+)=([^"]*)(?:"\s*)?|([^\s"/=][^"=]*)=(.*))$/i.exec(command);
  if (!match) return null;
  const name = match[1] ?? match[3] ?? '';
  return { name, value: (match[2] ?? match[4] ?? '').trim(), appends: false, rest: '' };
}

// Each alternative begins in its own way: what can be read in two ways takes for ever to be refused.
const shellWord =
  /(?:"(?:\\.|[^"\\])*"|'[^']*'|\$\((?:"[^"]*"|[^)"])*\)|\([^)]*\)|\$(?!\()|[^\s"'();$])*/;
const shellLine = new RegExp(
  String.raw`^(?:(?:export|local|readonly|declare|typeset)(?:\s+-\w+)*\s+)?([A-Za-z_]\w*)(\+?)=(${shellWord.source})(?:\s+(.*))?$`,
);

/** `NAME=value`, `export NAME="value"`, `NAME=(one two)`, `NAME+=...`. Source: bash(1). */
function ofShell(command: string): Assignment | null {
  const match = shellLine.exec(command);
  if (!match) return null;
  const [, name = '', plus, written = '', rest = ''] = match;
  const list = /^\(([^]*)\)$/.exec(written)?.[1];
  // The words of a list keep their quotes: each may have spaces of its own.
  const value = list?.trim() ?? written.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'/g, '$1$2');
  return { name, value, appends: plus === '+', rest };
}

/** `$name = "value"`, `$name = @("one", "two")`, `$env:NAME = ...`. Source: about_Variables. */
function ofPowershell(command: string): Assignment | null {
  const match = /^\$((?:env:)?\w+)\s*(\+?)=\s*(.*)$/i.exec(command);
  if (!match) return null;
  const [, name = '', plus, written = ''] = match;
  const list = /^@\((.*)\)$/.exec(written)?.[1];
  const value =
    list?.replace(/\s*,\s*/g, ' ').trim() ?? /^(["'])(.*)\1$/.exec(written)?.[2] ?? written;
  return { name, value, appends: plus === '+', rest: '' };
}
