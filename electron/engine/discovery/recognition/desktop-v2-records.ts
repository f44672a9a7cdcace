import path from 'node:path';
import * as z from 'zod';
import type { Launcher } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { entriesOf, hasFolder, readConfig } from './config-file.ts';
import { embeddedFolder } from './environments.ts';
import { dataFolders, isPathHere, isSameFolder, settingsFolders } from './settings-folders.ts';
import { flagsOfValue } from '../../launch/settings/flags-of-value.ts';

/** What it was called over time; on Linux the folder of its own data has the second name. */
const applicationNames = [
  'Comfy Desktop',
  'comfyui-desktop-2',
  'ComfyUI Desktop 2.0',
  'ComfyUI Launcher',
  'comfyui-launcher',
];

const recordSchema = z.object({
  id: z.string().nullish().catch(null),
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
  const own = await Promise.all([...folders].map((folder) => applicationFolders(system, folder)));
  const files = own.flat().map((folder) => path.join(folder, 'installations.json'));
  const found = await Promise.all(
    files.map(async (file) => {
      const records = (await readConfig(system, file, fileSchema)) ?? [];
      return records.filter((record) => record !== null).map((record) => ({ ...record, file }));
    }),
  );
  return found.flat().filter((record) => isPathHere(record.installPath));
}

/** One listing tells what asking for each of the names would. */
async function applicationFolders(system: System, folder: string): Promise<string[]> {
  const names = (await entriesOf(system, folder)).map((entry) => entry.name);
  return applicationNames
    .flatMap((wanted) => names.filter((name) => name.toLowerCase() === wanted.toLowerCase()))
    .map((name) => path.join(folder, name));
}

/** The record of an install folder, if it has one. */
export async function recordOf(system: System, folder: string): Promise<DesktopRecord | null> {
  for (const record of await desktopRecords(system)) {
    if (await isSameFolder(system, record.installPath, folder)) return record;
  }
  return null;
}

/** What lies elsewhere, or is ComfyUI Desktop v1, which does not start by these flags. */
const otherSources = ['cloud', 'remote', 'desktop'];

/**
 * The flags that ComfyUI Desktop v2 gives to a clone or a portable build that it merely starts.
 * It takes a portable build by its own folder or by the one above (sources/portable.ts).
 */
export async function recordedLaunchers(system: System, sourceRoot: string): Promise<Launcher[]> {
  const found: Launcher[] = [];
  for (const record of await desktopRecords(system)) {
    if (record.adopted === true || otherSources.includes(record.sourceId ?? '')) continue;
    const roots = [sourceRoot, ...(await portableRoots(system, sourceRoot))];
    for (const root of roots) {
      if (!(await isSameFolder(system, record.installPath, root))) continue;
      found.push(launcherOf(record));
      break;
    }
  }
  return found;
}

/** The folder of the portable build around this source folder, and the one above if it is its only. */
async function portableRoots(system: System, sourceRoot: string): Promise<string[]> {
  const root = path.dirname(sourceRoot);
  if (!(await hasFolder(system, root, embeddedFolder))) return [];
  const above = path.dirname(root);
  const besides = (await entriesOf(system, above)).filter((entry) => entry.kind !== 'file');
  const portables = await Promise.all(
    besides.map(({ name }) => hasFolder(system, above, name, embeddedFolder)),
  );
  return portables.filter(Boolean).length === 1 ? [root, above] : [root];
}

export function launcherOf(record: DesktopRecord): Launcher {
  const flags = flagsOfValue(record.launchArgs ?? undefined, 'line') ?? [];
  const entry = record.id ?? record.installPath;
  return { path: record.file, flags, settings: { id: 'desktop_v2', entry } };
}
