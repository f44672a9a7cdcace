import path from 'node:path';
import { valid } from '@renovatebot/pep440';
import type { Facts } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Wheel } from '../../../shared/plan.ts';
import { ProblemError, toProblem, type Problem } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { parsePipReport } from '../pip/pip-report.ts';
import { withHashes } from '../pip/review-wheels.ts';
import { pip, settingsOf, type PipOptions } from '../pip/run-pip.ts';
import { withIndex, type Settings } from '../pip/settings.ts';
import { torchIndexUrl } from '../pip/torch-index.ts';
import type { Attempt, Intent } from './intent.ts';

/** It quotes the whole metadata of each wheel, with its description. */
const largestReport = 256 * 1024 * 1024;

export type Resolved = { wheels: Wheel[]; attempt: Attempt | null };

/** Lets pip resolve the attempts in a dry run, in order; the first that it can is the one. */
export async function resolve(
  system: System,
  diagnosis: Diagnosis,
  intent: Intent,
  options: PipOptions,
): Promise<Resolved> {
  const folder = await system.files.makeTemporaryFolder('attention-doctor-plan-');
  try {
    const constraints = path.join(folder, 'constraints.txt');
    await system.files.writeText(constraints, constraintLines(diagnosis.facts, intent));
    const own = await settingsOf(system, diagnosis.environment, options);
    let first: Problem | null = null;
    const unreachable = new Set<string>();
    for (const attempt of intent.attempts) {
      const settings = settingsFor(system, own, attempt);
      const index = settings['index-url'] ?? '';
      if (unreachable.has(index)) continue;
      try {
        const report = path.join(folder, 'report.json');
        await pip(
          system,
          diagnosis.environment,
          [
            'install',
            '--dry-run',
            '--report',
            report,
            ...resolveWords(attempt, constraints),
            ...attempt.requirements,
          ],
          settings,
          { ...options, workingFolder: folder },
        );
        const wheels = parsePipReport(await readReport(system, report));
        const review = { folder, settings, options };
        return { wheels: await withHashes(system, diagnosis.environment, wheels, review), attempt };
      } catch (error) {
        const problem = toProblem(error);
        if (problem.code === 'cancelled' || problem.code === 'unexpected') throw error;
        if (problem.code === 'index-unreachable') unreachable.add(index);
        first = worse(first, problem);
      }
    }
    throw new ProblemError(withSubject(first ?? { code: 'no-matching-wheel' }, intent));
  } finally {
    await system.files.remove(folder).catch(ifUnanswered(undefined));
  }
}

async function readReport(system: System, file: string): Promise<string> {
  return (await system.files.readText(file, { limit: largestReport })) ?? '';
}

/** Of several failures the one to show: an index that could not be asked leaves the answer open. */
function worse(first: Problem | null, next: Problem): Problem {
  return first === null || first.code === 'no-matching-wheel' ? next : first;
}

function withSubject(problem: Problem, intent: Intent): Problem {
  return problem.code === 'no-matching-wheel' ? { ...problem, params: intent.subject } : problem;
}

function resolveWords(attempt: Attempt, constraints: string): string[] {
  return [
    '--only-binary',
    ':all:',
    '--progress-bar',
    'off',
    '--retries',
    '2',
    // Reinstalling the same number must not reinstall torch with it.
    ...(attempt.forceReinstall ? ['--force-reinstall', '--no-deps'] : []),
    '--constraint',
    constraints,
  ];
}

/**
 * The user's settings, with the index that the attempt wants. With PyTorch's index chosen, an
 * extra index of the user's must not offer another build of the same version.
 */
export function settingsFor(
  system: System,
  own: Settings,
  attempt: Pick<Attempt, 'index'>,
): Settings {
  if (attempt.index === 'default') return own;
  return withIndex(own, torchIndexUrl(system, attempt.index.torchVariant));
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
