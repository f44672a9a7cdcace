import { expect, test } from '../fixtures/wizard-test.ts';

test('shows the same page after a reload', async ({ wizard: { page } }) => {
  const heading = page.getByRole('heading', { level: 1 }).first();
  await expect(heading).toBeVisible();
  const before = await heading.textContent();
  await page.reload();
  await expect(heading).toHaveText(before ?? '');
});

test('knows after a reload what an operation found', async ({ wizard }) => {
  const started = await wizard.call('start', { kind: 'find' });
  expect(started).toMatchObject({ ok: true });
  const found = { value: { session: { operation: { outcome: 'succeeded' } } } };
  await expect.poll(() => wizard.call('getState', {})).toMatchObject(found);
  await wizard.page.reload();
  expect(await wizard.call('getState', {})).toMatchObject(found);
});
