import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { fail } from '../../../../shared/problem.ts';
import { parseJson } from '../../machine/json-text.ts';
import { unlessCancelled } from '../../machine/patience.ts';
import type { System } from '../../machine/system.ts';
import type { Workflow } from './read-workflow.ts';

/** Milliseconds for one question; a ComfyUI that computes may let them wait. */
const patience = 20_000;
const betweenLooks = 300;
/** It is in no list for a moment between its end and its history. */
const mostLost = 10;

/** One run, as ComfyUI tells of it. */
export type ComfyRun = {
  /** From its beginning to its end, without the time in the queue. */
  seconds: number;
  /** Of the sampler, without the first, which loads and compiles; null where there was none. */
  secondsPerStep: number | null;
  /** What PyTorch had taken of the card at most; null on a processor. */
  peakMiB: number | null;
  /** Its first picture, as PNG; null where it made none. */
  picture: Uint8Array | null;
};

const queuedSchema = z.object({ prompt_id: z.string() });
const refusedSchema = z.object({
  error: z.object({ message: z.string(), details: z.string().optional() }).optional(),
  node_errors: z
    .record(
      z.string(),
      z.object({
        class_type: z.string().optional(),
        errors: z.array(z.object({ type: z.string(), details: z.string() })).optional(),
      }),
    )
    .or(z.array(z.unknown()))
    .optional(),
});
const pictureSchema = z.object({ filename: z.string(), subfolder: z.string(), type: z.string() });
const historySchema = z.record(
  z.string(),
  z.object({
    outputs: z.record(z.string(), z.looseObject({ images: z.array(pictureSchema).optional() })),
    status: z
      .object({
        status_str: z.string(),
        messages: z.array(z.tuple([z.string(), z.looseObject({})])).optional(),
      })
      .nullish(),
  }),
);
const statsSchema = z.object({
  devices: z.array(z.object({ type: z.string(), torch_vram_total: z.number() })),
});
const progressSchema = z.object({
  type: z.literal('progress'),
  data: z.object({ value: z.number(), max: z.number() }),
});

/** Thrown by `runOnce` where ComfyUI does not take the workflow. */
export type Refusal = { missing: 'model' | 'node' | null; text: string };

export type Comfy = { system: System; address: string; signal: AbortSignal };

/** Whether a ComfyUI answers there. */
export async function answers({ system, address }: Comfy): Promise<boolean> {
  return statsSchema.safeParse(await system.localJson(`http://${address}/system_stats`, 2000))
    .success;
}

/** Runs a workflow to its end. Throws `workflow-failed` with ComfyUI's own words. */
export async function runOnce(comfy: Comfy, workflow: Workflow): Promise<ComfyRun | Refusal> {
  const { system, address, signal } = comfy;
  const client = randomUUID();
  const steps: number[] = [];
  const ended = new AbortController();
  let waiting: string | null = null;
  // Without it the seconds of a step are not known; everything else is.
  await system.localMessages(
    `ws://${address}/ws?clientId=${client}`,
    (text) => {
      if (progressSchema.safeParse(parseJson(text)).success) steps.push(performance.now());
    },
    ended.signal,
  );
  try {
    const json = { prompt: workflow, client_id: client };
    const answer = await system.localAnswer(`http://${address}/prompt`, {
      json,
      timeLimit: patience,
    });
    if (answer === null) fail('workflow-failed', { detail: '' });
    const told = parseJson(Buffer.from(answer.bytes).toString('utf8'));
    const queued = queuedSchema.safeParse(told);
    if (!queued.success) return refusalOf(told);
    const id = queued.data.prompt_id;
    waiting = id;
    let peak: number | null = null;
    let lost = 0;
    for (;;) {
      await pause(signal);
      peak = larger(peak, await memoryOf(comfy));
      const history = historySchema.safeParse(
        await system.localJson(`http://${address}/history/${id}`, patience),
      );
      const entry = history.success ? history.data[id] : undefined;
      if (entry) {
        waiting = null;
        return await endOf(comfy, entry, { steps, peak });
      }
      // Neither done nor waited for: it has ended, was taken out, or lost what it was given.
      lost = (await isQueued(comfy, id)) ? 0 : lost + 1;
      if (lost > mostLost) fail('workflow-failed', { detail: '' });
    }
  } finally {
    ended.abort();
    if (waiting !== null) await takeBack(comfy, waiting);
  }
}

const queuedRows = z.array(z.tuple([z.unknown(), z.string()], z.unknown()));
const queueSchema = z.object({ queue_running: queuedRows, queue_pending: queuedRows });

async function queueOf({ system, address }: Comfy): Promise<z.infer<typeof queueSchema> | null> {
  const read = queueSchema.safeParse(await system.localJson(`http://${address}/queue`, patience));
  return read.success ? read.data : null;
}

async function isQueued(comfy: Comfy, id: string): Promise<boolean> {
  const queue = await queueOf(comfy);
  return [...(queue?.queue_running ?? []), ...(queue?.queue_pending ?? [])].some(
    (each) => each[1] === id,
  );
}

/** What was given and is not wanted any more; never what somebody else computes there. */
async function takeBack(comfy: Comfy, id: string): Promise<void> {
  const { system, address } = comfy;
  const timeLimit = 2000;
  await system.localAnswer(`http://${address}/queue`, { json: { delete: [id] }, timeLimit });
  const queue = await queueOf(comfy);
  if (queue?.queue_running.some((each) => each[1] === id) === true)
    await system.localAnswer(`http://${address}/interrupt`, { json: { prompt_id: id }, timeLimit });
}

type Entry = z.infer<typeof historySchema>[string];

async function endOf(
  { system, address }: Comfy,
  { outputs, status }: Entry,
  { steps, peak }: { steps: readonly number[]; peak: number | null },
): Promise<ComfyRun> {
  const messages = new Map(status?.messages ?? []);
  const at = (name: string): number | null => {
    const stamp = messages.get(name)?.['timestamp'];
    return typeof stamp === 'number' ? stamp : null;
  };
  if (status && status.status_str !== 'success') {
    const { exception_type = '', exception_message = '' } = messages.get('execution_error') ?? {};
    fail('workflow-failed', { detail: `${String(exception_type)}: ${String(exception_message)}` });
  }
  const [begun, done] = [at('execution_start'), at('execution_success')];
  const first = Object.values(outputs).flatMap(({ images = [] }) => images)[0];
  const query = first && new URLSearchParams(first).toString();
  const shown =
    query === undefined
      ? null
      : await system.localAnswer(`http://${address}/view?${query}`, { timeLimit: patience });
  const [firstStep, lastStep] = [steps[0], steps.at(-1)];
  const measured = steps.length > 2 && firstStep !== undefined && lastStep !== undefined;
  return {
    seconds: begun !== null && done !== null ? (done - begun) / 1000 : 0,
    secondsPerStep: measured ? (lastStep - firstStep) / 1000 / (steps.length - 1) : null,
    peakMiB: peak,
    picture: shown?.status === 200 ? shown.bytes : null,
  };
}

/** A list without what is asked for is a model that is not there; the others are nodes. */
function refusalOf(told: unknown): Refusal {
  const read = refusedSchema.safeParse(told);
  const { error, node_errors: nodes = {} } = read.success ? read.data : {};
  const errors = Array.isArray(nodes)
    ? []
    : Object.values(nodes).flatMap((each) => each.errors ?? []);
  const lacking = errors.find((each) => each.type === 'value_not_in_list');
  const words = [error?.message, error?.details, ...errors.map((each) => each.details)];
  const text = words.filter((each) => each !== undefined && each !== '').join(' ');
  if (lacking) return { missing: 'model', text: lacking.details };
  return { missing: /not found|does not exist/i.test(text) ? 'node' : null, text };
}

async function memoryOf({ system, address }: Comfy): Promise<number | null> {
  const stats = statsSchema.safeParse(
    await system.localJson(`http://${address}/system_stats`, 2000),
  );
  const [device] = stats.success ? stats.data.devices : [];
  return !device || device.type === 'cpu' ? null : device.torch_vram_total / 1024 ** 2;
}

function larger(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other > one) ? other : one;
}

function pause(signal: AbortSignal): Promise<void> {
  return unlessCancelled(
    signal,
    () => new Promise<void>((resolve) => setTimeout(resolve, betweenLooks)),
  );
}
