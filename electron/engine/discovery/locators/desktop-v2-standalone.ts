import path from 'node:path';
import { desktopRecords, launcherOf, recordOf } from '../recognition/desktop-v2-records.ts';
import { firstEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { sourceBelow } from '../recognition/sources.ts';
import { unfinishedByDesktop } from '../recognition/unfinished.ts';

/**
 * An install that ComfyUI Desktop v2 made. The Python in standalone-env is only the base:
 * torch is taken out of it, so that the environment beside is the one to look at.
 * Source: Comfy-Org/ComfyUI-Desktop-2.0-Beta src/main/sources/standalone/, lib/pythonEnv.ts.
 */
export const desktopV2Standalone: Locator = {
  kind: 'desktop_v2_standalone',
  marks: ['comfyui'],
  async recognise(system, view) {
    const marked = view.hasFolder('standalone-env') || view.hasFile('.comfyui-desktop-2');
    if (!marked || !view.hasFolder('ComfyUI')) return [];
    const source = await sourceBelow(system, view.folder, 'ComfyUI');
    if (!source) return [];
    const record = await recordOf(system, view.folder);
    const located = await makeInstall(system, {
      kind: 'desktop_v2_standalone',
      name: record?.name ?? path.basename(view.folder),
      sourceRoot: source.folder,
      environment: await firstEnvironment(system, [
        path.join(source.folder, '.venv'),
        path.join(view.folder, 'envs', 'default'),
      ]),
      launchers: record ? [launcherOf(record)] : [],
      problems: unfinishedByDesktop(view),
    });
    return [located];
  },
  async places(system) {
    const records = await desktopRecords(system);
    const usual = path.join(system.homeFolder, 'ComfyUI-Installs');
    // Clones and portable builds that it merely starts are recorded too; they are places as good.
    return [...records.map((record) => record.installPath), usual];
  },
};
