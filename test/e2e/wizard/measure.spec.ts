import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toyArguments, toyComfyUi } from '../../support/toy-comfyui.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { button, diagnose, seeHeading } from '../fixtures/walk.ts';

const workflow = {
  '3': { class_type: 'KSampler', inputs: { seed: 4711 } },
  '9': { class_type: 'SaveImage', inputs: { images: ['3', 0], filename_prefix: 'mine' } },
};

test('a card is proved and measured, and a workflow of the user’s runs on it', async ({
  machine,
  prepare,
  openWizard,
}) => {
  Object.assign(machine.environment, {
    TORCH_IMITATION_GPU: 'NVIDIA GeForce RTX 4090;8.9;24564',
    TORCH_IMITATION_ATTENTION: 'sdpa=1;xformers=1.7',
  });
  const { root } = await prepare('healthy');
  await writeFile(path.join(root, 'comfy/cli_args.py'), toyArguments);
  await writeFile(path.join(root, 'main.py'), toyComfyUi);
  await writeFile(path.join(root, 'picture'), 'plain');
  const { page } = await openWizard();
  await diagnose(page, /^Everything works\./);
  await button(page, 'Check that it works').click();
  await seeHeading(page, 'It works.');
  await button(page, 'Measure the speed').click();
  const table = page.getByRole('table', { name: 'SDXL, sdxl-1024, fp16 (2x10x4096x64)' });
  await expect(table.getByRole('row').nth(1)).toContainText(/PyTorch.*1 ms.*fastest/);
  await expect(page.getByText('nothing to install')).toBeVisible();
  const buffer = Buffer.from(JSON.stringify(workflow));
  const file = { name: 'mine.json', mimeType: 'application/json', buffer };
  await page.locator('input[type="file"]').setInputFiles(file);
  const run = page.getByRole('table', { name: 'Your workflow, with a fixed seed' });
  await expect(run.getByRole('row', { name: /^one step 0\.\d+ s$/ })).toBeVisible({
    timeout: 60_000,
  });
  await expectAccessible(page, 'workflow');
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
