import path from 'node:path';
import { wheelsOfPlan, type Plan } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { wheelsFolder } from '../pip/pip-words.ts';
import type { StatePaths } from '../state/state-paths.ts';

/** Where the wheels of a plan lie that was tried and works, until it is taken over. */
export function triedFolder(paths: Pick<StatePaths, 'staging'>, planId: string): string {
  return path.join(paths.staging, `tried-${planId}`);
}

/**
 * Keeps what a trial fetched for whoever takes it over: of one plan at a time, since the next trial
 * or repair cleans it away. What cannot be kept is fetched again.
 */
export async function keepTried(
  system: System,
  paths: Pick<StatePaths, 'staging'>,
  plan: Plan,
  staging: string,
): Promise<void> {
  const kept = triedFolder(paths, plan.id);
  await system.files.remove(kept).catch(ifUnanswered(undefined));
  await system.files.rename(path.join(staging, wheelsFolder), kept).catch(ifUnanswered(undefined));
}

/** Brings the wheels of a plan that was tried into the folder of a repair: those that are what was reviewed. */
export async function takeTried(
  system: System,
  paths: Pick<StatePaths, 'staging'>,
  plan: Plan,
  staging: string,
): Promise<void> {
  const kept = triedFolder(paths, plan.id);
  if ((await system.files.info(kept).catch(ifUnanswered(null))) === null) return;
  const wheels = path.join(staging, wheelsFolder);
  await system.files.makeFolder(wheels);
  for (const { fileName, sha256 } of wheelsOfPlan(plan)) {
    const file = path.join(kept, fileName);
    const isThere = (await system.files.info(file).catch(ifUnanswered(null))) !== null;
    if (!isThere || (await system.files.sha256(file)) !== sha256) continue;
    await system.files.rename(file, path.join(wheels, fileName)).catch(ifUnanswered(undefined));
  }
  await system.files.remove(kept).catch(ifUnanswered(undefined));
}
