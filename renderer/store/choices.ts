import { kindRows } from '../../shared/environment-kinds.ts';
import type { Environment, EnvironmentKind, InstallKind } from '../../shared/install.ts';
import type { Verdict } from '../../shared/verdict.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Session } from '../../shared/session.ts';
import { freeEnvironments, lastPart } from './target.ts';

/** One thing that can be looked at: an install, or a Python environment on its own. */
export type Choice = {
  id: string;
  name: string;
  path: string;
  kind: { of: 'install'; value: InstallKind } | { of: 'environment'; value: EnvironmentKind };
  comfyui: string | null;
  python: string | null;
  /** torch and xFormers at a glance; null where they were not looked at. */
  packages: { torch: string | null; xformers: string | null } | null;
  running: boolean;
  /** How the last look at it ended. */
  lastVerdict: Verdict | null;
  problems: readonly Problem[];
};

/** Installs first, then environments that belong to none of them. */
export function choicesOf(session: Session): Choice[] {
  const installs = session.found?.installs ?? [];
  return [
    ...installs.map((install): Choice => ({
      id: install.id,
      name: install.name,
      path: install.sourceRoot,
      kind: { of: 'install', value: install.kind },
      comfyui: install.comfyui?.version ?? null,
      python: install.python?.version ?? null,
      packages: install.packages ?? null,
      running: install.running,
      lastVerdict: session.found?.lastResults?.[install.id]?.verdict ?? null,
      problems: install.problems,
    })),
    ...withTorchFirst(freeEnvironments(session)).map((environment): Choice => ({
      id: environment.id,
      name: nameOf(environment),
      path: environment.environmentRoot,
      kind: { of: 'environment', value: environment.kind },
      comfyui: null,
      python: environment.version,
      packages: environment.packages ?? null,
      running: false,
      lastVerdict: session.found?.lastResults?.[environment.id]?.verdict ?? null,
      problems: environment.problems,
    })),
  ];
}

function nameOf(environment: Environment): string {
  return kindRows[environment.kind].namedByPeople
    ? lastPart(environment.environmentRoot)
    : `Python ${environment.version ?? lastPart(environment.executable)}`;
}

/** A Python without PyTorch is seldom the one that somebody looks for. */
function withTorchFirst(environments: readonly Environment[]): Environment[] {
  const rank = (each: Environment): number => (each.packages?.torch ? 0 : 1);
  return [...environments].sort((a, b) => rank(a) - rank(b));
}

/** Every word typed must be somewhere in it. */
export function matches(choice: Choice, typed: string): boolean {
  const text = [choice.name, choice.path, choice.kind.value, choice.python, choice.comfyui]
    .join(' ')
    .toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
