import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Action, Plan } from '../../../shared/plan.ts';
import { pip, type PipOptions } from '../pip/run-pip.ts';
import type { System } from '../system.ts';

/**
 * Carries out the actions of a plan from the downloaded wheels: no index, no dependencies, none
 * of the user's settings, and only content whose hash was reviewed. Every command line names
 * the folder of this repair, so that a pip that outlives the app can be known.
 */
export async function installWheels(
  system: System,
  diagnosis: Diagnosis,
  plan: Plan,
  folder: string,
  options: PipOptions,
): Promise<void> {
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
    const list = path.join(folder, `action-${number}.txt`);
    await system.files.writeText(list, `${linesOf(action).join('\n')}\n`);
    if (action.kind === 'pip-uninstall') {
      await run(['uninstall', '--yes', '--requirement', list]);
      continue;
    }
    await run([
      'install',
      '--no-index',
      '--no-deps',
      '--require-hashes',
      '--find-links',
      path.join(folder, 'wheels'),
      '--progress-bar',
      'off',
      '--no-warn-script-location',
      // Python compiles what it imports by itself: what pip writes is what the wheels hold.
      '--no-compile',
      ...(action.forceReinstall ? ['--force-reinstall'] : []),
      '--requirement',
      list,
    ]);
  }
}

function linesOf(action: Action): string[] {
  return action.kind === 'pip-uninstall'
    ? action.names
    : action.wheels.map(
        ({ name, version, sha256 }) => `${name}==${version} --hash=sha256:${sha256 ?? ''}`,
      );
}
