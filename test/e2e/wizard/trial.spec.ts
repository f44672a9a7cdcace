import { describeTree } from '../../support/tree-digest.ts';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, seeHeading, walkToPlan } from '../fixtures/walk.ts';

test('a plan is tried beside, and taken over', async ({ prepare, openWizard }) => {
  const comfyui = await prepare('mismatched');
  const tree = () => describeTree(comfyui.environment, { times: true });
  const before = await tree();
  const { page } = await openWizard();
  await walkToPlan(page);
  await button(page, 'Try it first, beside').click();
  await seeHeading(page, 'It works, tried beside your environment.');
  await expect(page.getByRole('heading', { level: 3, name: /passed$/ })).not.toHaveCount(0);
  expect(await tree()).toEqual(before);
  await expectAccessible(page, 'tried');
  // What was tried is still known after a reload.
  await page.reload();
  await seeHeading(page, 'It works, tried beside your environment.');
  await button(page, 'Take it over').click();
  await seeHeading(page, 'It is fixed.');
});

test.describe('a wheel that lies', () => {
  test.use({ lyingWheel: true });

  test('is found out without touching anything', async ({ prepare, openWizard }) => {
    const comfyui = await prepare('mismatched');
    const tree = () => describeTree(comfyui.environment, { times: true });
    const before = await tree();
    const { page } = await openWizard();
    await walkToPlan(page);
    await button(page, 'Try it first, beside').click();
    await seeHeading(page, 'It would not work, so nothing was changed.');
    await expect(button(page, 'Take it over')).toHaveCount(0);
    expect(await tree()).toEqual(before);
  });
});
