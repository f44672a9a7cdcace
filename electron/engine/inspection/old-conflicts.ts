import type { Conflict } from '../../../shared/conflict.ts';
import type { Facts } from '../../../shared/facts.ts';
import { attentionPackages } from '../knowledge/attention-packages.ts';
import type { System } from '../machine/system.ts';
import { conflictsAmong, readRequirements } from '../packages/requirements-here.ts';

/** All that packages ask of one another and do not find here. */
export async function readUnmet(
  system: System,
  facts: Pick<Facts, 'distributions' | 'platform' | 'architecture' | 'interpreter'>,
): Promise<Conflict[]> {
  return conflictsAmong(facts.distributions, await readRequirements(system, facts));
}

/**
 * Packages that disagree with what is here, and that nothing of ComfyUI's attention minds: whether
 * those of attention fit one another is for the rules, which know more than their metadata says.
 */
export function oldConflictsAmong(all: readonly Conflict[]): Conflict[] {
  const isJudged = (name: string): boolean => attentionPackages.includes(name);
  return all.filter(({ by, name }) => !(isJudged(by) && isJudged(name)));
}
