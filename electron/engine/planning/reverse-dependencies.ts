import path from 'node:path';
import { satisfies, valid, validRange } from '@renovatebot/pep440';
import type { Distribution } from '../../../shared/facts.ts';
import type { Change } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import { normaliseName } from '../packages/distributions.ts';

export type Requirement = { by: string; name: string; specifier: string };

/** What the installed packages ask for, leaving out extras and conditions we cannot judge. */
export async function readRequirements(
  system: System,
  distributions: readonly Distribution[],
): Promise<Requirement[]> {
  const all = await Promise.all(
    distributions.map(async (each) => {
      const text = await system.files.readText(path.join(each.location, 'METADATA'));
      return text === null ? [] : parseRequirements(each.name, text);
    }),
  );
  return all.flat();
}

/** A name, extras in brackets, a specifier with or without parentheses, and a condition: one line. */
const requirement =
  /^Requires-Dist:[ \t]*([\w.-]+)[ \t]*(?:\[[^\]\n]*\])?[ \t]*\(?([^;)\n]*)\)?[ \t]*(;.*)?\r?$/gm;

export function parseRequirements(by: string, metadata: string): Requirement[] {
  const head = metadata.split(/\r?\n\r?\n/)[0] ?? '';
  return [...head.matchAll(requirement)]
    .filter((match) => match[3] === undefined)
    .map((match) => ({
      by,
      name: normaliseName(match[1] ?? ''),
      specifier: (match[2] ?? '').trim(),
    }));
}

/**
 * Packages that are content now and would not be after the change. pip's dry run does not
 * say this, and its real run says it only when it is done.
 */
export function brokenBy(
  changes: readonly Change[],
  requirements: readonly Requirement[],
): Requirement[] {
  const moved = new Map(changes.map((change) => [change.name, change]));
  return requirements.filter((each) => {
    const change = moved.get(each.name);
    if (!change || moved.has(each.by) || each.specifier === '') return false;
    return holds(change.from, each.specifier) && !holds(change.to, each.specifier);
  });
}

/** A version that cannot be read is none of which anybody knows that it was content. */
function holds(version: string | null, specifier: string): boolean {
  if (version === null || valid(version) === null) return false;
  // A specifier that cannot be read proves nothing.
  return !validRange(specifier) || satisfies(version, specifier);
}
