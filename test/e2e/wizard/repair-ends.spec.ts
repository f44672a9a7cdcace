import { programsNaming } from '../../support/processes.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { applyUntilDownloading, button, seeHeading, walkToPlan } from '../fixtures/walk.ts';

test('cancelled in mid-download: as it was, and no pip left', async ({
  prepare,
  index,
  openWizard,
}) => {
  const comfyui = await prepare('mismatched');
  const digest = await comfyui.digest();
  const { page } = await openWizard();
  await walkToPlan(page);
  index.setFaults({ hangAfterBytes: 500_000 });
  await applyUntilDownloading(page);
  expect(await programsNaming(comfyui.environment)).not.toEqual([]);

  await button(page, 'Cancel').click();
  await seeHeading(page, 'You cancelled the repair.');
  await expect(page.getByText('Everything is as it was before.')).toBeVisible();
  expect(await programsNaming(comfyui.environment)).toEqual([]);
  expect(await comfyui.digest()).toBe(digest);
});

test('a reload in the middle: the same repair goes on, once, and ends well', async ({
  prepare,
  index,
  openWizard,
}) => {
  await prepare('mismatched');
  const { page } = await openWizard();
  await walkToPlan(page);
  index.setFaults({ bytesPerSecond: 1_000_000 });
  await applyUntilDownloading(page);

  await page.reload();
  await seeHeading(page, 'Repairing…');
  await expect(page.getByRole('list', { name: 'Progress' })).toContainText('Download');
  await expect(button(page, 'Cancel')).toBeVisible();
  await seeHeading(page, 'It is fixed.');
  await button(page, 'Open the undo history').click();
  await expect(page.getByRole('button', { name: /^Put back: / })).toHaveCount(1);
});

test('closed in the middle: it is put back first', async ({ prepare, index, openWizard }) => {
  const comfyui = await prepare('mismatched');
  const digest = await comfyui.digest();
  const wizard = await openWizard();
  await walkToPlan(wizard.page);
  index.setFaults({ hangAfterBytes: 500_000 });
  await applyUntilDownloading(wizard.page);
  await wizard.close();
  expect(await programsNaming(comfyui.environment)).toEqual([]);
  expect(await comfyui.digest()).toBe(digest);
});

test.describe('with a wheel that lies', () => {
  test.use({ lyingWheel: true });

  test('what does not pass the check is put back', async ({ prepare, openWizard }) => {
    const comfyui = await prepare('mismatched');
    const digest = await comfyui.digest();
    const { page } = await openWizard();
    await walkToPlan(page);

    await button(page, 'Apply this plan').click();
    await seeHeading(
      page,
      /^The repair did not work, so everything was put back exactly as it was/,
    );
    await expect(page.getByRole('alert')).toContainText('they did not pass the check');
    await expect(button(page, 'Make a report')).toBeVisible();
    expect(await comfyui.digest()).toBe(digest);
  });
});
