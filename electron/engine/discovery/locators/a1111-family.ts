import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { hasFolder } from '../recognition/config-file.ts';
import { environmentFolders, firstEnvironment } from '../recognition/environments.ts';
import { viewFolder } from '../recognition/folder-view.ts';
import type { FolderView, Located, Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isPathHere, joinRelative } from '../recognition/settings-folders.ts';
import { isWebui, webuiSettings, type WebuiSettings } from '../recognition/webui-settings.ts';

/**
 * AUTOMATIC1111's web UI, Forge (with its one-click package) and SD.Next: no ComfyUI, but they
 * lose their attention in the same ways.
 * Source: AUTOMATIC1111/stable-diffusion-webui webui.bat, lllyasviel/stable-diffusion-webui-forge
 * issues 1616 and 2046.
 */
export const a1111Family: Locator = {
  kind: 'a1111_family',
  marks: ['webui.py', 'environment.bat'],
  async recognise(system, view) {
    if (isWebui(view)) return [await webuiAt(system, view, path.basename(view.folder), [])];
    // Forge's one-click package: environment.bat puts system\python first in the search path.
    if (!view.hasFile('environment.bat') || !view.hasFolder('webui')) return [];
    const inner = await viewFolder(system, path.join(view.folder, 'webui'));
    if (!inner || !isWebui(inner)) return [];
    const python = path.join(view.folder, 'system', 'python');
    return [await webuiAt(system, inner, path.basename(view.folder), [python])];
  },
};

async function webuiAt(
  system: System,
  view: FolderView,
  name: string,
  first: readonly string[],
): Promise<Located> {
  const settings = await webuiSettings(system, view.folder);
  const data = await dataFolder(system, view.folder, settings);
  return makeInstall(system, {
    kind: 'a1111_family',
    name,
    sourceRoot: view.folder,
    dataRoot: data,
    // It keeps config.json and ui-config.json beside the data.
    userDir: data,
    environment: await firstEnvironment(system, [
      ...first,
      ...settings.flatMap((each) => said(view.folder, each.folder)),
      ...environmentFolders.map((folder) => path.join(view.folder, folder)),
      ...settings.flatMap((each) => said(view.folder, each.python)),
      // Aki's package of it.
      path.join(view.folder, 'python'),
      path.join(path.dirname(view.folder), 'system', 'python'),
    ]),
    launchers: settings.map(({ launcher }) => launcher),
  });
}

/** VENV_DIR=- means none; a bare `python` is whatever the search path has. */
function said(root: string, text: string): string[] {
  if (text === '' || text === '-' || /[%$]/.test(text)) return [];
  if (isPathHere(text)) return [text];
  return /^[a-z]:|^python[\d.]*$/i.test(text) ? [] : [joinRelative(root, text)];
}

async function dataFolder(
  system: System,
  root: string,
  settings: readonly WebuiSettings[],
): Promise<string> {
  for (const {
    launcher: { flags },
  } of settings) {
    const at = flags.indexOf('--data-dir');
    const [folder] = at === -1 ? [] : said(root, flags[at + 1] ?? '');
    if (folder !== undefined && (await hasFolder(system, folder))) return folder;
  }
  return root;
}
