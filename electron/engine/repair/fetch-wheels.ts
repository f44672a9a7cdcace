import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import { message } from '../../../shared/messages/index.ts';
import { wheelsOfPlan, type Plan } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import { wheelsFolder } from '../pip/pip-words.ts';
import type { PipOptions } from '../pip/run-pip.ts';
import { buildWheels } from './build-wheels.ts';
import { download } from './download.ts';
import { fromIndexes, takeOwnWheels } from './own-wheels.ts';
import type { StatePaths } from '../state/state-paths.ts';
import { createDownloadTeller, type Measured } from './tell-download.ts';
import { takeTried } from './tried-wheels.ts';

/**
 * Brings every wheel of a plan into a folder of ours, before anything is changed: fetched as it
 * was reviewed, left by a trial of it, copied from the user's own file, or compiled from sources
 * that were. Answers the plan as it can be carried out from there, and the paths of its wheels.
 */
export async function fetchWheels(
  {
    system,
    paths,
    before,
    plan,
    context,
    onDownloaded,
  }: {
    system: System;
    paths: Pick<StatePaths, 'staging'>;
    before: Diagnosis;
    plan: Plan;
    context: Pick<OperationContext<'fix' | 'trial'>, 'progress'>;
    /** How fast the network was; not called where nothing came over it. */
    onDownloaded?: (measured: Measured) => Promise<void>;
  },
  folder: string,
  options: PipOptions,
): Promise<{ plan: Plan; wheels: string[] }> {
  const remote = fromIndexes(plan);
  await takeTried(system, paths, remote, folder);
  const teller = createDownloadTeller(context, wheelsOfPlan(remote), () => performance.now());
  const timer = setInterval(teller.look, 1000);
  let fetched: string[];
  try {
    const watched = { ...options, onArrival: teller.hear };
    fetched = await download(system, before, remote, folder, watched);
  } finally {
    clearInterval(timer);
    await onDownloaded?.(teller.measured());
  }
  await takeOwnWheels(system, plan, folder);
  const whole = await buildWheels(system, before, plan, folder, {
    ...options,
    onBuild: (name, fraction) => {
      context.progress('download', message('progress.building', { name }), fraction);
    },
  });
  const known = new Set(fetched);
  const all = wheelsOfPlan(whole).map(({ fileName }) => path.join(folder, wheelsFolder, fileName));
  return { plan: whole, wheels: [...fetched, ...all.filter((each) => !known.has(each))] };
}
