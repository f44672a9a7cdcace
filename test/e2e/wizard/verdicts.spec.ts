import { expect, test } from '../fixtures/repair-machine.ts';
import { button, diagnose, railStep, seeHeading } from '../fixtures/walk.ts';

test('healthy: says so, and has nothing to sell', async ({ prepare, openWizard }) => {
  await prepare('healthy');
  const { page } = await openWizard();
  await diagnose(page, /^Everything works\. xFormers 0\.0\.29\.post3 fits your PyTorch/);
  for (const step of ['Upgrade', 'Triton']) {
    const rung = railStep(page, `${step} (not needed)`);
    await expect(rung).toBeVisible();
    await expect(rung).toHaveAccessibleDescription(
      /^(Everything works|Triton 3\.2\.0 is installed)/,
    );
  }
  await expect(button(page, 'Fix everything')).toBeHidden();
  await button(page, 'Check that it works').click();
  await seeHeading(page, 'It works, on the processor (CPU).');
});

test('harmless: Triton is missing and nobody needs it', async ({ prepare, openWizard }) => {
  await prepare('tritonMissing');
  const { page } = await openWizard();
  await diagnose(page, 'Nothing is wrong. What you may have seen is harmless.');
  await expect(page.getByText('Triton is not installed. This is harmless.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Fix/ })).toHaveCount(0);
  await expect(railStep(page, 'Triton (not needed)')).toHaveAccessibleDescription(
    'Triton is not installed, and nothing here needs it.',
  );
});

test('Triton is missing and SageAttention needs it: its own step adds it', async ({
  prepare,
  openWizard,
}) => {
  await prepare('tritonRequired');
  const { page } = await openWizard();
  await diagnose(page, 'Triton is missing, and SageAttention needs it.');
  await expect(railStep(page, 'Upgrade (not needed)')).toHaveAccessibleDescription(
    /^Only Triton is missing/,
  );
  await railStep(page, 'Triton (to do)').click();
  await button(page, 'Show the plan').click();
  await seeHeading(page, 'This is what will change.');
  await expect(page.getByRole('row', { name: /^triton/ })).toHaveText('triton–3.2.0added');
  await expect(page.getByRole('row', { name: /^torch/ })).toContainText('stays');
  await button(page, 'Apply this plan').click();
  await seeHeading(page, 'It is fixed.');
  await expect(railStep(page, 'Triton (done)')).toBeVisible();
});
