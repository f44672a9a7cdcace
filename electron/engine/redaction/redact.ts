import { applyShapes } from './apply-shapes.ts';
import { rowsOfNames, type Private } from './private-names.ts';
import { hideFolders } from './private-folders.ts';
import { hostShapes } from './private-hosts.ts';
import { privateShapes } from './private-shapes.ts';
import { redactStrings } from './redact-value.ts';
import { secretShapes } from './secret-shapes.ts';

export type Redactor = {
  text: (text: string) => string;
  /** Every string inside a value, before it is encoded: JSON would double the backslashes. */
  value: (value: unknown) => unknown;
  /** How often each kind was replaced. */
  counts: () => Record<string, number>;
};

/** For what leaves this computer: secrets, and every name of the person and the machine. */
export function createRedactor(names: Private): Redactor {
  const counts: Record<string, number> = {};
  const rows = rowsOfNames(names);
  function count(kind: string, times: number): void {
    counts[kind] = (counts[kind] ?? 0) + times;
  }
  function redactText(text: string): string {
    let result = applyShapes(text, secretShapes, count);
    for (const { kind, pattern, replacement } of rows) {
      const times = result.match(pattern)?.length ?? 0;
      if (times === 0) continue;
      count(kind, times);
      result = result.replace(pattern, replacement);
    }
    result = applyShapes(result, [...privateShapes, ...hostShapes], count);
    return hideFolders(result, (times) => count('folder', times));
  }
  /** A text that is a path and nothing else: its last name may have blanks, as in quotes. */
  function redactWhole(text: string): string {
    if (!/^(?:[a-z]:)?[\\/][^\n"]*$/i.test(text)) return redactText(text);
    return redactText(`"${text}"`).slice(1, -1);
  }
  return {
    text: redactText,
    value: (value) => withKeys(redactStrings(value, redactWhole), redactWhole),
    counts: () => ({ ...counts }),
  };
}

/** Keys may be paths: a list of files by their names. */
function withKeys(value: unknown, redact: (text: string) => string): unknown {
  if (Array.isArray(value)) {
    const all: readonly unknown[] = value;
    return all.map((each, at) => withKeys(afterFlag(all[at - 1], each, redact), redact));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [redact(key), withKeys(each, redact)]),
  );
}

/** The value of a flag, read together with it: `--listen 10.0.0.7` is an address, 10.0.0.7 a version. */
function afterFlag(flag: unknown, each: unknown, redact: (text: string) => string): unknown {
  if (typeof flag !== 'string' || typeof each !== 'string' || !flag.startsWith('--')) return each;
  const together = redact(`${flag} ${each}`);
  return together.startsWith(`${flag} `) ? together.slice(flag.length + 1) : each;
}
