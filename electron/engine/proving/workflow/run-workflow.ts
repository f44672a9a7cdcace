import type { Diagnosis } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { fail } from '../../../../shared/problem.ts';
import type { WorkflowRun } from '../../../../shared/workflow-run.ts';
import type { System } from '../../machine/system.ts';
import type { Watch } from '../compute.ts';
import { withComfyUi } from './comfyui-of-ours.ts';
import {
  hasSeed,
  largestWorkflow,
  pinned,
  readWorkflow,
  standIn,
  type Workflow,
} from './read-workflow.ts';
import { rememberRun, type Ran } from './remember-run.ts';
import { answers, runOnce, type Comfy } from './talk-to-comfyui.ts';

/** The seed of the run that loads the models, and of the one that counts. */
const [warmUp, measured] = [1, 2];

/** The workflow in a file. Throws `workflow-unreadable` and `workflow-not-api`. */
export async function workflowIn(system: System, file: string): Promise<Workflow> {
  return workflowOf(await system.files.readBytes(file, { limit: largestWorkflow }));
}

/** The workflow in what was read; null: nothing that could be one. Throws as above. */
export function workflowOf(bytes: Uint8Array | null): Workflow {
  return bytes === null ? fail('workflow-unreadable') : readWorkflow(bytes);
}

/**
 * Runs a workflow of the user's, twice where it has a seed, of which the second counts. In the
 * ComfyUI that runs, or in one that is started for it. `folder` is one of ours that is not there
 * yet, `kept` the place of earlier runs. Throws `workflow-failed` and `workflow-no-comfyui`.
 */
export async function runWorkflow(
  system: System,
  diagnosis: Diagnosis,
  workflow: Workflow,
  places: { folder: string; kept: string; now: Date; watch: Watch },
): Promise<WorkflowRun> {
  const { install } = diagnosis;
  const { folder, kept, now, watch } = places;
  if (!install) fail('workflow-no-comfyui');
  watch.onProgress(message('progress.running-workflow'), null);
  const use = (comfy: Comfy): Promise<Ran> => ranIn(comfy, workflow);
  const port = install.process?.port;
  const theirs = { system, address: `127.0.0.1:${port ?? 0}`, signal: watch.signal };
  const ran =
    port !== undefined && (await answers(theirs))
      ? await use(theirs)
      : await withComfyUi(system, diagnosis, { install, folder, watch }, use);
  return rememberRun(system, ran, { folder: kept, now });
}

async function ranIn(comfy: Comfy, workflow: Workflow): Promise<Ran> {
  const seeded = hasSeed(workflow);
  const first = await runOnce(comfy, pinned(workflow, seeded ? warmUp : measured));
  if ('missing' in first) {
    const { missing, text } = first;
    if (missing === null) fail('workflow-failed', { detail: text });
    const instead = await runOnce(comfy, standIn);
    if ('missing' in instead) fail('workflow-failed', { detail: instead.text });
    return { run: instead, standIn: { missing, text }, workflow: standIn };
  }
  if (!seeded) return { run: first, standIn: null, workflow };
  const second = await runOnce(comfy, pinned(workflow, measured));
  if ('missing' in second) fail('workflow-failed', { detail: second.text });
  return { run: second, standIn: null, workflow };
}
