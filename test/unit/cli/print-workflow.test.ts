import { expect, it } from 'vitest';
import { createPage } from '../../../electron/hosts/cli/page.ts';
import { printWorkflow } from '../../../electron/hosts/cli/print-workflow.ts';
import { styleOf } from '../../../electron/hosts/cli/terminal.ts';
import type { Verification } from '../../../shared/verification.ts';
import type { WorkflowRun } from '../../../shared/workflow-run.ts';
import { passedVerification } from '../../support/sample-verification.ts';

const page = createPage('en', { style: styleOf(false), width: 100 }, 'x');
const at = '2026-11-30T12:00:00.000Z';
const run: WorkflowRun = {
  ...{ at, seconds: 4.2, secondsPerStep: 0.2, peakMiB: 5120.4 },
  ...{ picture: 'picture', standIn: null, before: null, similarity: null },
};
const printed = (own: Partial<WorkflowRun>, more: Partial<Verification> = {}): string =>
  printWorkflow(page, { ...passedVerification, workflow: { ...run, ...own }, ...more }).join('\n');

it('says how long it took, and beside it the last time', () => {
  expect(printed({})).toMatch(/all of it +4\.20 s\n.*one step +0\.200 s\n.*card +5120 MiB$/);
  const before = { at, seconds: 6, secondsPerStep: null, peakMiB: null };
  const both = printed({ before, similarity: 0.9321 });
  expect(both).toMatch(/now +last time\n.*4\.20 s +6\.00 s\n.*0\.200 s +–\n.*5120 MiB +–/);
  expect(both).toContain('0.932 of 1');
  expect(printed({ before, similarity: 1 })).toContain('the same as the last time');
});

it('calls what went wrong by its name', () => {
  expect(printed({ picture: 'black' })).toContain('The picture is black');
  expect(printed({ picture: 'noise' })).toContain('The picture is noise');
  expect(printed({ standIn: { missing: 'model', text: 'x.safetensors' } })).toMatch(
    /a tiny workflow of ours ran instead[^]*x\.safetensors/,
  );
  const workflowProblem = { code: 'workflow-failed' as const, detail: 'RuntimeError: no kernel' };
  expect(printed({}, { workflow: null, workflowProblem })).toContain('RuntimeError: no kernel');
});

it('is nothing where nobody asked', () => {
  expect(printWorkflow(page, passedVerification)).toEqual([]);
});
