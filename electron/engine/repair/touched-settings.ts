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
  const journals = await Promise.all(
    chosen.map(({ folder, head }) => readJournal(system, folder, head, boundary.root)),
  );
  return journals.flatMap((journal) =>
    (journal?.territory.taken ?? [])
      .filter((each) => !boundary.contains(each.path))
      .flatMap((each) => launchSettingsAt(each.path)?.id ?? []),
  );
}
