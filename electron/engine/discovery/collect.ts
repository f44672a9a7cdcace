import type { Environment, Install } from '../../../shared/install.ts';
import type { FolderEntry, System } from '../system.ts';
import { environmentAt } from './environment-at.ts';
import { recognise } from './locate.ts';
import { combineInstalls } from './locators/combine.ts';
import type { Located } from './locators/locator.ts';
import { isSourceRoot } from './source-root.ts';

/** What a search has come upon so far; each install and each environment once. */
export function createCollection() {
  const installs = new Map<string, Install>();
  const environments = new Map<string, Environment>();

  function addEnvironment(environment: Environment): void {
    if (!environments.has(environment.id)) environments.set(environment.id, environment);
  }
  function add({ install, environment }: Located): void {
    installs.set(install.id, combineInstalls(installs.get(install.id), install));
    if (environment) addEnvironment(environment);
  }

  /** Looks at one folder of a walk. Answers whether something may lie below it. */
  async function visit(
    system: System,
    folder: string,
    entries: readonly FolderEntry[],
  ): Promise<'enter' | 'leave'> {
    const located = await recognise(system, folder, entries);
    located.forEach(add);
    // Below a source folder are its own files; below an installer's root (a drive that one was
    // unpacked into, say) there may be others.
    if (isSourceRoot(entries)) return 'leave';
    const own = entries.some((entry) => isEnvironmentMark(entry.name));
    const environment = own ? await environmentAt(system, folder) : null;
    if (!environment) return 'enter';
    addEnvironment(environment);
    // A conda base holds its environments below `envs`; nothing else holds one inside.
    return entries.some((entry) => entry.name === 'envs') ? 'enter' : 'leave';
  }

  return {
    add,
    addEnvironment,
    visit,
    count: () => installs.size + environments.size,
    installs: () => [...installs.values()].sort((a, b) => a.sourceRoot.localeCompare(b.sourceRoot)),
    environments: () =>
      [...environments.values()].sort((a, b) => a.executable.localeCompare(b.executable)),
  };
}

function isEnvironmentMark(name: string): boolean {
  return name === 'pyvenv.cfg' || name === 'conda-meta' || /^python\d+\._pth$/i.test(name);
}
