import path from 'node:path';
import { satisfies } from '@renovatebot/pep440';
import type { Distribution } from '../../../shared/facts.ts';
import type { Change } from '../../../shared/plan.ts';
import { normaliseName } from '../inspection/distributions.ts';
import { plainVersion } from '../knowledge/cuda-family.ts';
import type { System } from '../system.ts';

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

export function parseRequirements(by: string, metadata: string): Requirement[] {
  const head = metadata.split(/\r?\n\r?\n/)[0] ?? '';
  return [
    ...head.matchAll(
      /^Requires-Dist:\s*([A-Za-z0-9._-]+)\s*(?:\[[^\]]*\])?\s*\(?([^;)\n]*)\)?\s*(;.*)?$/gm,
    ),
  ]
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

function holds(version: string | null, specifier: string): boolean {
  if (version === null) return false;
  try {
    return satisfies(version, specifier) || satisfies(plainVersion(version), specifier);
  } catch {
    return true; // a specifier that cannot be read proves nothing
  }
}
