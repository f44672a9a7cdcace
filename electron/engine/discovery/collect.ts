import type { Environment, Install } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { TellBroken } from '../mistakes/parts.ts';
import { environmentAt } from '../pythons/environment-at.ts';
import { idOf } from '../pythons/identity.ts';
import { combineInstalls } from './combine.ts';
import { recognise } from './locate.ts';
import type { Located } from './recognition/locator.ts';
import { isKeptAside } from './recognition/look-alike.ts';
import { isSourceRoot } from './recognition/source-root.ts';
import type { Next, Visit } from './walk.ts';

/** What a search has come upon so far; each install and each environment once. */
export function createCollection(system: System, tell: TellBroken) {
  const installs = new Map<string, Install>();
  const environments = new Map<string, Environment>();

  /** By its real name if it comes up under that, too: pyenv links to its environments. */
  function addEnvironment(environment: Environment): void {
    const { id, environmentRoot } = environment;
    const isRealName = idOf(system, 'python', environmentRoot) === id;
    if (isRealName || !environments.has(id)) environments.set(id, environment);
  }
  /** A folder that is known by two names (a link, another root) is one install, by its real name. */
  async function add({ install, environment }: Located): Promise<void> {
    const { sourceRoot } = install;
    const real = (await system.files.realPath(sourceRoot).catch(ifUnanswered(null))) ?? sourceRoot;
    const id = idOf(system, 'install', real);
    const known = installs.get(id);
    const isRealName = known !== undefined && sourceRoot === real && known.sourceRoot !== real;
    const [first, second] = isRealName ? [install, known] : [known, install];
    installs.set(id, combineInstalls(first, second));
    if (environment) addEnvironment(environment);
  }

  /** Looks at one folder of a walk. Answers whether something may lie below it. */
  async function visit({ folder, entries, isNamed }: Parameters<Visit>[0]): Promise<Next> {
    // One folder that cannot be read must not cost the list of all others.
    const located = await recognise(system, folder, entries, tell).catch(ifUnanswered([]));
    const isRoot = located.length > 0;
    if (!isNamed && (await isKeptAside(system, folder, isRoot))) return 'pass';
    for (const each of located) await add(each);
    // Below a source folder are its own files; below an installer's root (a drive that one was
    // unpacked into, say) there may be others.
    if (isSourceRoot(entries)) return 'leave';
    const own = entries.some((entry) => isEnvironmentMark(entry.name));
    const environment = own ? await environmentAt(system, folder).catch(ifUnanswered(null)) : null;
    if (!environment) return 'enter';
    addEnvironment(environment);
    // A conda base holds its environments below `envs`; nothing else holds one inside.
    return ['envs'];
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
