import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { readConfigText } from '../recognition/config-file.ts';
import {
  firstEnvironment,
  innerEnvironment,
  packedEnvironment,
} from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { launchersIn } from '../recognition/portable-build.ts';
import {
  dataFolders,
  isPathHere,
  isSameFolder,
  settingsFolders,
} from '../recognition/settings-folders.ts';
import { settingsLauncher } from '../recognition/settings-launcher.ts';
import { isSourceRoot } from '../recognition/source-root.ts';

type Workspace = { folder: string; config: string; isDefault: boolean };

/**
 * A workspace of comfy-cli: the default and the most recent one stand in its config.ini. That
 * file holds tokens too; only three of its keys are read.
 * Source: Comfy-Org/comfy-cli comfy_cli/config_manager.py, workspace_manager.py,
 * resolve_python.py, command/launch.py.
 */
export const comfyCli: Locator = {
  kind: 'comfy_cli',
  marks: ['main.py'],
  async recognise(system, view) {
    if (!isSourceRoot(view.entries)) return [];
    const workspace = await workspaceAt(system, view.folder);
    if (!workspace) return [];
    const { VIRTUAL_ENV, CONDA_PREFIX } = system.environment;
    const active = [VIRTUAL_ENV ?? '', CONDA_PREFIX ?? ''].filter((each) => each !== '');
    const inner = (await innerEnvironment(system, view)) ?? (await packedEnvironment(system, view));
    const own = workspace.isDefault
      ? await settingsLauncher(system, workspace.config, { id: 'comfy_cli', entry: null })
      : null;
    const scripts = await launchersIn(system, [view.folder]);
    const located = await makeInstall(system, {
      kind: 'comfy_cli',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment: inner ?? (await firstEnvironment(system, active)),
      // Without extras it starts as plainly as anything: a script tells more.
      launchers: own?.flags.length === 0 ? [...scripts, own] : [...(own ? [own] : []), ...scripts],
    });
    return [located];
  },
  async places(system) {
    const usual = [
      path.join(system.homeFolder, 'comfy', 'ComfyUI'),
      path.join(system.homeFolder, 'Documents', 'comfy', 'ComfyUI'),
    ];
    return [...(await workspaces(system)).map((each) => each.folder), ...usual];
  },
};

async function workspaceAt(system: System, folder: string): Promise<Workspace | null> {
  for (const workspace of await workspaces(system)) {
    if (await isSameFolder(system, workspace.folder, folder)) return workspace;
  }
  return null;
}

async function workspaces(system: System): Promise<Workspace[]> {
  const found: Workspace[] = [];
  for (const folder of new Set([...dataFolders(system), ...settingsFolders(system)])) {
    const config = path.join(folder, 'comfy-cli', 'config.ini');
    const text = await readConfigText(system, config);
    if (text === null) continue;
    const byDefault = valueOf(text, 'default_workspace');
    const recent = valueOf(text, 'recent_workspace');
    // The extras are those of the default workspace alone.
    if (byDefault !== null) found.push({ folder: byDefault, config, isDefault: true });
    if (recent !== null) found.push({ folder: recent, config, isDefault: false });
  }
  return found.filter((workspace) => isPathHere(workspace.folder));
}

function valueOf(text: string, key: string): string | null {
  const value = new RegExp(`^${key}[ \\t]*[=:][ \\t]*(.*)$`, 'im').exec(text)?.[1]?.trim();
  // configparser writes %% for a percent sign.
  return value === undefined || value === '' ? null : value.replaceAll('%%', '%');
}
