import path from 'node:path';
import type { Install } from '../../../../shared/install.ts';
import { settingsFolders } from '../../discovery/recognition/settings-folders.ts';
import { installerLogs } from '../../knowledge/installer-logs.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import type { MarkerEnvironment } from '../../packages/marker.ts';
import { readInstallerLog } from './read-installer-log.ts';
import { minute, type Deed, type Time } from './traces.ts';

/** Of a log that grew for weeks the end is of interest. */
const limit = 2 * 1024 * 1024;

/** What installers' own logs tell; those that were not written to since are not opened. */
export async function readLogs(
  system: System,
  install: Install,
  since: Time | null,
  environment: MarkerEnvironment,
): Promise<Deed[]> {
  const ofDesktop = install.kind.startsWith('desktop');
  const folders = installerLogs.flatMap((row) => {
    const bases = {
      user: [install.userDir],
      source: [install.sourceRoot],
      settings: ofDesktop ? settingsFolders(system) : [],
    }[row.below];
    return bases.map((base) => ({ ...row, folder: path.join(base, row.folder) }));
  });
  const found = await Promise.all(
    folders.map(async ({ folder, name, program }) => {
      const entries = (await system.files.list(folder).catch(ifUnanswered(null))) ?? [];
      const files = entries.filter((each) => each.kind === 'file' && name.test(each.name));
      const deeds = await Promise.all(
        files.map((each) => readLog(path.join(folder, each.name), program)),
      );
      return deeds.flat();
    }),
  );
  return found.flat();

  async function readLog(file: string, program: string): Promise<Deed[]> {
    const info = await system.files.info(file).catch(ifUnanswered(null));
    if (!info) return [];
    const fileAt = Number(BigInt(info.modified) / 1_000_000n);
    if (since !== null && fileAt < since - minute) return [];
    const text = await system.files
      .readText(file, { limit, onlyEnd: true })
      .catch(ifUnanswered(null));
    const read = readInstallerLog(text ?? '', environment);
    return read.map((each) => ({ ...each, file: path.basename(file), fileAt, program }));
  }
}
