import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { System } from '../system.ts';
import { pip, type PipOptions } from './pip.ts';

/** Carries out the actions of a plan from the downloaded wheels: no index, no dependencies. */
export async function installWheels(
  system: System,
  diagnosis: Diagnosis,
  plan: Plan,
  folder: string,
  options: PipOptions,
): Promise<void> {
  const scratch = path.join(folder, 'tmp');
  await system.files.makeFolder(scratch);
  const run = (words: string[]): Promise<unknown> =>
    pip(system, diagnosis.environment, words, {
      ...options,
      workingFolder: scratch,
      environment: { TMPDIR: scratch, TEMP: scratch, TMP: scratch },
    });
  for (const action of plan.actions) {
    if (action.kind === 'pip-uninstall') {
      await run(['uninstall', '--yes', ...action.names]);
      continue;
    }
    await run([
      'install',
      '--no-index',
      '--no-deps',
      '--find-links',
      path.join(folder, 'wheels'),
      '--progress-bar',
      'off',
      '--no-warn-script-location',
      ...(action.forceReinstall ? ['--force-reinstall'] : []),
      ...action.wheels.map((wheel) => `${wheel.name}==${wheel.version}`),
    ]);
  }
}
