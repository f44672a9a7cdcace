import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, railStep, seeHeading } from '../fixtures/walk.ts';

test('kept as it is, with its history, and compared with another install', async ({
  machine,
  prepare,
  openWizard,
}) => {
  machine.environment['PIP_CONFIG_FILE'] = '';
  const { environment } = await prepare('healthy');
  const other = await prepare('mismatched', path.join(machine.home, 'Other'));
  const { page } = await openWizard();
  await railStep(page, 'Install').click();
  await page.getByRole('radio', { name: 'ComfyUI', exact: true, description: /mei.AI/ }).check();
  await button(page, 'Check this one').click();
  await seeHeading(page, /^Everything works\./);

  await button(page, 'Protect this environment').click();
  const settings = path.join(environment, 'pip.conf');
  await expect(page.getByText(`${settings} (new)`)).toBeVisible();
  await expectAccessible(page, 'protection, shown');
  await button(page, 'Write these lines').click();
  await expect(page.getByText('The protection is on.')).toBeVisible();
  expect(await readFile(settings, 'utf8')).toContain('attention-doctor-constraints.txt');

  await page.getByText('Compare with another install').click();
  await page.getByLabel('The other one').selectOption({ label: other.root });
  await button(page, 'Compare').click();
  await expect(page.getByRole('row', { name: /^xformers/ })).toBeVisible();
  await expectAccessible(page, 'comparison');

  await button(page, 'Undo history').click();
  await button(page, 'See what happened').click();
  await seeHeading(page, 'What happened here');
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText(/protect/i);
  await expectAccessible(page, 'timeline');
});
