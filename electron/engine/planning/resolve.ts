import path from 'node:path';
import { valid } from '@renovatebot/pep440';
import type { Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Wheel } from '../../../shared/plan.ts';
import {
  fail,
  ProblemError,
  toProblem,
  type Problem,
  type ProblemCode,
} from '../../../shared/problem.ts';
import type { Mirror } from '../knowledge/index-mirrors.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { parseRequirement } from '../packages/requirement.ts';
import { readRequirements, type Requirement } from '../packages/requirements-here.ts';
import { withHashes } from '../pip/review-wheels.ts';
import { settingsOf, type PipOptions } from '../pip/run-pip.ts';
import { withIndex, type Settings } from '../pip/settings.ts';
import { torchIndexUrl } from '../pip/torch-index.ts';
import { whyNone } from '../pip/why-none.ts';
import { createVersionQuestion } from './available-versions.ts';
import { changesOf } from './changes.ts';
import type { Intent, Part } from './intent.ts';
import {
  computerOf,
  isOfIndex,
  resolveAttempt,
  type Ground,
  type ResolvedPart,
} from './resolve-attempt.ts';
import { brokenBy } from './reverse-dependencies.ts';

/** What is taken, by the index that it comes from; empty where nothing is to be done. */
export type Resolved = readonly ResolvedPart[];

/**
 * Lets pip resolve the attempts in a dry run, in order; the first that it can, and that no other
 * package minds, is the one. What was at odds before is nobody's business here.
 */
export async function resolve(
  system: System,
  diagnosis: Diagnosis,
  intent: Intent,
  options: PipOptions,
): Promise<Resolved> {
  const folder = await system.files.makeTemporaryFolder('attention-doctor-plan-');
  try {
    await system.files.writeText(
      path.join(folder, 'constraints.txt'),
      constraintLines(diagnosis.facts, intent),
    );
    const own = await settingsOf(system, diagnosis.environment, options);
    // Where others may mind, the plan tells of them instead.
    const requirements = intent.othersMayMind
      ? []
      : await readRequirements(system, diagnosis.facts);
    const settingsOfPart = (part: Part): Settings => settingsFor(system, own, part, intent.mirror);
    const unreachable = new Map<string, Problem>();
    const ground: Ground = {
      ...{ system, diagnosis, intent, folder, options, unreachable },
      settingsOf: settingsOfPart,
    };
    const mayServe = createVersionQuestion(ground, intent.askFirst ?? '');
    let first: Problem | null = null;
    for (const attempt of intent.attempts) {
      try {
        if (intent.askFirst !== undefined && !(await mayServe(attempt))) continue;
        const parts = await resolveAttempt(ground, attempt);
        // What is there may be the best that could be asked for, or only be left over.
        if (wheelsOf(parts).length === 0 && unreachable.size > 0 && first !== null)
          throw new ProblemError(first);
        requireContent(diagnosis.facts, intent, wheelsOf(parts), requirements);
        return await reviewed(ground, parts);
      } catch (error) {
        const problem = toProblem(error);
        if (endsAll.has(problem.code)) throw error;
        first = worse(first, problem);
      }
    }
    const told = first ?? { code: 'no-matching-wheel' };
    const trouble = told.code === 'no-matching-wheel' ? await troubleWithIndex(ground) : null;
    throw new ProblemError(trouble ?? withSubject(told, intent));
  } finally {
    await system.files.remove(folder).catch(ifUnanswered(undefined));
  }
}

/** After these no other attempt can go better. */
const endsAll: ReadonlySet<ProblemCode> = new Set([
  'cancelled',
  'unexpected',
  'python-silent',
  'offline',
]);

/** All wheels of a plan, in the order in which they are installed. */
export function wheelsOf(parts: Resolved): Wheel[] {
  return parts.flatMap(({ wheels }) => wheels);
}

async function reviewed(ground: Ground, parts: Resolved): Promise<ResolvedPart[]> {
  const { system, diagnosis, folder, options, settingsOf: settings } = ground;
  const all: ResolvedPart[] = [];
  for (const { part, wheels } of parts) {
    const review = { folder, settings: settings(part), options };
    all.push({ part, wheels: await withHashes(system, diagnosis.environment, wheels, review) });
  }
  return all.filter((each) => each.wheels.length > 0);
}

/** Throws `would-break-packages` where a package would mind that is content now. */
function requireContent(
  facts: Facts,
  intent: Intent,
  wheels: readonly Wheel[],
  requirements: readonly Requirement[],
): void {
  const broken = brokenBy(changesOf(facts, wheels, intent), requirements);
  if (broken.length === 0) return;
  const packages = broken
    .map(({ by, name, specifier }) => `${by} (${name}${specifier})`)
    .join(', ');
  fail('would-break-packages', { params: { packages } });
}

const mostAsked = 2;

/** Only where nothing was found: whether an index has nothing, or was none. */
async function troubleWithIndex(ground: Ground): Promise<Problem | null> {
  const { system, diagnosis, intent, folder, settingsOf: settings, options } = ground;
  const asked = new Set<string>();
  for (const attempt of intent.attempts) {
    const own = settings(attempt);
    const name = parseRequirement(attempt.requirements[0] ?? '')?.name;
    const computer = computerOf(own);
    if (name === undefined || asked.has(computer)) continue;
    // Each question is a call of pip: what is wrong with two is told by them.
    if (asked.size === mostAsked) break;
    asked.add(computer);
    const quiet = { ...options, workingFolder: folder };
    const trouble = await whyNone(system, diagnosis.environment, name, own, quiet);
    if (trouble) return trouble;
  }
  return null;
}

/**
 * Of several failures the one to show: that something must stay which the wheel does not fit is
 * an answer, an index that could not be asked leaves it open, and that none was found says least.
 */
function worse(first: Problem | null, next: Problem): Problem {
  const rank = ({ code }: Problem): number =>
    code === 'no-matching-wheel' ? 0 : isOfIndex(code) ? 1 : 2;
  return first === null || rank(next) > rank(first) ? next : first;
}

function withSubject(problem: Problem, intent: Intent): Problem {
  return problem.code === 'no-matching-wheel' ? { ...problem, params: intent.subject } : problem;
}

/**
 * The user's settings, with the index that a part comes from. With PyTorch's index chosen, an
 * extra index of the user's must not offer another build of the same version.
 */
export function settingsFor(
  system: System,
  own: Settings,
  { index }: Pick<Part, 'index'>,
  mirror: Mirror | null = null,
): Settings {
  if (index === 'default') return mirror === null ? own : withIndex(own, mirror.pypi);
  return withIndex(own, torchIndexUrl(system, index.torchVariant, mirror?.pytorch));
}

/** What is installed and must not move. */
export function pinnedOf(facts: Facts, intent: Intent): { name: string; version: string }[] {
  const free = new Set([...intent.movable, ...intent.remove]);
  return facts.distributions
    .filter((each) => !free.has(each.name) && valid(each.version) !== null)
    .map(({ name, version }) => ({ name, version }));
}

function constraintLines(facts: Facts, intent: Intent): string {
  return pinnedOf(facts, intent)
    .map((each) => `${each.name}==${each.version}\n`)
    .join('');
}
