import { describe, expect, it } from 'vitest';
import {
  compiles,
  hasSeed,
  pinned,
  readWorkflow,
} from '../../../../electron/engine/proving/workflow/read-workflow.ts';

const bytes = (value: unknown): Uint8Array =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const workflow = {
  '3': { class_type: 'KSampler', inputs: { seed: 7, steps: 20, model: ['4', 0] } },
  '4': { class_type: 'RandomNoise', inputs: { noise_seed: 8 } },
  '5': { class_type: 'Linked', inputs: { seed: ['6', 0] } },
  '9': {
    class_type: 'SaveImage',
    inputs: { images: ['3', 0], filename_prefix: 'mine' },
    _meta: { title: 'x' },
  },
};

describe('a workflow in a file', () => {
  it('is taken as ComfyUI exports it, with what Windows puts before it, or below prompt', () => {
    expect(readWorkflow(bytes(workflow))).toEqual(workflow);
    expect(readWorkflow(bytes(`\uFEFF${JSON.stringify(workflow)}`))).toEqual(workflow);
    expect(readWorkflow(bytes({ prompt: workflow, client_id: 'x' }))).toEqual(workflow);
  });

  it.each([
    ['workflow-not-api', { nodes: [], links: [] }],
    ['workflow-unreadable', {}],
    ['workflow-unreadable', []],
    ['workflow-unreadable', { '3': { inputs: {} } }],
    ['workflow-unreadable', 'not JSON'],
    ['workflow-unreadable', ''],
  ])('is %s: %j', (code, content) => {
    expect(() => readWorkflow(bytes(content))).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    );
  });

  it('is run with one seed, and its picture is not saved among the user’s', () => {
    const run = pinned(workflow, 2);
    expect(run['3']?.inputs).toEqual({ seed: 2, steps: 20, model: ['4', 0] });
    expect(run['4']?.inputs).toEqual({ noise_seed: 2 });
    expect(run['5']?.inputs).toEqual({ seed: ['6', 0] });
    expect(run['9']).toMatchObject({ class_type: 'PreviewImage', inputs: { images: ['3', 0] } });
    expect(run['9']?.inputs).not.toHaveProperty('filename_prefix');
    expect(workflow['3'].inputs.seed).toBe(7);
  });

  it('compiles its model, or does not', () => {
    expect(compiles(workflow)).toBe(false);
    for (const class_type of ['TorchCompileModel', 'TorchCompileModelFluxAdvanced'])
      expect(compiles({ ...workflow, '7': { class_type, inputs: {} } })).toBe(true);
  });

  it('has a seed or has none', () => {
    expect(hasSeed(workflow)).toBe(true);
    expect(hasSeed({ '5': workflow['5'], '9': workflow['9'] })).toBe(false);
  });
});
