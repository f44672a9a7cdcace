import type { Dialect } from './dialect.ts';

/** One command of a script. `conditional`: it may be passed over when the script runs. */
export type ScriptCommand = { text: string; conditional: boolean };

/** What is one piece within a line: quoted text, an escaped character, a redirection, a sign. */
const tokens: Record<Dialect, RegExp> = {
  batch: /"[^"]*"?|\^.|[<>]&\d?|&&|\|\||[&|()]|./g,
  shell: /"[^"]*"?|'[^']*'?|\\.|[<>]&\d?|&>+|&&|\|\||\$\(|[&|;()]|./g,
  powershell: /"[^"]*"?|'[^']*'?|`.|[<>]&\d?|&&|\|\||\$\(|[&|;()]|./g,
};
const goesOn: Record<Dialect, RegExp> = {
  batch: /\^\r?\n/g,
  shell: /\\\r?\n/g,
  powershell: /`\r?\n/g,
};
/** `@foreach ` and what follows. The whole piece, looked at for each letter, takes seconds. */
const headLength = 16;
/** An array that a shell script writes over several lines. */
const longArray = /^([ \t]*\w+\+?=\()([^)]*)\)/gm;

/**
 * The commands of a script in the order of its text, without comments. Reads as much of the
 * three languages as start scripts use. Source: bash(1) QUOTING and LISTS; “cmd /?” and “rem /?”;
 * PowerShell about_Parsing.
 */
export function splitCommands(text: string, dialect: Dialect): ScriptCommand[] {
  const commands: ScriptCommand[] = [];
  const blocks: ('group' | 'inside')[] = [];
  let piece = '';
  /** How the piece begins, without blanks: enough to tell a comment or a condition by. */
  let head = '';
  let last = '';
  let chained = false;
  const flush = (separator: string): void => {
    const conditional = chained || blocks.includes('group');
    if (piece.trim() !== '') commands.push({ text: piece.trim(), conditional });
    piece = '';
    head = '';
    last = '';
    chained = separator === '&&' || separator === '||';
  };
  const append = (token: string): void => {
    piece += token;
    if (head.length < headLength) head = (head + token).trimStart().slice(0, headLength);
    last = token;
  };
  const inLine = (token: string): void => {
    if (token === '(' || token === '$(') {
      const opens = token === '(' && opensGroup(head, dialect);
      if (opens) flush('(');
      else append(token);
      blocks.push(opens ? 'group' : 'inside');
    } else if (token === ')' && blocks.at(-1) === 'group') {
      flush(')');
      blocks.pop();
    } else if (/^(&&|\|\||[&|;])$/.test(token)) flush(token);
    else {
      if (token === ')') blocks.pop();
      append(token);
    }
  };
  for (const line of joined(text, dialect).split(/\r?\n/)) {
    for (const token of line.match(tokens[dialect]) ?? []) {
      if (startsComment(head, last, token, dialect)) break;
      inLine(token);
    }
    flush('');
    // Only a group goes on in the next line.
    while (blocks.at(-1) === 'inside') blocks.pop();
  }
  return commands;
}

function joined(text: string, dialect: Dialect): string {
  const whole = text.replace(goesOn[dialect], ' ');
  if (dialect !== 'shell') return whole;
  return whole.replace(longArray, (_, start: string, inner: string) => {
    return `${start}${inner.replace(/#.*$/gm, '').replace(/\s+/g, ' ')})`;
  });
}

/** In the middle of a command a bracket is part of a word: C:\Program Files (x86), @(...). */
function opensGroup(head: string, dialect: Dialect): boolean {
  if (head === '') return true;
  return dialect !== 'shell' && /^@?(if|else|elseif|for|foreach)\b/i.test(head);
}

function startsComment(head: string, last: string, token: string, dialect: Dialect): boolean {
  if (dialect === 'batch') return /^@?(rem(\s|$)|::)/i.test(`${head}${token}`.trimStart());
  return token === '#' && /(^|\s)$/.test(last);
}
