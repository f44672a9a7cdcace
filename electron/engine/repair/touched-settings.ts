import type { Facts } from '../../../shared/facts.ts';
import type { LaunchSettingsId } from '../../../shared/install.ts';
import type { Plan } from '../../../shared/plan.ts';
import { launchSettingsAt } from '../knowledge/launch-settings.ts';
import type { System } from '../machine/system.ts';
import { readJournal } from './journal.ts';
import type { Noted } from './journals.ts';
import { boundaryFor } from './places.ts';

/** Whose settings a plan edits. */
export function settingsOf(plan: Plan): LaunchSettingsId[] {
  return plan.actions.flatMap((action) =>
    action.kind === 'edit-file' && action.settings ? [action.settings.id] : [],
  );
}

/** Whose settings lie outside of the environment and come back with these repairs. */
export async function settingsWithin(
  system: System,
  facts: Facts,
  chosen: readonly Noted[],
): Promise<LaunchSettingsId[]> {
  const boundary = await boundaryFor(system, facts);
  const found: LaunchSettingsId[] = [];
  // One after another: each may name tens of thousands of files.
  for (const { folder, head } of chosen) {
    const journal = await readJournal(system, folder, head, boundary.root);
    for (const { path: location } of journal?.territory.taken ?? []) {
      const settings = boundary.contains(location) ? null : launchSettingsAt(location);
      if (settings) found.push(settings.id);
    }
  }
  return found;
}
