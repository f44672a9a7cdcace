import { kindRows } from '../../shared/environment-kinds.ts';
import type { Environment, EnvironmentKind, Glance, InstallKind } from '../../shared/install.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Session } from '../../shared/session.ts';
import type { Verdict } from '../../shared/verdict.ts';
import { freeEnvironments, lastPart } from './target.ts';

/** One thing that can be looked at: an install, or a Python environment on its own. */
export type Choice = {
  id: string;
  name: string;
  /** The folder above, where several have the same name; else null. */
  within: string | null;
  path: string;
  kind: { of: 'install'; value: InstallKind } | { of: 'environment'; value: EnvironmentKind };
  comfyui: string | null;
  python: string | null;
  /** No file says which Python it is started with. */
  lacksPython: boolean;
  /** torch and xFormers at a glance; null where they were not looked at. */
  packages: { torch: string | null; xformers: string | null } | null;
  running: boolean;
  /** What its files tell; null where they were not read yet. */
  glance: Glance | null;
  /** How the last look at it ended; null where the glance is as new and says the same. */
  lastLook: { verdict: Verdict; at: string } | null;
  /** What stands on its card: the newest that is known. */
  verdict: Verdict | null;
  problems: readonly Problem[];
};

/** Installs first, what is sick or runs at the top; then environments that belong to none of them. */
export function choicesOf(session: Session): Choice[] {
  const installs = (session.found?.installs ?? []).map((install): Choice => ({
    id: install.id,
    name: install.name,
    within: null,
    path: install.sourceRoot,
    kind: { of: 'install', value: install.kind },
    comfyui: install.comfyui?.version ?? null,
    python: install.python?.version ?? null,
    lacksPython: install.python === null,
    packages: install.packages ?? null,
    running: install.running,
    ...verdictsOf(session, install.id),
    problems: install.problems,
  }));
  const environments = withTorchFirst(freeEnvironments(session)).map((environment): Choice => ({
    id: environment.id,
    name: nameOf(environment),
    within: null,
    path: environment.environmentRoot,
    kind: { of: 'environment', value: environment.kind },
    comfyui: null,
    python: environment.version,
    lacksPython: false,
    packages: environment.packages ?? null,
    running: false,
    ...verdictsOf(session, environment.id),
    problems: environment.problems,
  }));
  return [...withTold(installs).sort(byNeed), ...environments];
}

function verdictsOf(
  { found }: Session,
  id: string,
): Pick<Choice, 'glance' | 'lastLook' | 'verdict'> {
  const glance = found?.glances?.[id] ?? null;
  const look = found?.lastResults?.[id] ?? null;
  // A look with a live Python saw more; but what was read since is newer.
  const newer = glance && (!look || glance.at > look.at) ? glance.verdict : look?.verdict;
  const verdict = newer ?? null;
  const lastLook = look && look.verdict !== verdict ? look : null;
  return { glance, lastLook, verdict };
}

/** Several of one name are told apart by the folder that they lie in. */
function withTold(choices: readonly Choice[]): Choice[] {
  return choices.map((choice) => {
    const alike = choices.filter((each) => each.name === choice.name);
    if (alike.length < 2) return choice;
    const within = lastPart(choice.path.replace(/[\\/]+[^\\/]*[\\/]*$/, ''));
    return { ...choice, within: within === '' ? null : within };
  });
}

/** Sick and running first, then what was used last, then by name and place. */
function byNeed(a: Choice, b: Choice): number {
  const rank = (each: Choice): number => (isSick(each) ? 0 : each.running ? 1 : 2);
  const used = (each: Choice): string => each.glance?.usedAt ?? '';
  return (
    rank(a) - rank(b) ||
    used(b).localeCompare(used(a)) ||
    a.name.localeCompare(b.name) ||
    a.path.localeCompare(b.path)
  );
}

function isSick(choice: Choice): boolean {
  return choice.verdict === 'problem' || choice.lastLook?.verdict === 'problem';
}

/** The one that it must be about; null where that is the user's to say. */
export function clearPatient(choices: readonly Choice[]): Choice | null {
  const installs = choices.filter((choice) => choice.kind.of === 'install');
  const sick = installs.filter(isSick);
  const runs = sick.filter((choice) => choice.running);
  for (const few of [sick, runs, installs]) {
    const [only, another] = few;
    if (only && !another) return only;
  }
  return null;
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

/** Every word typed must be somewhere in what stands on the card. */
export function matches(card: readonly string[], typed: string): boolean {
  const text = card.join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
