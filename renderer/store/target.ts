import type { Environment, Install } from '../../shared/install.ts';
import type { Session } from '../../shared/session.ts';

/** What the user works on, as the title bar names it. */
export type Target = {
  name: string;
  path: string;
  install: Install | null;
  environment: Environment | null;
};

export function targetOf(session: Session): Target | null {
  const { targetId, diagnosis, found } = session;
  if (targetId === null) return null;
  const install = diagnosis?.install ?? found?.installs.find((one) => one.id === targetId) ?? null;
  const environment =
    diagnosis?.environment ?? found?.environments.find((one) => one.id === targetId) ?? null;
  if (install) return { name: install.name, path: install.sourceRoot, install, environment };
  if (!environment) return null;
  return {
    name: lastPart(environment.environmentRoot),
    path: environment.environmentRoot,
    install,
    environment,
  };
}

/** Environments that no install in the list stands for already. */
export function freeEnvironments(session: Session): Environment[] {
  const { found } = session;
  if (!found) return [];
  const taken = new Set(found.installs.map((install) => install.python?.environmentRoot));
  return found.environments.filter((environment) => !taken.has(environment.environmentRoot));
}

/** The last folder name of a path of any platform. */
export function lastPart(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  return parts.at(-1) ?? path;
}
