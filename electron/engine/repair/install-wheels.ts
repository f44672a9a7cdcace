import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { PipAction, Plan } from '../../../shared/plan.ts';
import { ProblemError } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { changeWords, listLine, listOf, wheelsFolder } from '../pip/pip-words.ts';
import { brokeInSummary, pip, type PipOptions } from '../pip/run-pip.ts';

/**
 * Carries out the actions of a plan from the downloaded wheels: no index, no dependencies, none
 * of the user's settings, and only content whose hash was reviewed. Every command line names
 * the folder of this repair, so that a pip that outlives the app can be known. Answers what pip
 * died of after it had put in the last wheels, which only counts where they are not there.
 */
export async function installWheels(
  system: System,
  diagnosis: Diagnosis,
  plan: Plan,
  folder: string,
  options: PipOptions,
): Promise<ProblemError | null> {
  const scratch = path.join(folder, 'tmp');
  const empty = path.join(folder, 'work');
  await system.files.makeFolder(scratch);
  await system.files.makeFolder(empty);
  const run = (words: string[]): Promise<unknown> =>
    pip(
      system,
      diagnosis.environment,
      words,
      {},
      {
        ...options,
        workingFolder: empty,
        environment: { TMPDIR: scratch, TEMP: scratch, TMP: scratch },
      },
    );
  for (const [number, action] of plan.actions.entries()) {
    const files = {
      wheels: path.join(folder, wheelsFolder),
      list: path.join(folder, listOf(number)),
    };
    if (action.kind === 'edit-file' || action.kind === 'set-aside') continue;
    await system.files.writeText(files.list, `${linesOf(action).join('\n')}\n`);
    try {
      await run(changeWords(action, files));
    } catch (error) {
      const isLast = number === plan.actions.length - 1;
      if (isLast && error instanceof ProblemError && brokeInSummary(error.problem)) return error;
      throw error;
    }
  }
  return null;
}

function linesOf(action: PipAction): string[] {
  return action.kind === 'pip-uninstall' ? action.names : action.wheels.map(listLine);
}
