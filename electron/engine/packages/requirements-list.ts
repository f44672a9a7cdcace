import path from 'node:path';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { parseRequirementsFile, type FileRequirement } from './requirements-file.ts';

/** Bytes; a larger one is no list of packages. */
const largestFile = 1024 * 1024;
/** A file that includes a file that includes a file. */
const deepestInclude = 5;

/** All lines of a file and of those that it includes, with where each stands. */
export type RequirementsList = {
  requirements: { from: string; requirement: FileRequirement }[];
  constraints: FileRequirement[];
};

/** null: there is no such file, or it includes itself. What lies behind an address is left out. */
export async function readRequirementsList(
  system: System,
  file: string,
  seen = new Set<string>(),
): Promise<RequirementsList | null> {
  if (seen.has(file) || seen.size > deepestInclude) return null;
  seen.add(file);
  const bytes = await system.files
    .readBytes(file, { limit: largestFile })
    .catch(ifUnanswered(null));
  if (bytes === null) return null;
  const { requirements, includes } = parseRequirementsFile(bytes);
  const list: RequirementsList = {
    requirements: requirements.map((requirement) => ({ from: file, requirement })),
    constraints: [],
  };
  for (const { kind, path: where } of includes) {
    if (/^[a-z]{2,}:/i.test(where)) continue;
    const inner = await readRequirementsList(system, path.resolve(path.dirname(file), where), seen);
    if (inner === null) continue;
    list.constraints.push(...inner.constraints);
    if (kind === 'requirements') list.requirements.push(...inner.requirements);
    else list.constraints.push(...inner.requirements.map(({ requirement }) => requirement));
  }
  return list;
}
