// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { trialResult } from '../../../support/sample-results.ts';
import { sampleSessions } from '../../../support/sample-session.ts';
import { heading, press, renderWizard } from '../../../support/render-wizard.tsx';

afterEach(cleanup);

describe('trying a plan beside', () => {
  test('is one press on the plan, shows the ladder, and is taken over with another', async () => {
    const { backend } = await renderWizard(sampleSessions.planShown);
    await press('Try it first, beside');
    expect(backend.requests.at(-1)).toEqual({ kind: 'trial', planId: 'plan-1' });
    await act(async () => {
      const steps = ['prepare', 'download', 'build', 'verify'];
      backend.tell({ type: 'started', kind: 'trial', targetId: 'install-1', steps });
      backend.tell({ type: 'step-started', step: 'build' });
    });
    expect(heading()).toBe('Trying it beside your environment…');
    expect(screen.getByText(/You can stop at any time/)).toBeTruthy();
    await act(async () =>
      backend.tell({
        type: 'ended',
        outcome: 'succeeded',
        problem: null,
        result: { kind: 'trial', trial: trialResult({}) },
      }),
    );
    expect(heading()).toBe('It works, tried beside your environment.');
    expect(screen.getAllByRole('heading', { level: 3, name: /passed$/ })).not.toEqual([]);
    await press('Take it over');
    expect(backend.requests.at(-1)).toEqual({ kind: 'fix', planId: 'plan-1' });
  });

  test('offers nothing to take over that would not work', async () => {
    await renderWizard(sampleSessions.triedInVain);
    expect(heading()).toBe('It would not work, so nothing was changed.');
    expect(screen.queryByRole('button', { name: /Take it over|Apply/ })).toBeNull();
    expect(screen.getAllByRole('heading', { level: 3, name: /failed$/ })).not.toEqual([]);
  });

  test('that could not be done says why, and can be done again', async () => {
    const { backend } = await renderWizard(sampleSessions.notTried);
    expect(heading()).toBe('It could not be tried.');
    expect(screen.getByText(/127\.0\.0\.1:8081/)).toBeTruthy();
    await press('Try it again');
    expect(backend.requests.at(-1)).toEqual({ kind: 'trial', planId: 'plan-1' });
  });
});
