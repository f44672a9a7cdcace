// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { WorkflowRun } from '../../../../shared/workflow-run.ts';
import { renderWizard } from '../../../support/render-wizard.tsx';
import { targetId } from '../../../support/sample-machine.ts';
import { sampleSessions } from '../../../support/sample-session.ts';
import { passedVerification } from '../../../support/sample-verification.ts';

afterEach(cleanup);

const numbers = {
  at: '2026-11-30T12:00:00Z',
  seconds: 12.345,
  secondsPerStep: 0.5,
  peakMiB: 900.4,
};
const run: WorkflowRun = {
  ...numbers,
  ...{ picture: 'picture', standIn: null, similarity: 0.9876 },
  before: { ...numbers, seconds: 20, secondsPerStep: null, peakMiB: null },
};

const show = (changes: Partial<typeof passedVerification> = {}) => {
  const verification = { ...passedVerification, ...changes };
  return renderWizard({ ...sampleSessions.verified, verification });
};

test('a workflow that is chosen is handed over, and the check runs it', async () => {
  const { backend } = await show();
  const file = new File(['{"3": {}}'], 'mine.json');
  fireEvent.change(screen.getByLabelText('Run a workflow of mine…', { selector: 'input' }), {
    target: { files: [file] },
  });
  await waitFor(() =>
    expect(backend.requests).toEqual([{ kind: 'verify', targetId, workflowId: 'log-1' }]),
  );
  expect(backend.calls).toContainEqual({
    ...{ method: 'openLog', params: { name: 'mine.json', holds: 'workflow' } },
  });
});

function drop(name: string): void {
  const file = new File(['x'], name);
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { files: [file], items: [{ kind: 'file', webkitGetAsEntry: () => null }] },
  });
  window.dispatchEvent(event);
}

test('a picture that is dropped on this page is run, and elsewhere is no text', async () => {
  const here = await show();
  drop('mine.png');
  await waitFor(() =>
    expect(here.backend.requests).toEqual([{ kind: 'verify', targetId, workflowId: 'log-1' }]),
  );
  cleanup();
  const elsewhere = await renderWizard(sampleSessions.found);
  drop('mine.png');
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(elsewhere.backend.requests).toEqual([]);
});

test('its numbers stand beside those of the last time, and what its picture came to', async () => {
  await show({ workflow: run });
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toEqual([
    'Measurednowlast time',
    'all of it12.35 s20.00 s',
    'one step0.500 s–',
    'memory of the card900 MiB–',
  ]);
  expect(screen.getByText(/How alike it is .* 0\.988 of 1/)).toBeTruthy();
});

test('a workflow that could not be run says so, and takes nothing from the check', async () => {
  await show({ workflowProblem: { code: 'workflow-failed', detail: 'no kernel image' } });
  expect(screen.getByText('ComfyUI could not run the workflow.')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('It works.');
});
