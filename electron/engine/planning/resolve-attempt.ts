import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Wheel } from '../../../shared/plan.ts';
import { toProblem, type Problem } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { parseRequirement } from '../packages/requirement.ts';
import { parsePipReport, type Reported } from '../pip/pip-report.ts';
import { pip, type PipOptions } from '../pip/run-pip.ts';
import type { Settings } from '../pip/settings.ts';
import type { Attempt, Intent } from './intent.ts';
import { resolveApart } from './resolve-apart.ts';

/** It quotes the whole metadata of each wheel, with its description. */
const largestReport = 256 * 1024 * 1024;

export type Ground = {
  system: System;
  diagnosis: Diagnosis;
  intent: Intent;
  /** Where the constraints lie, and pip's report will. */
  folder: string;
  settings: Settings;
  options: PipOptions;
};

/** pip's own resolver first, which knows most; where it trips over what is there, what moves alone. */
export async function resolveAttempt(ground: Ground, attempt: Attempt): Promise<Wheel[]> {
  try {
    return wheelsOf(await dryRun(ground, attempt, attempt.requirements, []));
  } catch (error) {
    if (!isAboutOthers(toProblem(error), attempt)) throw error;
    const { facts } = ground.diagnosis;
    const found = await resolveApart(facts, ground.intent, attempt, (requirements) =>
      dryRun(ground, attempt, requirements, ['--no-deps']),
    );
    return wheelsOf(found);
  }
}

/** Whether pip tripped over a package that is there, and not over what it was asked for. */
function isAboutOthers({ code, params }: Problem, attempt: Attempt): boolean {
  if (code === 'would-break-packages' || code === 'pip-failed') return true;
  const missing = parseRequirement(String(params?.['name'] ?? ''))?.name;
  const asked = attempt.requirements.map((each) => parseRequirement(each)?.name);
  return code === 'no-matching-wheel' && missing !== undefined && !asked.includes(missing);
}

async function dryRun(
  { system, diagnosis, folder, settings, options }: Ground,
  attempt: Attempt,
  requirements: readonly string[],
  more: readonly string[],
): Promise<Reported[]> {
  const report = path.join(folder, 'report.json');
  const words = [...resolveWords(attempt, path.join(folder, 'constraints.txt'), more)];
  await pip(
    system,
    diagnosis.environment,
    ['install', '--dry-run', '--report', report, ...words, ...requirements],
    settings,
    { ...options, workingFolder: folder },
  );
  return parsePipReport(await readReport(system, report));
}

function wheelsOf(found: readonly Reported[]): Wheel[] {
  return found.map(({ wheel }) => wheel);
}

async function readReport(system: System, file: string): Promise<string> {
  return (await system.files.readText(file, { limit: largestReport })) ?? '';
}

function resolveWords(attempt: Attempt, constraints: string, more: readonly string[]): string[] {
  return [
    '--only-binary',
    ':all:',
    '--progress-bar',
    'off',
    '--retries',
    '2',
    // Reinstalling the same number must not reinstall torch with it.
    ...(attempt.forceReinstall ? ['--force-reinstall', '--no-deps'] : more),
    '--constraint',
    constraints,
  ];
}
