import path from 'node:path';
import type { Distribution, Facts } from '../../../shared/facts.ts';
import type { System } from '../machine/system.ts';
import { parseDistributionFolder } from '../packages/distributions.ts';
import { decide, type Decision } from './decide.ts';
import type { Journal } from './journal.ts';
import { ownersOf } from './owners.ts';
import { keyOf } from './places.ts';
import { lookAtPlaces } from './standing.ts';

/** What has become of a repair: looks at all that belongs to it, and decides. Changes nothing. */
export async function lookBack(system: System, journal: Journal, facts: Facts): Promise<Decision> {
  const names = new Set(journal.head.changes.map((change) => change.name));
  const places = await lookAtPlaces(system, journal);
  const present = await metadataFolders(system, facts);
  const ours = new Set(journal.territory.brought.map((each) => path.dirname(each.path)));
  // A package of the plan that somebody installed anew owns its files like any other.
  const others = present.filter((each) => !ours.has(each.location));
  const asked = new Set(places.map((each) => keyOf(system, each.path)));
  const owners = await ownersOf(system, others, asked);
  return decide(journal.territory, names, places, present, owners, (location) =>
    keyOf(system, location),
  );
}

/** All metadata folders, also several of one package, by their real places. */
async function metadataFolders(system: System, facts: Facts): Promise<Distribution[]> {
  const found: Distribution[] = [];
  for (const folder of facts.interpreter.sitePackages) {
    const real = (await system.files.realPath(folder)) ?? folder;
    for (const { name } of (await system.files.list(real)) ?? []) {
      const parsed = parseDistributionFolder(name);
      if (parsed) found.push({ ...parsed, location: path.join(real, name), hasRecord: true });
    }
  }
  return found;
}
