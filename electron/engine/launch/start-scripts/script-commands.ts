import { assignmentIn } from './assignments.ts';
import type { Dialect } from './dialect.ts';
import { splitCommands } from './split-commands.ts';

/** Commands that print a name or look at a file, and start nothing. */
const startsNothing =
  /^(echo|printf|title|write-(host|output)|\[|test|test-path|cat|type|copy|cp|move|mv|del|rm|git|find|findstr|grep|ls|dir)(?![\w-])/i;
/** What stands before the command that a condition decides on. */
const batchCondition =
  /^if\s+(?:\/i\s+)?(?:not\s+)?(?:(?:exist|defined|errorlevel)\s+(?:"[^"]*"|\S+)|(?:"[^"]*"|[^\s"=]+)\s*(?:==|\s(?:equ|neq|lss|leq|gtr|geq)\s)\s*(?:"[^"]*"|[^\s"]+))\s*/i;
/** The words and signs that stand before a command without being one. */
const before: Record<Dialect, RegExp> = {
  batch: /^(?:@|(?:else|do)(?=\s|$))\s*/i,
  shell: /^(?:(?:then|else|do|elif|if|while|until)(?=\s|$)|[{!](?=\s))\s*/,
  powershell: /^(?:(?:else|elseif|if|while)(?=\s|$)|\{)\s*/i,
};

/**
 * Characters that variables may bring into one script: ten lines that double each other make a
 * thousand of one, thirty a billion. Windows starts no command of more than 32,767.
 */
const mostFilledIn = 256 * 1024;

/**
 * The commands that a start script may run, one each, with the variables filled in that it sets
 * itself. A variable that it does not set stays as it is written. Where a script sets one under a
 * condition, what was set before stays: that is how it runs when it is started without words.
 */
export function scriptCommands(text: string, dialect: Dialect): string[] {
  const variables = new Map<string, string>();
  const keyOf = (name: string): string => (dialect === 'shell' ? name : name.toLowerCase());
  const expand = expansion(text, dialect, (name) => variables.get(keyOf(name)));
  const found: string[] = [];
  let depth = 0;
  for (const { text: written, conditional } of splitCommands(text, dialect)) {
    if (dialect === 'shell') depth += depthChange(written);
    let rest = withoutCondition(written, dialect);
    const maybe = conditional || depth > 0 || rest !== written.replace(/^@+\s*/, '');
    for (let set = assignmentIn(rest, dialect); set; set = assignmentIn(rest, dialect)) {
      const key = keyOf(set.name);
      const earlier = variables.get(key) ?? '';
      const value = expand(set.value);
      if (set.appends) variables.set(key, `${earlier} ${value}`.trim());
      else if (!maybe || earlier === '') variables.set(key, value);
      rest = set.rest;
    }
    if (rest !== '' && !startsNothing.test(rest)) found.push(expand(rest));
  }
  return found;
}

function depthChange(command: string): number {
  if (/^(if|case|while|until|for)\s/.test(command)) return 1;
  return /^(fi|esac|done)\b/.test(command) ? -1 : 0;
}

/** The command behind `if ... `, `then`, `do`, `else` and a leading @ or {; '' where none is. */
function withoutCondition(written: string, dialect: Dialect): string {
  for (let rest = written; ;) {
    const isCondition = dialect === 'batch' && /^if\s/i.test(rest);
    if (isCondition && !batchCondition.test(rest)) return '';
    const passed = (isCondition ? batchCondition : before[dialect]).exec(rest);
    if (!passed) return rest;
    // Cut, not replaced: that would copy a long line once for each sign before it.
    rest = rest.slice(passed[0].length);
  }
}

/**
 * Fills in what is known; each language writes its variables in its own way. Once a script has had
 * `mostFilledIn`, its variables stay as they are written.
 */
function expansion(
  text: string,
  dialect: Dialect,
  valueOf: (name: string) => string | undefined,
): (written: string) => string {
  let left = mostFilledIn;
  const fill = (written: string, pattern: RegExp): string =>
    written.replace(pattern, (match: string, name: string, fallback?: string | number) => {
      // Without a second group that place holds a number.
      const value = valueOf(name) ?? (typeof fallback === 'string' ? fallback : match);
      if (value.length > left) return match;
      left -= value.length;
      return value;
    });
  if (dialect === 'powershell') return (written) => fill(written, /[$@]\{?((?:env:)?\w+)\}?/gi);
  const delayed = /enabledelayedexpansion|\/v:on/i.test(text) ? [/!([^!\s:]+)!/g] : [];
  const patterns =
    dialect === 'batch'
      ? [/%([^%\s:~*]+)%/g, ...delayed]
      : [
          // In quotes a list is still its words: "${ARGS[@]}".
          /"\$\{([A-Za-z_]\w*)\[[@*]\]\}"/g,
          /\$\{([A-Za-z_]\w*)(?:\[[@*]\])?(?::?-([^}]*))?\}/g,
          /\$([A-Za-z_]\w*)/g,
        ];
  return (written) => patterns.reduce(fill, written);
}
