import path from 'node:path';
import * as z from 'zod';
import type { System } from '../../machine/system.ts';
import { entriesOf, readConfig } from '../recognition/config-file.ts';
import { innerEnvironment } from '../recognition/environments.ts';
import { viewFolder } from '../recognition/folder-view.ts';
import type { Located, Locator } from '../recognition/locator.ts';
import { isKeptAside } from '../recognition/look-alike.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isPathHere, joinRelative, settingsFolders } from '../recognition/settings-folders.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { isWebui } from '../recognition/webui-settings.ts';
import { flagsOfValue } from '../../launch/settings/flags-of-value.ts';

const packageSchema = z.object({
  Id: z.string().nullish().catch(null),
  DisplayName: z.string().nullish(),
  LibraryPath: z.string().nullish(),
  /** Of old versions: the whole path. */
  Path: z.string().nullish(),
  LaunchArgs: z.unknown(),
});
type Package = z.infer<typeof packageSchema>;
const settingsSchema = z.object({
  InstalledPackages: z.array(packageSchema.nullable().catch(null)),
});
const librarySchema = z.object({ LibraryPath: z.string() });

/**
 * The packages of a Stability Matrix library: the recorded ones under the names that their
 * owner gave them, and what else lies in Packages.
 * Source: LykosAI/StabilityMatrix Services/SettingsManager.cs, Models/InstalledPackage.cs,
 * Models/LaunchOption.cs.
 */
export const stabilityMatrix: Locator = {
  kind: 'stability_matrix',
  marks: ['packages'],
  async recognise(system, view) {
    if (!view.hasFolder('Packages')) return [];
    const file = path.join(view.folder, 'settings.json');
    const settings = view.hasFile('settings.json')
      ? await readConfig(system, file, settingsSchema)
      : null;
    if (!settings && !view.hasFolder('Assets')) return [];
    const packages = (settings?.InstalledPackages ?? []).filter((each) => each !== null);
    const recorded = packages.map((each) => ({
      record: each,
      folder: folderOf(view.folder, each),
    }));
    const known = new Set(recorded.map(({ folder }) => folder));
    const inside = path.join(view.folder, 'Packages');
    const others = (await entriesOf(system, inside))
      .map((entry) => path.join(inside, entry.name))
      .filter((folder) => !known.has(folder))
      .map((folder) => ({ record: null, folder }));
    const found: Located[] = [];
    for (const { record, folder } of [...recorded, ...others]) {
      if (folder === null || (record === null && (await isKeptAside(system, folder, true))))
        continue;
      const located = await packageAt(system, folder, record, file);
      if (located) found.push(located);
    }
    return found;
  },
  async places(system) {
    const found: string[] = [path.join(system.homeFolder, 'StabilityMatrix')];
    for (const folder of settingsFolders(system)) {
      const own = path.join(folder, 'StabilityMatrix');
      const library = await readConfig(system, path.join(own, 'library.json'), librarySchema);
      if (library && isPathHere(library.LibraryPath)) found.push(library.LibraryPath);
      found.push(own);
    }
    return found;
  },
};

function folderOf(library: string, record: Package): string | null {
  const { LibraryPath: relative, Path: whole } = record;
  if (relative != null) return joinRelative(library, relative);
  return whole != null && isPathHere(whole) ? whole : null;
}

async function packageAt(
  system: System,
  folder: string,
  record: Package | null,
  file: string,
): Promise<Located | null> {
  const view = await viewFolder(system, folder);
  if (!view || !(isSourceRoot(view.entries) || isWebui(view))) return null;
  const flags = flagsOfValue(record?.LaunchArgs ?? undefined, 'named-options') ?? [];
  const entry = record?.Id ?? record?.LibraryPath ?? record?.Path ?? null;
  return makeInstall(system, {
    kind: 'stability_matrix',
    name: record?.DisplayName ?? path.basename(folder),
    sourceRoot: folder,
    ...(isWebui(view) ? { userDir: folder } : {}),
    environment: await innerEnvironment(system, view),
    launchers: record ? [{ path: file, flags, settings: { id: 'stability_matrix', entry } }] : [],
  });
}
