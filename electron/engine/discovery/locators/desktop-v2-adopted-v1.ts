import path from 'node:path';
import { desktopRecords, launcherOf, recordOf } from '../recognition/desktop-v2-records.ts';
import { firstEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isPathHere } from '../recognition/settings-folders.ts';
import { sourceBelow } from '../recognition/sources.ts';
import { unfinishedByDesktop } from '../recognition/unfinished.ts';

/**
 * ComfyUI Desktop v2 that took over a v1: a source of its own, with the data and the Python of
 * the old one. Only the record says where those are.
 * Source: Comfy-Org/ComfyUI-Desktop-2.0-Beta docs/legacy-desktop-adopt-migration.md.
 */
export const desktopV2AdoptedV1: Locator = {
  kind: 'desktop_v2_adopted_v1',
  marks: ['comfyui'],
  async recognise(system, view) {
    if (!view.hasFolder('ComfyUI')) return [];
    const record = await recordOf(system, view.folder);
    if (record?.adopted !== true) return [];
    const source = await sourceBelow(system, view.folder, 'ComfyUI');
    if (!source) return [];
    const data = record.adoptedBaseDir ?? null;
    const python = record.adoptedPythonPath ?? null;
    const located = await makeInstall(system, {
      kind: 'desktop_v2_adopted_v1',
      name: record.name ?? path.basename(view.folder),
      sourceRoot: source.folder,
      ...(data !== null && isPathHere(data) ? { dataRoot: data } : {}),
      environment: await firstEnvironment(
        system,
        python !== null && isPathHere(python) ? [python] : [],
      ),
      launchers: [launcherOf(record)],
      problems: unfinishedByDesktop(view),
    });
    return [located];
  },
  async places(system) {
    const records = await desktopRecords(system);
    return records.filter((record) => record.adopted).map((record) => record.installPath);
  },
};
