import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import { wheelsFolder } from '../pip/pip-words.ts';
import type { PipOptions } from '../pip/run-pip.ts';
import { buildWheels } from './build-wheels.ts';
import { download } from './download.ts';
import { fromIndexes, takeOwnWheels } from './own-wheels.ts';
import { tellDownload } from './tell-download.ts';

/**
 * Brings every wheel of a plan into a folder of ours, before anything is changed: fetched as it
 * was reviewed, copied from the user's own file, or compiled from sources that were. Answers the plan as it can be carried out
 * from there, and the paths of its wheels.
 */
export async function fetchWheels(
  {
    system,
    before,
    plan,
    context,
  }: {
    system: System;
    before: Diagnosis;
    plan: Plan;
    context: Pick<OperationContext<'fix' | 'trial'>, 'progress'>;
  },
  folder: string,
  options: PipOptions,
): Promise<{ plan: Plan; wheels: string[] }> {
  const fetched = await download(system, before, fromIndexes(plan), folder, {
    ...options,
    onProgress: (name, done, total) => {
      tellDownload(context, name, done, total);
    },
  });
  await takeOwnWheels(system, plan, folder);
  const whole = await buildWheels(system, before, plan, folder, {
    ...options,
    onBuild: (name, fraction) => {
      context.progress('download', message('progress.building', { name }), fraction);
    },
  });
  const all = whole.actions.flatMap((each) => (each.kind === 'pip-install' ? each.wheels : []));
  const known = new Set(fetched);
  const paths = all.map(({ fileName }) => path.join(folder, wheelsFolder, fileName));
  return { plan: whole, wheels: [...fetched, ...paths.filter((each) => !known.has(each))] };
}
