import { createHash } from 'node:crypto';
import path from 'node:path';
import * as z from 'zod';
import type { WorkflowRun } from '../../../../shared/workflow-run.ts';
import { parseJson } from '../../machine/json-text.ts';
import type { System } from '../../machine/system.ts';
import { looksLike, similarity } from './compare-pictures.ts';
import { decodePng } from './png.ts';
import { largestWorkflow, type Workflow } from './read-workflow.ts';
import type { ComfyRun } from './talk-to-comfyui.ts';

const numbersSchema = z.object({
  at: z.string(),
  seconds: z.number(),
  secondsPerStep: z.number().nullable(),
  peakMiB: z.number().nullable(),
});

export type Ran = { run: ComfyRun; standIn: WorkflowRun['standIn']; workflow: Workflow };

/** Puts a run beside the last one of the same workflow, whose place in `folder` it takes. */
export async function rememberRun(
  system: System,
  { run, standIn, workflow }: Ran,
  { folder, now }: { folder: string; now: Date },
): Promise<WorkflowRun> {
  const name = createHash('sha256').update(JSON.stringify(workflow)).digest('hex').slice(0, 16);
  const [notes, picture] = [path.join(folder, `${name}.json`), path.join(folder, `${name}.png`)];
  const last = numbersSchema.safeParse(parseJson((await system.files.readText(notes)) ?? ''));
  const lastPicture = last.success
    ? await system.files.readBytes(picture, { limit: largestWorkflow })
    : null;
  const drawn = run.picture && decodePng(run.picture);
  const drawnBefore = lastPicture && decodePng(lastPicture);
  const { seconds, secondsPerStep, peakMiB } = run;
  const numbers = { at: now.toISOString(), seconds, secondsPerStep, peakMiB };
  if (run.picture) await system.files.writeBytes(picture, run.picture, 'private');
  else await system.files.remove(picture);
  await system.files.writeText(notes, JSON.stringify(numbers), { access: 'private' });
  return {
    ...numbers,
    picture: drawn ? looksLike(drawn) : null,
    standIn,
    before: last.success ? last.data : null,
    similarity: drawn && drawnBefore ? similarity(drawn, drawnBefore) : null,
  };
}
