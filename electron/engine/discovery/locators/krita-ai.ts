import path from 'node:path';
import * as z from 'zod';
import type { Launcher } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { readConfig, readConfigText } from '../recognition/config-file.ts';
import { firstEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import {
  dataFolders,
  isPathHere,
  isSameFolder,
  settingsFolders,
} from '../recognition/settings-folders.ts';
import { sourceBelow } from '../recognition/sources.ts';
import { unfinished } from '../recognition/unfinished.ts';
import { flagsOfValue } from '../../launch/settings/flags-of-value.ts';

const settingsSchema = z.object({
  server_path: z.string().nullish().catch(null),
  server_arguments: z.string().nullish().catch(null),
});

/**
 * The server that Krita's AI plugin keeps: `.version` says '<plugin version> <backend>', or
 * 'incomplete'. What it unpacked into upgrade-<version> is no install.
 * Source: Acly/krita-ai-diffusion ai_diffusion/backend/server.py, util.py, settings.py.
 */
export const kritaAi: Locator = {
  kind: 'krita_ai',
  marks: ['.version'],
  async recognise(system, view) {
    if (!view.hasFile('.version') || !view.hasFolder('ComfyUI')) return [];
    const file = path.join(view.folder, '.version');
    const version = (await readConfigText(system, file))?.trim();
    if (version === undefined || !/^(\d+\.\d+\S* \w+|incomplete)$/.test(version)) return [];
    const source = await sourceBelow(system, view.folder, 'ComfyUI');
    if (!source) return [];
    const located = await makeInstall(system, {
      kind: 'krita_ai',
      name: 'Krita AI',
      sourceRoot: source.folder,
      environment: await firstEnvironment(system, [path.join(view.folder, 'venv')]),
      launchers: await launchersOf(system, view.folder),
      problems: version === 'incomplete' ? [unfinished('Krita AI', file)] : [],
    });
    return [located];
  },
  async places(system) {
    const usual = pluginFolders(system).map((folder) => path.join(folder, 'server'));
    const chosen: string[] = [];
    for (const file of settingsFiles(system)) {
      const there = (await readConfig(system, file, settingsSchema))?.server_path;
      if (there != null && isPathHere(there)) chosen.push(there);
    }
    return [...chosen, ...usual];
  },
};

/** By Qt: AppDataLocation inside Krita, GenericDataLocation elsewhere. */
function pluginFolders(system: System): string[] {
  const inKrita = [...settingsFolders(system), ...dataFolders(system)].map((folder) =>
    path.join(folder, 'krita', 'ai_diffusion'),
  );
  const outside = dataFolders(system).map((folder) => path.join(folder, 'krita-ai-diffusion'));
  return [...new Set([...inKrita, ...outside])];
}

function settingsFiles(system: System): string[] {
  return pluginFolders(system).map((folder) => path.join(folder, 'settings.json'));
}

async function launchersOf(system: System, server: string): Promise<Launcher[]> {
  const beside = path.join(path.dirname(server), 'settings.json');
  for (const file of new Set([beside, ...settingsFiles(system)])) {
    const settings = await readConfig(system, file, settingsSchema);
    if (!settings) continue;
    const { server_path: named, server_arguments: given } = settings;
    const own = file === beside || (named != null && (await isSameFolder(system, named, server)));
    const flags = flagsOfValue(given ?? undefined, 'line') ?? [];
    if (own) return [{ path: file, flags, settings: { id: 'krita', entry: null } }];
  }
  return [];
}
