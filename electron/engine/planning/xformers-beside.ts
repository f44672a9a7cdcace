import { valueOf, type Facts } from '../../../shared/facts.ts';
import { familyOfTorch, plainVersion } from '../knowledge/cuda-family.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import { xformersFit } from '../knowledge/xformers-fit.ts';
import { xformersFor } from '../knowledge/xformers-releases.ts';
import { indexOrder } from './choose-xformers.ts';
import type { Part } from './intent.ts';

/**
 * What replaces the installed xFormers beside a torch that is to come; nothing where it fits, or
 * where no release does. `onDefault`: from the user's own index wherever that has it.
 */
export function xformersBeside(
  facts: Facts,
  then: Surroundings,
  { onDefault }: { onDefault: boolean },
): Part[] {
  const xformers = valueOf(facts.xformers);
  const family = familyOfTorch(then.torch);
  if (!xformers || !family || xformersFit(then.torch, xformers) === 'fits') return [];
  const release = xformersFor(then)[0];
  if (!release) return [];
  const order = indexOrder(facts, release, family);
  const index = onDefault && order.includes('default') ? 'default' : order[0];
  if (index === undefined) return [];
  // The number alone would make pip say "already satisfied" beside a wrong build.
  const forceReinstall = plainVersion(xformers.version) === release.version;
  return [{ requirements: [`xformers==${release.version}`], index, forceReinstall }];
}
