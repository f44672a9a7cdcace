import type { Conflict } from '../../../shared/conflict.ts';
import type { Facts } from '../../../shared/facts.ts';
import { attentionPackages } from '../knowledge/attention-packages.ts';
import type { System } from '../machine/system.ts';
import { conflictsAmong, readRequirements } from '../packages/requirements-here.ts';

/**
 * Packages that disagree with what is here, and that nothing of ComfyUI's attention minds: whether
 * those of attention fit one another is for the rules, which know more than their metadata says.
 */
export async function readOldConflicts(
  system: System,
  facts: Pick<Facts, 'distributions' | 'platform' | 'architecture' | 'interpreter'>,
): Promise<Conflict[]> {
  const all = conflictsAmong(facts.distributions, await readRequirements(system, facts));
  const isJudged = (name: string): boolean => attentionPackages.includes(name);
  return all.filter(({ by, name }) => !(isJudged(by) && isJudged(name)));
}
