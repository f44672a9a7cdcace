import { expect, test } from '../fixtures/repair-machine.ts';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { button, diagnose, seeHeading } from '../fixtures/walk.ts';

test('a card is proved and measured, and the quicker one is told', async ({
  machine,
  prepare,
  openWizard,
}) => {
  Object.assign(machine.environment, {
    TORCH_IMITATION_GPU: 'NVIDIA GeForce RTX 4090;8.9;24564',
    TORCH_IMITATION_ATTENTION: 'sdpa=1;xformers=1.7',
  });
  await prepare('healthy');
  const { page } = await openWizard();
  await diagnose(page, /^Everything works\./);
  await button(page, 'Check that it works').click();
  await seeHeading(page, 'It works.');
  await button(page, 'Measure the speed').click();
  const table = page.getByRole('table', { name: 'SDXL, sdxl-1024, fp16 (2x10x4096x64)' });
  await expect(table.getByRole('row').nth(1)).toContainText(/PyTorch.*1 ms.*fastest/);
  await expect(page.getByText('nothing to install')).toBeVisible();
  await expectAccessible(page, 'benchmark');
  if (process.env['SHOTS'] !== undefined) {
    for (const [width, scheme] of [
      [1200, 'light'],
      [400, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({
        path: `${process.env['SHOTS']}/measure-${width}-${scheme}.png`,
        fullPage: true,
      });
    }
  }
});
