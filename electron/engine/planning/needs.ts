import type { PlanNeeds } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

/** Where the app keeps wheels and saved files, and how fast the last downloads were (bytes a second). */
export type Surroundings = { stateFolder: string; bytesPerSecond: number | null };

/**
 * Times the size of the wheels. Unpacked they are about three times as large; the state folder
 * takes the wheel and what pip has of it while it comes, and what is saved: a copy of the old
 * files where no second name for them can be made, which is so across drives.
 */
const unpacked = 3;
const whileItComes = 2;

/** What a plan needs besides: room on both drives, and time. Nothing of it is part of what is done. */
export async function needsOf(
  system: System,
  environmentRoot: string,
  downloadBytes: number | null,
  { stateFolder, bytesPerSecond }: Surroundings,
): Promise<PlanNeeds> {
  const [environment, state] = await Promise.all([
    driveOf(system, environmentRoot),
    driveOf(system, stateFolder),
  ]);
  const times = (factor: number): number | null =>
    downloadBytes === null ? null : downloadBytes * factor;
  const same = environment.device !== null && environment.device === state.device;
  const disks: PlanNeeds['disks'] = same
    ? [{ for: 'both', ...environment.told, bytes: times(unpacked + whileItComes) }]
    : [
        { for: 'environment', ...environment.told, bytes: times(unpacked) },
        { for: 'state', ...state.told, bytes: times(whileItComes + unpacked) },
      ];
  const downloadSeconds =
    downloadBytes === null || bytesPerSecond === null
      ? null
      : Math.ceil(downloadBytes / bytesPerSecond);
  return { disks, downloadSeconds, bytesPerSecond };
}

async function driveOf(system: System, folder: string) {
  const info = await system.files.info(folder).catch(ifUnanswered(null));
  const freeBytes =
    info === null ? null : await system.files.freeBytes(folder).catch(ifUnanswered(null));
  return { device: info?.device ?? null, told: { path: folder, freeBytes } };
}
