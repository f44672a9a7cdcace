// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { SinceProved } from '../../../../shared/history.ts';
import type { Session } from '../../../../shared/session.ts';
import { heading, press, renderWizard } from '../../../support/render-wizard.tsx';
import { sampleSince } from '../../../support/sample-history.ts';
import { sampleSessions } from '../../../support/sample-session.ts';

afterEach(cleanup);

function drifted(changes: Partial<SinceProved> = {}): Session {
  const session = sampleSessions.mismatch;
  const { diagnosis } = session;
  if (!diagnosis) throw new Error('the sample has no diagnosis');
  return { ...session, diagnosis: { ...diagnosis, since: { ...sampleSince, ...changes } } };
}
const notice = () => screen.getByRole('region', { name: 'What was proved is no longer so' });

describe('what was proved and is no longer so', () => {
  test('is said on the diagnosis, with who did it and the one button that brings it back', async () => {
    const { backend } = await renderWizard(drifted());
    expect(within(notice()).getByText('torch 2.9.1+cu128 became 2.4.0 (CPU)')).toBeTruthy();
    expect(within(notice()).getByText('Probably it was ComfyUI-X.')).toBeTruthy();
    await press('See how to repair it');
    expect(backend.requests.at(-1)).toMatchObject({ kind: 'plan', goal: 'recommended' });
  });

  test('is put back from a saved state where one holds it', async () => {
    const restore = { kind: 'snapshot', snapshotId: 'one' } as const;
    const { backend } = await renderWizard(drifted({ restore }));
    await press('Put back what worked');
    expect(backend.requests.at(-1)).toMatchObject({ kind: 'rollback', snapshotId: 'one' });
  });

  test('says nothing where all is as it was, but why a history is not whole', async () => {
    const problem = { code: 'history-damaged' as const, params: { path: '/state/a.json' } };
    await renderWizard(drifted({ drift: [], restore: null, problem }));
    expect(screen.queryByText('What was proved is no longer so')).toBeNull();
    expect(screen.getByText(/could not be read\. It was put aside/)).toBeTruthy();
  });

  test('names nobody where several fit', async () => {
    const by = sampleSince.drift[0]?.by;
    if (!by) throw new Error('the sample names nobody');
    const candidates = [by, { ...by, name: 'ComfyUI-Y' }];
    const drift = [{ name: 'torch', from: '2.9.1', to: null, by: null, candidates }];
    await renderWizard(drifted({ drift }));
    expect(
      within(notice()).getByText(/not known; these would fit: ComfyUI-X, ComfyUI-Y/),
    ).toBeTruthy();
  });

  test('is told at the start already, for each install', async () => {
    const session = sampleSessions.found;
    const id = session.found?.installs[0]?.id ?? '';
    const found = session.found && { ...session.found, drifted: { [id]: sampleSince } };
    await renderWizard({ ...session, found });
    expect(screen.getByText(/^No longer as it was proved: ComfyUI/)).toBeTruthy();
    expect(screen.getByText(/: torch 2\.9\.1\+cu128 became 2\.4\.0 \(CPU\)$/)).toBeTruthy();
  });
});

describe('the timeline', () => {
  test('is reached from the notice, and tells the newest first', async () => {
    await renderWizard(drifted());
    await press('See what happened');
    expect(heading()).toBe('What happened here');
    const list = await screen.findByRole('list', { name: 'Timeline' });
    expect(
      within(list)
        .getAllByRole('heading')
        .map((each) => each.textContent),
    ).toEqual(['Something changed', 'Checked', 'Installed, by the times of its files']);
    expect(within(list).queryByText('Who did it is not known.')).toBeNull();
    await press('Back to the saved states');
    await press('See what happened');
    expect(heading()).toBe('What happened here');
  });

  test('says why it cannot be told', async () => {
    const { backend } = await renderWizard(drifted());
    backend.answer({
      history: async () => ({ ok: false, problem: { code: 'not-found', params: { target: 'x' } } }),
    });
    await press('See what happened');
    expect(await screen.findByText('There is nothing at x.')).toBeTruthy();
  });
});
