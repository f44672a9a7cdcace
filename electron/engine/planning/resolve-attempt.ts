import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Wheel } from '../../../shared/plan.ts';
import {
  fail,
  ProblemError,
  toProblem,
  type Problem,
  type ProblemCode,
} from '../../../shared/problem.ts';
import { wheelDiffers, wheelTags } from '../knowledge/wheel-tags.ts';
import type { System } from '../machine/system.ts';
import { parseRequirement } from '../packages/requirement.ts';
import { parsePipReport, type Reported } from '../pip/pip-report.ts';
import { buildVariables } from '../pip/pip-words.ts';
import { pip, type PipOptions } from '../pip/run-pip.ts';
import type { Settings } from '../pip/settings.ts';
import type { Attempt, Intent, Part } from './intent.ts';
import { resolveApart } from './resolve-apart.ts';

/** It quotes the whole metadata of each wheel, with its description. */
const largestReport = 256 * 1024 * 1024;

export type Ground = {
  system: System;
  diagnosis: Diagnosis;
  intent: Intent;
  /** Where the constraints lie, and pip's report will. */
  folder: string;
  settingsOf: (part: Part) => Settings;
  options: PipOptions;
  /** What was the matter with indexes that could not be asked, by their computer. */
  unreachable: Map<string, Problem>;
};

/** What pip would take from one index. */
export type ResolvedPart = { part: Part; wheels: Wheel[] };

/** Resolves what an attempt wants of each index; what comes later has to suit what came before. */
export async function resolveAttempt(ground: Ground, attempt: Attempt): Promise<ResolvedPart[]> {
  // Where a part cannot be had, the others need not be asked for.
  for (const part of attempt.also ?? [])
    await ifReachable(ground, ground.settingsOf(part), () => Promise.resolve());
  const first = await resolveMain(ground, attempt);
  requireVariant(attempt, first);
  const parts: ResolvedPart[] = [{ part: attempt, wheels: wheelsOf(first) }];
  let chosen = first;
  for (const part of attempt.also ?? []) {
    const found = await apart(ground, part, chosen);
    chosen = [...chosen, ...found];
    parts.push({ part, wheels: wheelsOf(found) });
  }
  return parts;
}

/** The user's index may hold any build of torch under the number that was asked for. */
function requireVariant({ torchVariant }: Attempt, found: readonly Reported[]): void {
  const torch = found.find(({ wheel }) => wheel.name === 'torch')?.wheel.version;
  const local = torch?.split('+')[1];
  if (torchVariant !== undefined && local !== undefined && local !== torchVariant)
    fail('no-matching-wheel');
}

/** pip's own resolver first, which knows most; where it trips over what is there, what moves alone. */
async function resolveMain(ground: Ground, attempt: Attempt): Promise<Reported[]> {
  try {
    return await fitting(ground, attempt, attempt.requirements, []);
  } catch (error) {
    if (!isAboutOthers(toProblem(error), attempt)) throw error;
    return apart(ground, attempt, []);
  }
}

function apart(ground: Ground, part: Part, chosen: readonly Reported[]): Promise<Reported[]> {
  const { facts } = ground.diagnosis;
  return resolveApart(facts, ground.intent, part.requirements, chosen, (requirements) =>
    fitting(ground, part, requirements, ['--no-deps']),
  );
}

/** How many builds for other torches are passed over. */
const mostBuilds = 8;

/** An index may hold builds for many torches under one number: those for others are passed over. */
async function fitting(
  ground: Ground,
  part: Part,
  requirements: readonly string[],
  more: readonly string[],
): Promise<Reported[]> {
  const others: string[] = [];
  for (let build = 0; build < mostBuilds; build += 1) {
    const found = await dryRun(ground, part, [...requirements, ...others], more).catch(
      (thrown: unknown) => {
        // Without those for other torches there is none left.
        const isEmpty = others.length > 0 && toProblem(thrown).code === 'would-break-packages';
        throw isEmpty ? new ProblemError({ code: 'no-matching-wheel' }) : thrown;
      },
    );
    const strange = found.find(({ wheel }) => isForAnother(ground.intent, wheel, ground.diagnosis));
    if (!strange) return found;
    others.push(`${strange.wheel.name}!=${strange.wheel.version}`);
  }
  return fail('no-matching-wheel');
}

function isForAnother({ builtFor }: Intent, wheel: Wheel, { facts }: Diagnosis): boolean {
  if (!builtFor?.names.includes(wheel.name)) return false;
  return wheelDiffers(builtFor.torch, wheelTags(wheel.fileName), facts.platform) !== null;
}

/** Whether pip tripped over a package that is there, and not over what it was asked for. */
function isAboutOthers({ code, params }: Problem, attempt: Attempt): boolean {
  if (code === 'would-break-packages' || code === 'pip-failed') return true;
  const missing = parseRequirement(String(params?.['name'] ?? ''))?.name;
  const asked = attempt.requirements.map((each) => parseRequirement(each)?.name);
  return code === 'no-matching-wheel' && missing !== undefined && !asked.includes(missing);
}

/** What is the matter with an index, whatever it is asked for: it is not asked again. */
export function isOfIndex(code: ProblemCode): boolean {
  return code === 'index-unreachable' || code === 'download-stalled';
}

/**
 * Nobody is asked again who did not answer, since each time takes long: all folders of PyTorch's
 * index lie on one computer. Throws what was the matter the first time.
 */
export async function ifReachable<T>(
  { unreachable }: Pick<Ground, 'unreachable'>,
  settings: Settings,
  ask: () => Promise<T>,
): Promise<T> {
  const computer = computerOf(settings);
  const known = unreachable.get(computer);
  if (known) throw new ProblemError(known);
  try {
    return await ask();
  } catch (error) {
    const problem = toProblem(error);
    if (isOfIndex(problem.code)) unreachable.set(computer, problem);
    throw error;
  }
}

/** The computer that holds an index, as its address begins; empty for pip's usual one. */
export function computerOf(settings: Settings): string {
  const index = settings['index-url'] ?? '';
  return /^\w+:\/\/[^/]+/.exec(index)?.[0] ?? index;
}

async function dryRun(
  ground: Ground,
  part: Part,
  requirements: readonly string[],
  more: readonly string[],
): Promise<Reported[]> {
  const { system, diagnosis, folder, settingsOf, options } = ground;
  const report = path.join(folder, 'report.json');
  const words = resolveWords(part, path.join(folder, 'constraints.txt'), more);
  const settings = settingsOf(part);
  await ifReachable(ground, settings, () =>
    pip(
      system,
      diagnosis.environment,
      ['install', '--dry-run', '--report', report, ...words, ...requirements],
      settings,
      { ...options, workingFolder: folder, ...(part.build ? { environment: buildVariables } : {}) },
    ),
  );
  return parsePipReport(await readReport(system, report));
}

function wheelsOf(found: readonly Reported[]): Wheel[] {
  return found.map(({ wheel }) => wheel);
}

async function readReport(system: System, file: string): Promise<string> {
  return (await system.files.readText(file, { limit: largestReport })) ?? '';
}

function resolveWords(part: Part, constraints: string, more: readonly string[]): string[] {
  const { build } = part;
  return [
    // The build has to see the torch that is here, so it gets no environment of its own.
    ...(build
      ? ['--no-binary', build.name, '--no-build-isolation', '--no-deps']
      : ['--only-binary', ':all:']),
    '--progress-bar',
    'off',
    '--retries',
    '2',
    // Reinstalling the same number must not reinstall torch with it.
    ...(part.forceReinstall ? ['--force-reinstall', '--no-deps'] : more),
    '--constraint',
    constraints,
  ];
}
