import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Action, Plan, Wheel } from '../../../shared/plan.ts';
import { fail, ProblemError } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { downloadWords, wheelsFolder } from '../pip/pip-words.ts';
import { pip, settingsOf, type PipOptions } from '../pip/run-pip.ts';
import { withIndex } from '../pip/settings.ts';
import { withCredentials } from '../pip/torch-index.ts';

/**
 * Fetches the wheels of a plan into a folder, before anything is changed: from then on no
 * network can fail. Their hashes must be those that were reviewed. Answers their paths.
 */
export async function download(
  system: System,
  diagnosis: Diagnosis,
  plan: Plan,
  folder: string,
  options: PipOptions,
): Promise<string[]> {
  const files: string[] = [];
  for (const action of plan.actions) {
    if (action.kind === 'pip-install')
      files.push(...(await downloadAction(system, diagnosis, action, folder, options)));
  }
  return files;
}

async function downloadAction(
  system: System,
  diagnosis: Diagnosis,
  action: Extract<Action, { kind: 'pip-install' }>,
  folder: string,
  options: PipOptions,
): Promise<string[]> {
  const wheels = path.join(folder, wheelsFolder);
  const scratch = path.join(folder, 'tmp');
  await system.files.makeFolder(wheels);
  await system.files.makeFolder(scratch);
  const missing = await missingFrom(system, action.wheels, wheels);
  try {
    if (action.wheels.length > 0 && missing.length === 0)
      return await checkedFiles(system, action.wheels, wheels);
    const own = await settingsOf(system, diagnosis.environment, options);
    const settings =
      action.indexUrl === null ? own : withIndex(own, withCredentials(system, action.indexUrl));
    await pip(system, diagnosis.environment, downloadWords(missing, wheels), settings, {
      ...options,
      workingFolder: scratch,
      environment: {
        // pip unpacks where it is told: on the disk that was checked for space.
        TMPDIR: scratch,
        TEMP: scratch,
        TMP: scratch,
      },
    });
  } catch (error) {
    throw withoutIndex(error, action);
  }
  return checkedFiles(system, action.wheels, wheels);
}

/**
 * The index had the wheel when the plan was made. pip says nothing of a server that answers
 * with an error: it only finds no wheel any more.
 */
function withoutIndex(error: unknown, action: Extract<Action, { kind: 'pip-install' }>): unknown {
  if (!(error instanceof ProblemError) || error.problem.code !== 'no-matching-wheel') return error;
  const url = action.indexUrl ?? action.wheels[0]?.url ?? '';
  const index = /^[a-z]+:\/\/([^/]+)/i.exec(url)?.[1] ?? url;
  return new ProblemError({ ...error.problem, code: 'index-unreachable', params: { index } });
}

/** What a trial has not left there. */
async function missingFrom(
  system: System,
  wheels: readonly Wheel[],
  folder: string,
): Promise<Wheel[]> {
  const missing: Wheel[] = [];
  for (const wheel of wheels)
    if ((await system.files.info(path.join(folder, wheel.fileName))) === null) missing.push(wheel);
  return missing;
}

async function checkedFiles(
  system: System,
  wheels: readonly Wheel[],
  folder: string,
): Promise<string[]> {
  const files: string[] = [];
  for (const wheel of wheels) {
    const file = path.join(folder, wheel.fileName);
    const there = await system.files.info(file);
    // Another file, or other content, than what was reviewed: the index has changed.
    if (!there) fail('index-changed', { params: { name: wheel.name } });
    if (wheel.sha256 !== null && (await system.files.sha256(file)) !== wheel.sha256)
      fail('index-changed', { params: { name: wheel.name } });
    // After a power loss it is they that tell which of pip's files were only half written.
    await system.files.flush(file);
    files.push(file);
  }
  for (const above of [folder, path.dirname(folder), path.dirname(path.dirname(folder))])
    await system.files.flush(above);
  return files;
}
