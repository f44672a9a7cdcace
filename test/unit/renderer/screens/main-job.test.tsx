// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { sampleDiagnosis, tritonRequiredFinding } from '../../../support/sample-diagnoses.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { sampleSessions } from '../../../support/sample-session.ts';
import { heading, press, renderWizard } from '../../../support/render-wizard.tsx';

afterEach(cleanup);

describe('the way through the wizard', () => {
  test('the search starts by itself the first time, and only then', async () => {
    const first = await renderWizard(sampleSessions.fresh);
    expect(first.backend.requests).toEqual([{ kind: 'find', glances: true }]);
    cleanup();
    const later = await renderWizard(sampleSessions.nothingFound);
    expect(later.backend.requests).toEqual([]);
    expect(heading()).toBe('No ComfyUI was found in the usual places.');
  });

  test('choose an install and have it looked at', async () => {
    const { backend } = await renderWizard(sampleSessions.found);
    const names = screen.getAllByRole('radio').map((radio) => accessibleName(radio));
    expect(names).toEqual(['ComfyUI (old)', 'ComfyUI', 'train']);
    await act(async () => screen.getByRole('radio', { name: 'train' }).click());
    await press('Check this one');
    expect(backend.requests).toEqual([{ kind: 'diagnose', targetId: 'environment-2' }]);
  });

  test('a broken install says why it is broken', async () => {
    await renderWizard(sampleSessions.found);
    expect(screen.getByText(/The Python of this environment is gone/)).toBeTruthy();
    expect(screen.getByText('Running now')).toBeTruthy();
  });

  test('"Fix everything" plans, shows the plan, and asks once', async () => {
    const { backend } = await renderWizard(sampleSessions.mismatch);
    expect(heading()).toBe('xFormers does not fit your PyTorch, so ComfyUI runs without it.');
    await press('Fix everything');
    expect(backend.requests.at(-1)).toEqual({
      kind: 'plan',
      targetId: 'install-1',
      goal: 'recommended',
    });
    await act(async () => {
      backend.tell({
        type: 'started',
        kind: 'plan',
        targetId: 'install-1',
        steps: ['inspect', 'probe', 'resolve', 'measure'],
      });
      backend.tell({ type: 'step-started', step: 'inspect' });
    });
    expect(heading()).toBe('Working out what exactly has to change…');
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
    await act(async () =>
      backend.tell({
        type: 'ended',
        outcome: 'succeeded',
        problem: null,
        result: { kind: 'plan', plan: samplePlan() },
      }),
    );
    expect(heading()).toBe('This is what will change.');
    expect(screen.getByText('43 MB to download · 126 MB on disk')).toBeTruthy();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'PackageNowThenWhat happens',
      'xformers0.0.270.0.29.post3replaced',
      'torch2.6.0+cu1242.6.0+cu124stays',
    ]);
    await press('Apply this plan');
    expect(backend.requests.at(-1)).toEqual({ kind: 'fix', planId: 'plan-1' });
  });

  test('a finding has its own fix', async () => {
    const { findings } = sampleDiagnosis();
    const diagnosis = sampleDiagnosis({ findings: [...findings, tritonRequiredFinding] });
    const { backend } = await renderWizard({ ...sampleSessions.mismatch, diagnosis });
    await press(/^Fix this: xFormers does not fit/);
    expect(backend.requests.at(-1)).toMatchObject({ kind: 'plan', goal: 'xformers' });
  });

  test('the only one is repaired by the one button', async () => {
    await renderWizard(sampleSessions.mismatch);
    expect(screen.queryByRole('button', { name: /^Fix this/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Fix everything' })).toBeTruthy();
  });

  test('a reload in the middle of a repair comes back to its live progress', async () => {
    const { backend } = await renderWizard(sampleSessions.fixing);
    expect(heading()).toBe('Repairing…');
    expect(screen.getByRole('button', { name: /^Upgrade/ }).getAttribute('aria-current')).toBe(
      'step',
    );
    const bar = screen.getByRole('progressbar', { name: 'Progress of this step' });
    expect(bar.getAttribute('aria-valuenow')).toBe('29');
    await act(async () =>
      backend.tell({ type: 'step-ended', step: 'download', outcome: 'succeeded' }),
    );
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  test('cancel is asked for once', async () => {
    const { backend } = await renderWizard(sampleSessions.fixing);
    expect(screen.getByText(/Cancelling puts everything back as it was/)).toBeTruthy();
    await press('Cancel');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Cancelling…' });
    expect(button.disabled).toBe(true);
    expect(backend.calls.filter((call) => call.method === 'cancel')).toHaveLength(1);
  });

  test('the proof after a repair is one click away', async () => {
    await renderWizard(sampleSessions.fixed);
    expect(heading()).toBe('It is fixed.');
    await press('See the proof');
    expect(heading()).toBe('It works.');
    expect(document.activeElement?.textContent).toBe('It works.');
  });

  test.each([
    ['undone', /^The repair did not work, so everything was put back/, 'Make a report'],
    ['fixCancelled', 'You cancelled the repair.', 'Make the plan again'],
    ['needsAttention', /needs your help/, 'Open the undo history'],
    ['fixRefused', 'The repair was not carried out.', 'Try again'],
    ['planFailed', 'No plan could be made.', 'Make the plan again'],
  ] as const)('%s says so and has a way on', async (name, words, way) => {
    await renderWizard(sampleSessions[name]);
    expect(heading()).toMatch(words);
    expect(screen.getByRole('button', { name: way })).toBeTruthy();
  });

  test('a problem has a sentence, a hint and its detail', async () => {
    await renderWizard(sampleSessions.undone);
    const alert = screen.getByRole('alert');
    expect(within(alert).getByText(/did not pass the check/)).toBeTruthy();
    expect(within(alert).getByText(/libcudart/)).toBeTruthy();
  });
});

function accessibleName(element: HTMLElement): string {
  const id = element.getAttribute('aria-labelledby');
  return id === null ? '' : (document.getElementById(id)?.textContent ?? '');
}
