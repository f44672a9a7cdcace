import path from 'node:path';
import type { Action, Plan } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { wheelsFolder } from '../pip/pip-words.ts';

/**
 * Takes the wheel files that the user gave into the folder of the fetched wheels. Throws
 * `plan-outdated` where a file is not the one that was reviewed.
 */
export async function takeOwnWheels(system: System, plan: Plan, folder: string): Promise<void> {
  for (const action of plan.actions) {
    if (action.kind !== 'pip-install' || action.wheelFile === undefined) continue;
    const fileName = path.basename(action.wheelFile);
    const wheel = action.wheels.find((each) => each.fileName === fileName);
    if (!wheel || (await system.files.info(action.wheelFile)) === null) fail('plan-outdated');
    const place = path.join(folder, wheelsFolder, fileName);
    await system.files.makeFolder(path.dirname(place));
    await system.files.copyFile(action.wheelFile, place);
    if ((await system.files.sha256(place)) !== wheel.sha256) fail('plan-outdated');
  }
}

/** The same plan with what an index has: without what is compiled, and without files of the user's. */
export function fromIndexes(plan: Plan): Plan {
  const actions = plan.actions.flatMap((action): Action[] => {
    if (action.kind !== 'pip-install') return [action];
    if (action.build) return [];
    const own = action.wheelFile === undefined ? null : path.basename(action.wheelFile);
    const wheels = action.wheels.filter(({ fileName }) => fileName !== own);
    return wheels.length === 0 ? [] : [{ ...action, wheels }];
  });
  return { ...plan, actions };
}
