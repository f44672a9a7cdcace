import path from 'node:path';
import type { InstallKind, Launcher } from '../../../../shared/install.ts';
import { findLaunchers } from '../../launch/launchers.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { embeddedFolder, firstEnvironment } from './environments.ts';
import type { FolderView, Located } from './locator.ts';
import { makeInstall } from './make-install.ts';
import { sourceBelow } from './sources.ts';

/** A root with the embedded Python beside the ComfyUI folder, as several packers lay it out. */
export async function portableAt(
  system: System,
  view: FolderView,
  kind: InstallKind,
): Promise<Located[]> {
  const source = await sourceOfPortable(system, view);
  if (!source) return [];
  const located = await makeInstall(system, {
    kind,
    name: path.basename(view.folder),
    sourceRoot: source.folder,
    environment: await firstEnvironment(system, [
      path.join(view.folder, view.find(embeddedFolder) ?? embeddedFolder),
    ]),
    launchers: await launchersIn(system, [view.folder, path.join(view.folder, 'advanced')]),
  });
  return [located];
}

/** ComfyUI, or under what name its owner put the only source folder that is there. */
async function sourceOfPortable(system: System, view: FolderView): Promise<FolderView | null> {
  const usual = view.find('ComfyUI');
  if (usual !== null) return sourceBelow(system, view.folder, usual);
  const folders = view.entries.filter(({ kind }) => kind === 'folder' || kind === 'link');
  const found = await Promise.all(
    folders.map(({ name }) => sourceBelow(system, view.folder, name)),
  );
  const [only = null, ...others] = found.filter((each) => each !== null);
  return others.length === 0 ? only : null;
}

/** The start scripts of several folders; one that may not be read has none. */
export async function launchersIn(system: System, folders: readonly string[]): Promise<Launcher[]> {
  const found = await Promise.all(
    folders.map((folder) => findLaunchers(system, folder).catch(ifUnanswered([]))),
  );
  return found.flat();
}
