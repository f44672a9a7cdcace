import type { LiveFacts } from '../../../shared/facts.ts';
import type { Said } from '../../../shared/said.ts';
import { tellsOwner } from '../knowledge/signatures.ts';
import { readText } from '../logs/read-log.ts';

/**
 * The known messages among what a live Python answered and printed: the same tables that
 * read a log, so that both speak of the same things in the same words.
 */
export function saidBy(live: LiveFacts): Said[] {
  const { torch, xformers, triton, imports = [], warnings } = live;
  const errors = [
    torch?.error,
    xformers?.error,
    xformers?.loadError,
    xformers?.opsError,
    triton?.error,
    ...imports.map((each) => each.error),
  ].filter((each) => typeof each === 'string');
  const text = [...withoutTracebacks(warnings), ...errors].join('\n');
  if (text === '') return [];
  const found = new Map<string, Said>();
  // Whose machine this is needs no telling here: its paths stand in every warning.
  const spoken = readText(text).said.filter((each) => !tellsOwner(each.signature));
  for (const said of spoken) {
    const key = `${said.signature}\n${said.text}`;
    // Its place among our questions means nothing to anybody.
    if (!found.has(key)) found.set(key, { ...said, line: null });
  }
  return [...found.values()];
}

/**
 * A traceback among the warnings is one that its package caught: xFormers prints in full why
 * its library did not load, and answers it as its own error too. Taken out of its package, the
 * last line would name a fault of the machine.
 */
function withoutTracebacks(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (line.startsWith('Traceback (most recent call last):')) inside = true;
    else if (!inside) kept.push(line);
    // The first line that is not indented again is the exception, and the last of it.
    else if (line !== '' && !/^\s/.test(line)) inside = false;
  }
  return kept;
}
