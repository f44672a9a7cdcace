import { isSecretFlag, isSecretName } from './secret-names.ts';

/**
 * Every text inside a value through `redact`, and what stands behind the name of a secret or a
 * secret flag replaced whole. Keys stay; what nothing was found in is the very same object.
 */
export function redactStrings<T>(value: T, redact: (text: string) => string): T;
export function redactStrings(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return redactList(value, redact);
  const entries: [string, unknown][] = Object.entries(value);
  const next = entries.map(([key, each]): [string, unknown] => [
    key,
    isHidden(each, isSecretName(key)) ? hidden : redactStrings(each, redact),
  ]);
  if (next.every(([, each], index) => each === entries[index]?.[1])) return value;
  const copy: Record<string, unknown> = Object.fromEntries(next);
  return copy;
}

function redactList(list: readonly unknown[], redact: (text: string) => string): unknown {
  const next = list.map((each, index) => {
    const before = list[index - 1];
    const named = typeof before === 'string' && isSecretFlag(before);
    return isHidden(each, named && !startsWithDash(each)) ? hidden : redactStrings(each, redact);
  });
  return next.some((each, index) => each !== list[index]) ? next : list;
}

const hidden = '<secret>';

function isHidden(value: unknown, named: boolean): value is string {
  return named && typeof value === 'string' && value !== '';
}

function startsWithDash(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('-');
}
