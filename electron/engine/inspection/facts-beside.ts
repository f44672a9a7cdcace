import path from 'node:path';
import { absent, type Distribution, type Facts } from '../../../shared/facts.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import type { Beside } from '../pythons/beside.ts';

/** The packages as they would be listed: those beside the environment instead of what they replace. */
export function listedBeside(
  distributions: readonly Distribution[],
  beside: Beside | null,
): Distribution[] {
  return distributions.filter(
    ({ name, location }) =>
      path.dirname(location) === beside?.folder || beside?.replaced.includes(name) !== true,
  );
}

/** Takes out of the facts what is in the environment now and would be gone. Pure. */
export function factsBeside<T extends Omit<Facts, 'comfyui' | 'backend'>>(
  facts: T,
  { replaced, setAside }: Beside,
): T {
  const gone = replaced.filter((name) => distributionNamed(facts.distributions, name) === null);
  const { leftovers, duplicates } = facts.packageHealth;
  return {
    ...facts,
    // Its folder is still there, and would be taken for a package without its list.
    xformers: gone.includes('xformers') ? absent('file') : facts.xformers,
    attentionBuilds: facts.attentionBuilds.filter(({ name }) => !gone.includes(name)),
    packageHealth: {
      ...facts.packageHealth,
      leftovers: leftovers.filter((each) => !setAside.includes(each)),
      duplicates: duplicates.filter(({ name }) => !replaced.includes(name)),
    },
  };
}
