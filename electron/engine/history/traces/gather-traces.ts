import path from 'node:path';
import type { Install } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { markerEnvironment } from '../../packages/marker-environment.ts';
import type { SeenFacts } from '../seen/seen.ts';
import { readLogs } from './read-logs.ts';
import { readNodes } from './read-nodes.ts';
import { readPackages } from './read-packages.ts';
import type { Time, Traces } from './traces.ts';

/** Everything that may tell who changed these packages. Asked only where something changed: it reads all custom nodes. */
export async function gatherTraces(
  system: System,
  install: Install | null,
  facts: SeenFacts,
  changed: readonly string[],
  since: Time | null,
): Promise<Traces> {
  const environment = markerEnvironment(facts);
  // An environment that was named by itself mostly lies in the folder of its ComfyUI.
  const above = path.dirname(facts.interpreter.environmentRoot);
  const roots = install
    ? [...new Set([install.sourceRoot, install.dataRoot])]
    : [above, path.join(above, 'ComfyUI')];
  const [nodes, deeds, packages] = await Promise.all([
    readNodes(system, roots, environment, since),
    install ? readLogs(system, install, since, environment) : [],
    readPackages(system, facts.distributions, changed, environment),
  ]);
  return { nodes, deeds, packages };
}
