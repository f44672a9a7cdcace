// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { press, renderWizard } from '../../../support/render-wizard.tsx';
import { sampleSessions } from '../../../support/sample-session.ts';

afterEach(cleanup);

const choice = (): HTMLSelectElement => screen.getByRole('combobox', { name: 'Download from' });

test('a mirror is chosen by its id, kept, and the plan is made anew', async () => {
  const { backend } = await renderWizard(sampleSessions.planShown);
  expect(choice().value).toBe('');
  expect([...choice().options].map(({ text }) => text)).toEqual([
    'As pip is set on this computer',
    'Tsinghua University TUNA',
    'Nanjing University, PyTorch’s packages as well',
  ]);
  await act(async () => {
    fireEvent.change(choice(), { target: { value: 'nju' } });
  });
  expect(backend.calls.find(({ method }) => method === 'saveSettings')?.params).toMatchObject({
    mirror: 'nju',
  });
  expect(backend.requests.at(-1)).toMatchObject({ kind: 'plan', goal: 'recommended' });
});

test('their speed is tried when it is asked for, and never by itself', async () => {
  const { backend } = await renderWizard(sampleSessions.planShown);
  const tried = () =>
    backend.calls.flatMap(({ method, params }) => (method === 'mirrors' ? [params] : []));
  expect(tried()).toEqual([{}]);
  await press('Try their speed');
  expect(tried()).toEqual([{}, { mirrorId: 'tuna' }, { mirrorId: 'nju' }]);
  expect(screen.getByText('Tsinghua University TUNA: 420 ms')).toBeTruthy();
  expect(screen.getByText('Nanjing University: no answer')).toBeTruthy();
});
