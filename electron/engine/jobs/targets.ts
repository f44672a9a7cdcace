import path from 'node:path';
import type { FolderList } from '../../../shared/contract.ts';
import type { Environment, Found, Install } from '../../../shared/install.ts';
import { fail, ProblemError, type Problem } from '../../../shared/problem.ts';
import { locateAt, locateBelow } from '../discovery/locate.ts';
import { isStartScript, namedPlace } from '../discovery/named-place.ts';
import type { Located } from '../discovery/recognition/locator.ts';
import { installPythonOf } from '../discovery/recognition/make-install.ts';
import { completedByProcess } from '../discovery/running-evidence.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import { withLaunchersNow } from '../launch/launchers-now.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { environmentAt } from '../pythons/environment-at.ts';
import { idOf } from '../pythons/identity.ts';

/** Which Python the user chose for an install, by its id. */
type ChosenPythons = {
  pythonOf: (id: string) => string | null;
  keepPython: (id: string, executable: string) => Promise<void>;
};

/**
 * Everything that has an id: installs, environments, folders, wheel files. The renderer only ever names
 * ids, so this is where paths are kept away from it. `memory` tells where an id of an earlier
 * start lies, and which Python the user has chosen.
 */
export function createTargets(
  system: System,
  memory: ChosenPythons & { placeOf: (id: string) => string | null },
  note: (problem: Problem) => void,
) {
  const installs = new Map<string, Install>();
  const environments = new Map<string, Environment>();
  const folders = createPlaces(system, 'folder');
  const wheels = createPlaces(system, 'wheel');

  function remember(found: Pick<Found, 'installs' | 'environments'>): void {
    for (const install of found.installs) installs.set(install.id, install);
    for (const environment of found.environments) environments.set(environment.id, environment);
  }

  async function target(id: string): Promise<Target> {
    const install = installs.get(id);
    if (install) {
      const found = await withChosenPython(install);
      const now = await completedByProcess(system, await withLaunchersNow(system, found));
      return { id, install: now, environment: await environmentOf(now) };
    }
    const environment = environments.get(id);
    if (!environment) fail('not-found', { params: { target: id } });
    // Looked at anew each time: it may have been removed since it was found.
    // By its program, since several Pythons may share one root (/usr).
    const now = await environmentAt(system, environment.executable);
    return { id, install: null, environment: now ?? environment };
  }

  /** The Python that the user chose for an install whose files name none. */
  async function withChosenPython(install: Install): Promise<Install> {
    const chosen = install.python ? null : memory.pythonOf(install.id);
    const environment = chosen === null ? null : await environmentAt(system, chosen);
    if (!environment) return install;
    const problems = install.problems.filter((each) => each.code !== 'python-unknown');
    return {
      ...install,
      python: installPythonOf(system, environment),
      problems: [...problems, ...environment.problems],
    };
  }

  function choosePython(id: string, environmentId: string): Promise<void> {
    const environment = environments.get(environmentId);
    if (!installs.has(id)) fail('not-found', { params: { target: id } });
    if (!environment) fail('not-found', { params: { target: environmentId } });
    return memory.keepPython(id, environment.executable);
  }

  /** What is known to lie at the root of this environment; null where nothing is found there. */
  async function idAt(root: string): Promise<string | null> {
    const byInstall = [...installs.values()].find((one) => one.python?.environmentRoot === root);
    if (byInstall) return byInstall.id;
    const known = [...environments.values()].find((one) => one.environmentRoot === root);
    if (known) return known.id;
    const environment = await environmentAt(system, root).catch(ifUnanswered(null));
    if (environment) remember({ installs: [], environments: [environment] });
    return environment?.id ?? null;
  }

  async function environmentOf({ python, sourceRoot }: Install): Promise<Environment> {
    if (!python) fail('python-unknown', { params: { folder: sourceRoot } });
    // By its program where that is there: several Pythons may share one root.
    const environment =
      (await environmentAt(system, python.executable)) ??
      (await environmentAt(system, python.environmentRoot));
    if (!environment) fail('not-an-environment', { params: { target: sourceRoot } });
    return environment;
  }

  async function resolve(text: string): Promise<string> {
    if (installs.has(text) || environments.has(text)) return text;
    const { location, info } = await namedPlace(system, memory.placeOf(text) ?? text);
    const broken: Problem[] = [];
    const tell = (problem: Problem): void => {
      broken.push(problem);
      note(problem);
    };
    const located = info?.kind === 'folder' ? await locateAt(system, location, tell) : null;
    if (located) return keep(located);
    if (info?.kind === 'file' && isStartScript(location)) return resolve(path.dirname(location));
    const environment = await environmentAt(system, location);
    if (environment) {
      remember({ installs: [], environments: [environment] });
      return environment.id;
    }
    const below = info?.kind === 'folder' ? await locateBelow(system, location, tell) : null;
    if (below) return keep(below);
    // What broke might have recognised it.
    if (broken[0]) throw new ProblemError(broken[0]);
    return fail('not-an-environment', { params: { target: text } });
  }

  function keep({ install, environment }: Located): string {
    remember({ installs: [install], environments: environment ? [environment] : [] });
    return install.id;
  }

  async function listFolders(id?: string, withWheels = false): Promise<FolderList> {
    const location = id === undefined ? system.homeFolder : folders.at(id);
    const entries = await system.files.list(location);
    if (!entries) fail('not-found', { params: { target: location } });
    const parent = path.dirname(location);
    const children = entries
      .filter((entry) => entry.kind === 'folder' && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort((a, b) => a.localeCompare(b))
      .map((name) => ({ folderId: folders.register(path.join(location, name)), name }));
    const files = entries
      .filter(({ kind, name }) => withWheels && kind === 'file' && /\.whl$/i.test(name))
      .map(({ name }) => ({ wheelId: wheels.register(path.join(location, name)), name }))
      .sort((a, b) => a.name.localeCompare(b.name));
    return {
      folder: { folderId: folders.register(location), name: path.basename(location) || location },
      path: location,
      parentId: parent === location ? null : folders.register(parent),
      children,
      ...(withWheels ? { wheels: files } : {}),
    };
  }

  return {
    ...{ remember, target, resolve, listFolders },
    ...{ registerFolder: folders.register, folder: folders.at },
    ...{ registerWheel: wheels.register, wheel: wheels.at },
    ...{ withChosenPython, choosePython, idAt },
  };
}

export type Targets = ReturnType<typeof createTargets>;

/** What hosts name by ids alone: `at` throws `not-found` for an id that nobody gave out. */
function createPlaces(system: System, kind: 'folder' | 'wheel') {
  const known = new Map<string, string>();
  return {
    register: (location: string): string => {
      const id = idOf(system, kind, location);
      known.set(id, path.resolve(location));
      return id;
    },
    at: (id: string): string => known.get(id) ?? fail('not-found', { params: { target: id } }),
  };
}
