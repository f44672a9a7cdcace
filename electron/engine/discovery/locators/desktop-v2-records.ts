import path from 'node:path';
import { z } from 'zod';
import type { Launcher } from '../../../../shared/install.ts';
import type { System } from '../../system.ts';
import { readConfig } from './config-file.ts';
import { dataFolders, isPathHere, isSameFolder, settingsFolders } from './settings-folders.ts';
import { splitWords } from './words.ts';

/** What it was called over time; on Linux the folder of its own data has the second name. */
const applicationNames = [
  'Comfy Desktop',
  'comfyui-desktop-2',
  'ComfyUI Desktop 2.0',
  'ComfyUI Launcher',
  'comfyui-launcher',
];

const recordSchema = z.object({
  name: z.string().nullish(),
  installPath: z.string(),
  sourceId: z.string().nullish(),
  adopted: z.boolean().nullish(),
  adoptedBaseDir: z.string().nullish(),
  adoptedPythonPath: z.string().nullish(),
  launchArgs: z.string().nullish(),
});
// One broken record must not hide the others. Environment variables are never taken over.
const fileSchema = z.array(recordSchema.nullable().catch(null));

export type DesktopRecord = z.infer<typeof recordSchema> & { file: string };

/**
 * The installs that ComfyUI Desktop v2 knows, from its installations.json.
 * Source: Comfy-Org/ComfyUI-Desktop-2.0-Beta src/main/installations.ts, src/main/lib/paths.ts.
 */
export async function desktopRecords(system: System): Promise<DesktopRecord[]> {
  const folders = new Set([...settingsFolders(system), ...dataFolders(system)]);
  const files = [...folders].flatMap((folder) =>
    applicationNames.map((name) => path.join(folder, name, 'installations.json')),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const records = (await readConfig(system, file, fileSchema)) ?? [];
      return records.filter((record) => record !== null).map((record) => ({ ...record, file }));
    }),
  );
  return found.flat().filter((record) => isPathHere(record.installPath));
}

/** The record of an install folder, if it has one. */
export async function recordOf(system: System, folder: string): Promise<DesktopRecord | null> {
  for (const record of await desktopRecords(system)) {
    if (await isSameFolder(system, record.installPath, folder)) return record;
  }
  return null;
}

export function launcherOf(record: DesktopRecord): Launcher {
  return { path: record.file, flags: splitWords(record.launchArgs ?? '') };
}
