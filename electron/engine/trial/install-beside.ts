import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import { wheelsOfPlan, type Plan } from '../../../shared/plan.ts';
import type { System } from '../machine/system.ts';
import { besideWords, listLine, wheelsFolder } from '../pip/pip-words.ts';
import { pip, type PipOptions } from '../pip/run-pip.ts';

/**
 * Unpacks the downloaded wheels of a plan into a folder of ours: no index, no dependencies, none
 * of the user's settings, and only content whose hash was reviewed. One run for all of them, since
 * packages of several actions may share a folder.
 */
export async function installBeside(
  system: System,
  diagnosis: Diagnosis,
  plan: Plan,
  { staging, beside }: { staging: string; beside: string },
  options: PipOptions,
): Promise<void> {
  const wheels = wheelsOfPlan(plan);
  await system.files.makeFolder(beside);
  if (wheels.length === 0) return;
  const scratch = path.join(staging, 'tmp');
  const list = path.join(staging, 'beside.txt');
  await system.files.makeFolder(scratch);
  await system.files.writeText(list, `${wheels.map(listLine).join('\n')}\n`);
  const words = besideWords(beside, { wheels: path.join(staging, wheelsFolder), list });
  await pip(
    system,
    diagnosis.environment,
    words,
    {},
    {
      ...options,
      workingFolder: scratch,
      environment: {
        TMPDIR: scratch,
        TEMP: scratch,
        TMP: scratch,
        // Where nothing but the user's own folder may be written to, this one still may.
        PIP_USER: '0',
      },
    },
  );
}
