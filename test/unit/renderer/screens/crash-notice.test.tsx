import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { heading, press, renderWizard } from '../../../support/render-wizard.tsx';
import { appState, sampleSessions } from '../../../support/sample-session.ts';

afterEach(cleanup);
const { app } = appState(sampleSessions.found);
const at = '2026-11-30T12:00:00.000Z';

test.each([
  ['main', /^Attention Doctor stopped by a mistake of its own on .*2026/],
  ['page', /^This window broke down on .*2026/],
] as const)('after a crash of %s a report is offered', async (where, sentence) => {
  await renderWizard(sampleSessions.found, { app: { ...app, crash: { at, where } } });
  expect(screen.getByRole('region', { name: 'After a crash' })).toBeTruthy();
  expect(screen.getByText(sentence)).toBeTruthy();
  await press('Prepare a report');
  expect(heading()).toBe('There is nothing to report yet.');
});

test('it can be put away', async () => {
  await renderWizard(sampleSessions.found, { app: { ...app, crash: { at, where: 'page' } } });
  await press('Hide this');
  expect(screen.queryByRole('region', { name: 'After a crash' })).toBeNull();
});

test('without a crash there is none', async () => {
  await renderWizard(sampleSessions.found);
  expect(screen.queryByRole('region', { name: 'After a crash' })).toBeNull();
});
