// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderWizard } from '../../../support/render-wizard.tsx';
import { sampleSessions } from '../../../support/sample-session.ts';

afterEach(cleanup);

test.each(['silent', 'planSilent'] as const)('%s says so, and offers no plan', async (name) => {
  await renderWizard(sampleSessions[name]);
  expect(screen.getByText(/This Python does not answer/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Look again' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /fix|plan/i })).toBeNull();
});
