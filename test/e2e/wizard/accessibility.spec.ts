import { expectAccessible, tabTo } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, diagnose, mismatch, railStep, seeHeading, seeList } from '../fixtures/walk.ts';
import { ownComfyUi } from '../fixtures/wizard.ts';

test('axe finds nothing on any page, light or dark, English or Chinese', async ({
  prepare,
  openWizard,
}) => {
  await prepare('mismatched');
  const { page } = await openWizard();
  await seeList(page);
  await expectAccessible(page, 'install');
  await button(page, 'How Flash Attention works').click();
  await seeHeading(page, 'What Flash Attention does, and when it does not help.');
  await expectAccessible(page, 'attention');
  await railStep(page, 'Install').click();
  await diagnose(page, mismatch);
  await expectAccessible(page, 'diagnosis');
  await button(page, 'Read a log').click();
  await seeHeading(page, 'What did ComfyUI print?');
  await expectAccessible(page, 'log');
  await railStep(page, 'Diagnosis').click();
  await button(page, 'Fix everything').click();
  await seeHeading(page, 'This is what will change.');
  await expectAccessible(page, 'plan');
  await button(page, 'Apply this plan').click();
  await seeHeading(page, 'It is fixed.');
  await expectAccessible(page, 'fixed');
  await railStep(page, 'Triton').click();
  await seeHeading(page, 'There is nothing to do about Triton.');
  await expectAccessible(page, 'triton');
  await railStep(page, 'Verification').click();
  await seeHeading(page, 'It works, on the processor (CPU).');
  await expectAccessible(page, 'verification');
  await button(page, 'Make a report').click();
  await button(page, 'Prepare the report').click();
  await seeHeading(page, 'The report is ready.');
  await expectAccessible(page, 'report');
  await button(page, 'Undo history').click();
  await page.getByRole('button', { name: /^Put back: / }).click();
  await expectAccessible(page, 'history');
});

test('the keyboard alone reaches the plan', async ({ prepare, openWizard }) => {
  await prepare('mismatched');
  const { page } = await openWizard();
  const radio = ownComfyUi(page);
  await tabTo(page, railStep(page, 'Install'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Check this one')).toBeEnabled();
  await tabTo(page, radio);
  await page.keyboard.press('Space');
  await expect(radio).toBeChecked();
  await tabTo(page, button(page, 'Check this one'));
  await page.keyboard.press('Enter');

  await seeHeading(page, mismatch);
  await tabTo(page, page.locator('summary', { hasText: 'Evidence' }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByText('PyTorch 2.6.0+cu124, made for CUDA 12.4')).toBeVisible();
  await tabTo(page, button(page, 'Fix everything'));
  await page.keyboard.press('Space');

  await seeHeading(page, 'This is what will change.');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(page, button(page, 'Apply this plan'));
});
