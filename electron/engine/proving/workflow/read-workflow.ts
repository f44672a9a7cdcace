import * as z from 'zod';
import { fail } from '../../../../shared/problem.ts';
import { parseJson } from '../../machine/json-text.ts';
import { textInPng } from './png.ts';

const nodeSchema = z.looseObject({
  class_type: z.string(),
  inputs: z.record(z.string(), z.unknown()),
});
const workflowSchema = z.record(z.string(), nodeSchema);
/** As ComfyUI's /prompt takes it: nodes by their ids. */
export type Workflow = z.infer<typeof workflowSchema>;

/** Bytes that a workflow, or a picture that carries one, may have. */
export const largestWorkflow = 64 * 1024 * 1024;

/**
 * The workflow in a file: as “Export (API)” saves it, or in a picture that ComfyUI saved. Throws
 * `workflow-unreadable`, and `workflow-not-api` for one as the page itself saves it.
 */
export function readWorkflow(bytes: Uint8Array): Workflow {
  const text = textInPng(bytes, 'prompt') ?? Buffer.from(bytes).toString('utf8');
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  const isObject = typeof value === 'object' && value !== null;
  // What ComfyUI writes down of a run has it below `prompt`.
  const inner = isObject && 'prompt' in value ? value.prompt : value;
  const read = workflowSchema.safeParse(inner);
  if (read.success && Object.keys(read.data).length > 0) return read.data;
  if (isObject && 'nodes' in value) fail('workflow-not-api');
  return fail('workflow-unreadable');
}

/** Draws nothing and needs no model: it shows that ComfyUI takes work and gives a picture. */
export const standIn: Workflow = {
  '1': {
    class_type: 'EmptyImage',
    inputs: { width: 256, height: 256, batch_size: 1, color: 0x338855 },
  },
  '2': { class_type: 'PreviewImage', inputs: { images: ['1', 0] } },
};

/** Whether it compiles its model: TorchCompileModel of ComfyUI, and those of node packs. */
export function compiles(workflow: Workflow): boolean {
  return Object.values(workflow).some((node) => /torch_?compile/i.test(node.class_type));
}

/** Whether two runs of it can differ: ComfyUI does not compute the same twice. */
export function hasSeed(workflow: Workflow): boolean {
  return Object.values(workflow).some(({ inputs }) =>
    Object.entries(inputs).some(([name, value]) => isSeed(name, value)),
  );
}

/**
 * The workflow as it is run: its seeds are the same every time, and its pictures are not saved
 * among the user's. Pure.
 */
export function pinned(workflow: Workflow, seed: number): Workflow {
  return Object.fromEntries(
    Object.entries(workflow).map(([id, node]) => {
      const inputs = Object.fromEntries(
        Object.entries(node.inputs).map(([name, value]) => [
          name,
          isSeed(name, value) ? seed : value,
        ]),
      );
      const saves = node.class_type === 'SaveImage';
      const shown = saves ? { images: inputs['images'] } : inputs;
      return [id, { ...node, class_type: saves ? 'PreviewImage' : node.class_type, inputs: shown }];
    }),
  );
}

function isSeed(name: string, value: unknown): boolean {
  return typeof value === 'number' && (name === 'seed' || name === 'noise_seed');
}
