import { expect, test } from '../fixtures/wizard-test.ts';

test('shows after a reload what the engine knows, and searches no second time', async ({
  wizard,
}) => {
  const { page } = wizard;
  // The wizard looks for installs by itself when it opens.
  const found = { value: { session: { operation: { kind: 'find', outcome: 'succeeded' } } } };
  await expect.poll(() => wizard.call('getState', {})).toMatchObject(found);
  const heading = page.getByRole('heading', { level: 1 }).first();
  await expect(heading).toBeVisible();
  const before = [await heading.textContent(), await wizard.call('getState', {})];
  await page.reload();
  await expect(heading).toBeVisible();
  await page.waitForTimeout(500);
  expect([await heading.textContent(), await wizard.call('getState', {})]).toEqual(before);
});
