import { requirementOf, type FileRequirement } from '../packages/requirements-file.ts';

/** What a script asks pip for, as far as its text shows. */
export type ScriptCall = {
  requirements: FileRequirement[];
  /** Asked for the newest, or for a fresh copy, whatever is here. */
  upgrades: boolean;
};

/** As much of a call as is looked at: lists of packages go over several lines. */
const longestCall = 600;

/**
 * The calls of pip in a Python program: `"pip", "install", "torch==2.1"` and `pip install torch==2.1`
 * in a text. Names that the program makes up while it runs cannot be seen.
 */
export function pipCallsIn(program: string): ScriptCall[] {
  const text = program.replace(/^[ \t]*#.*$/gm, '');
  return [...text.matchAll(/\bpip3?(?:['"]\s*,\s*['"]|[ \t]+)install\b/g)].map((match) => {
    const start = match.index + match[0].length;
    return callOf(words(text.slice(start, start + longestCall)));
  });
}

/** What follows `install` up to the end of its list, or of the text or line that it stands in. */
function words(rest: string): string[] {
  const isList = /^['"]/.test(rest);
  if (!isList) return (/^[^'"\n;&|)]*/.exec(rest)?.[0] ?? '').split(/\s+/);
  const end = endOfList(rest);
  return [...rest.slice(1, end).matchAll(/(['"])((?:(?!\1)[^\\\n])*)\1/g)].flatMap(
    ([, , word = '']) => word.split(/\s+/),
  );
}

/** Up to the bracket that closes the list, whatever stands in brackets within it (`torch[extra]`). */
function endOfList(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '[' || sign === '(') depth += 1;
    if (sign === ']' || sign === ')') depth -= 1;
    if (depth < 0) return at;
  }
  return text.length;
}

const withValue =
  /^(-i|--index-url|--extra-index-url|-f|--find-links|-c|--constraint|-r|-t|--target|--prefix|--python|--trusted-host|--timeout|--retries|--cache-dir)$/;

function callOf(said: readonly string[]): ScriptCall {
  const requirements: FileRequirement[] = [];
  for (let at = 0; at < said.length; at += 1) {
    const word = said[at] ?? '';
    if (withValue.test(word)) at += 1;
    // What is filled in later (`{name}`) is no name.
    else if (word !== '' && !/[{}%$]/.test(word)) {
      const found = requirementOf(word);
      if (found) requirements.push(found);
    }
  }
  const upgrades = said.some((word) => /^(-U|--upgrade|--force-reinstall)$/.test(word));
  return { requirements, upgrades };
}
