import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { press, renderWizard } from '../../../support/render-wizard.tsx';
import { sampleSessions } from '../../../support/sample-session.ts';

afterEach(cleanup);

async function openPage() {
  const shown = await renderWizard(sampleSessions.found);
  await press('How Flash Attention works');
  await act(async () => undefined);
  return shown;
}

test('shows of which day the tables are, and asks for newer ones only when told to', async () => {
  const { backend } = await openPage();
  expect(screen.getByText('Tables of 28 November 2026')).toBeTruthy();
  expect(backend.calls.some(({ method }) => method === 'renewTables')).toBe(false);
  await press('Ask for newer tables');
  expect(screen.getByText('Tables of 5 December 2026')).toBeTruthy();
  expect(screen.getByText(/^Renewed: the tables of 5 December 2026 count/)).toBeTruthy();
});

test('says why tables were refused, and keeps what counted', async () => {
  const { backend } = await openPage();
  backend.answer({
    renewTables: async () => ({ ok: false, problem: { code: 'tables-unsigned' } }),
  });
  await press('Ask for newer tables');
  expect(screen.getByRole('alert').textContent).toMatch(/signature of these tables is not right/);
  expect(screen.getByText('Tables of 28 November 2026')).toBeTruthy();
});
