import path from 'node:path';
import * as z from 'zod';
import type { Launcher } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { hasFile, readConfig } from '../recognition/config-file.ts';
import { desktopRecords } from '../recognition/desktop-v2-records.ts';
import { firstEnvironment } from '../recognition/environments.ts';
import type { FolderView, Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import {
  dataFolders,
  isPathHere,
  isSameFolder,
  settingsFolders,
} from '../recognition/settings-folders.ts';
import { settingsLauncher } from '../recognition/settings-launcher.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { sourceBelow } from '../recognition/sources.ts';

const configSchema = z.object({ basePath: z.string() });

/**
 * ComfyUI Desktop v1: the source lies inside the application, the data and the Python in the
 * folder that its config.json names. That folder alone is no install, and neither is one that
 * v2 has adopted since.
 * Source: Comfy-Org/desktop src/store/desktopSettings.ts, src/main-process/comfyServer.ts.
 */
export const desktopV1: Locator = {
  kind: 'desktop_v1',
  marks: ['main.py', 'custom_nodes'],
  async recognise(system, view) {
    const isSource =
      isSourceRoot(view.entries) && /^resources$/i.test(path.basename(path.dirname(view.folder)));
    if (!isSource && !isDataFolder(view)) return [];
    const [data, ...others] = await dataFoldersOfV1(system);
    const own = isSource ? data : await firstSame(system, [data, ...others], view.folder);
    const source = isSource ? view : await sourceOfV1(system);
    if (own === undefined || !source || (await isAdopted(system, own))) return [];
    const located = await makeInstall(system, {
      kind: 'desktop_v1',
      name: path.basename(own),
      sourceRoot: source.folder,
      dataRoot: own,
      environment: await firstEnvironment(system, [path.join(own, '.venv')]),
      launchers: await launchersOfV1(system, own),
    });
    return [located];
  },
  places: dataFoldersOfV1,
};

function isDataFolder(view: FolderView): boolean {
  // config/comfyConfigManager.ts; people clear away input and output, never these.
  const named = ['models', 'user', 'custom_nodes'].every((name) => view.hasFolder(name));
  return named && !view.hasFile('main.py');
}

async function dataFoldersOfV1(system: System): Promise<string[]> {
  const found: string[] = [];
  for (const folder of settingsFolders(system)) {
    const file = path.join(folder, 'ComfyUI', 'config.json');
    const config = await readConfig(system, file, configSchema);
    if (config && isPathHere(config.basePath)) found.push(config.basePath);
  }
  return found;
}

async function sourceOfV1(system: System): Promise<FolderView | null> {
  const applications = [
    ...dataFolders(system).flatMap((folder) => [
      path.join(folder, 'Programs', 'ComfyUI', 'resources'),
      path.join(folder, 'Programs', '@comfyorgcomfyui-electron', 'resources'),
    ]),
    path.join(system.homeFolder, 'Applications', 'ComfyUI.app', 'Contents', 'Resources'),
    '/Applications/ComfyUI.app/Contents/Resources',
  ];
  for (const folder of applications) {
    const source = await sourceBelow(system, folder, 'ComfyUI');
    if (source) return source;
  }
  return null;
}

async function firstSame(
  system: System,
  folders: readonly (string | undefined)[],
  wanted: string,
): Promise<string | undefined> {
  for (const folder of folders) {
    if (folder !== undefined && (await isSameFolder(system, folder, wanted))) return folder;
  }
  return undefined;
}

async function isAdopted(system: System, data: string): Promise<boolean> {
  if (!(await hasFile(system, data, '.comfyui-desktop-2'))) return false;
  const records = await desktopRecords(system);
  const adopted = records.map((record) => record.adoptedBaseDir ?? undefined);
  return (await firstSame(system, adopted, data)) !== undefined;
}

/** A map of flag to value in the settings; everything else in that file stays there. */
async function launchersOfV1(system: System, data: string): Promise<Launcher[]> {
  const file = path.join(data, 'user', 'default', 'comfy.settings.json');
  const launcher = await settingsLauncher(system, file, { id: 'desktop_v1', entry: null });
  return launcher ? [launcher] : [];
}
