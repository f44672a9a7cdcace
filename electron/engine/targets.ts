import path from 'node:path';
import type { FolderList } from '../../shared/contract.ts';
import type { Environment, Found, Install } from '../../shared/install.ts';
import { fail } from '../../shared/problem.ts';
import { environmentAt } from './discovery/environment-at.ts';
import { idOf } from './discovery/identity.ts';
import { locateAt } from './discovery/locate.ts';
import type { Target } from './inspection/gather-static-facts.ts';
import type { System } from './system.ts';

/**
 * Everything that has an id: installs, environments, folders. The renderer only ever names
 * ids, so this is where paths are kept away from it.
 */
export function createTargets(system: System) {
  const installs = new Map<string, Install>();
  const environments = new Map<string, Environment>();
  const folders = new Map<string, string>();

  function remember(found: Pick<Found, 'installs' | 'environments'>): void {
    for (const install of found.installs) installs.set(install.id, install);
    for (const environment of found.environments) environments.set(environment.id, environment);
  }

  async function target(id: string): Promise<Target> {
    const install = installs.get(id);
    if (install) return { id, install, environment: await environmentOf(install) };
    const environment = environments.get(id);
    if (!environment) fail('not-found', { params: { target: id } });
    // Looked at anew each time: it may have been removed since it was found.
    // By its program, since several Pythons may share one root (/usr).
    const now = await environmentAt(system, environment.executable);
    return { id, install: null, environment: now ?? environment };
  }

  async function environmentOf(install: Install): Promise<Environment> {
    const root = install.python?.environmentRoot;
    const environment = root === undefined ? null : await environmentAt(system, root);
    if (!environment) fail('not-an-environment', { params: { target: install.sourceRoot } });
    return environment;
  }

  async function resolve(text: string): Promise<string> {
    if (installs.has(text) || environments.has(text)) return text;
    const location = path.resolve(text);
    const info = await system.files.info(location);
    const link = info ?? (await system.files.linkInfo(location));
    if (!link) fail('not-found', { params: { target: text } });
    if (info?.kind === 'folder') {
      const located = await locateAt(system, location);
      if (located) {
        const { install, environment: inner } = located;
        remember({ installs: [install], environments: inner ? [inner] : [] });
        return install.id;
      }
    }
    const beside = info?.kind === 'file' && isLauncher(location) ? path.dirname(location) : null;
    if (beside !== null) return resolve(beside);
    const environment = await environmentAt(system, location);
    if (!environment) fail('not-an-environment', { params: { target: text } });
    remember({ installs: [], environments: [environment] });
    return environment.id;
  }

  function registerFolder(location: string): string {
    const id = idOf(system, 'folder', location);
    folders.set(id, path.resolve(location));
    return id;
  }

  function folder(id: string): string {
    const location = folders.get(id);
    if (location === undefined) fail('not-found', { params: { target: id } });
    return location;
  }

  async function listFolders(id?: string): Promise<FolderList> {
    const location = id === undefined ? system.homeFolder : folder(id);
    const entries = await system.files.list(location);
    if (!entries) fail('not-found', { params: { target: location } });
    const parent = path.dirname(location);
    const children = entries
      .filter((entry) => entry.kind === 'folder' && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort((a, b) => a.localeCompare(b))
      .map((name) => ({ folderId: registerFolder(path.join(location, name)), name }));
    return {
      folder: { folderId: registerFolder(location), name: path.basename(location) || location },
      path: location,
      parentId: parent === location ? null : registerFolder(parent),
      children,
    };
  }

  return { remember, target, resolve, registerFolder, folder, listFolders };
}
/** What people drop on a window when they mean the install beside it. */
function isLauncher(file: string): boolean {
  return /\.(bat|cmd|ps1|sh|command)$/i.test(file) || path.basename(file) === 'main.py';
}

export type Targets = ReturnType<typeof createTargets>;
