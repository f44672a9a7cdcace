import type { Facts } from '../../../shared/facts.ts';
import type { Install } from '../../../shared/install.ts';
import type { Threat } from '../../../shared/protection.ts';
import type { System } from '../machine/system.ts';
import { judgeAsked, threatsOfPackages } from './judge-asked.ts';
import { readAsked } from './read-asked.ts';

/**
 * Who would move what attention rests on at the next installation or update, as far as files tell.
 * Starts no program. Nodes first, then ComfyUI, then packages.
 */
export async function findThreats(
  system: System,
  install: Install | null,
  facts: Facts,
): Promise<Threat[]> {
  const asked = install ? await readAsked(system, install) : [];
  const threats = [...judgeAsked(facts, asked), ...threatsOfPackages(facts.unmet ?? [])];
  const order = ['node', 'comfyui', 'package'];
  return threats.sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.source < b.source ? -1 : 1),
  );
}
