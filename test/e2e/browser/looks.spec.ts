import { readFile, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, mismatch, railStep, seeHeading } from '../fixtures/walk.ts';

/** Pictures for a person to look at: SHOTS=folder. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  for (const [width, height] of [
    [1200, 800],
    [320, 640],
  ] as const)
    for (const scheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` });
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1200, height: 800 });
}

test('settings hold; forced colours and paper show every state', async ({
  prepare,
  machine,
  openWizard,
}) => {
  await prepare('mismatched');
  await mkdir(machine.state, { recursive: true });
  await writeFile(path.join(machine.state, 'settings.json'), '{"theme": "da');
  const { page } = await openWizard();
  await seeHeading(page, mismatch);
  await expect(page.getByRole('alert')).toContainText('The damaged file was set aside');
  await shoot(page, 'diagnosis');

  await button(page, 'Settings').click();
  await seeHeading(page, 'Settings');
  await expectAccessible(page, 'settings');
  await page.getByLabel('Proxy').fill('file:///etc/passwd');
  await button(page, 'Use this proxy').click();
  await expect(page.getByText('This is no proxy address.')).toBeVisible();
  await page.getByLabel('Proxy').fill('http://proxy.example:3128');
  await button(page, 'Use this proxy').click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Stay offline' }).check();
  await page.getByLabel('Space for saved states').selectOption('5');
  const saved = () => readFile(path.join(machine.state, 'settings.json'), 'utf8');
  await expect.poll(saved).toContain('"savedSpace": 5');
  expect(JSON.parse(await saved())).toMatchObject({
    ...{ proxy: 'http://proxy.example:3128', offline: true },
  });
  await shoot(page, 'settings-en');
  await page.getByLabel('Language').selectOption('zh-CN');
  await seeHeading(page, '设置');
  await shoot(page, 'settings-zh');
  await page.getByRole('button', { name: '关于' }).click();
  await shoot(page, 'about-zh');
  await page.goBack();
  await page.getByLabel('语言').selectOption('en');
  await seeHeading(page, 'Settings');
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await wide()).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1200, height: 800 });

  // Set offline, so a plan is refused before anything is asked of the network.
  await railStep(page, 'Diagnosis').click();
  await button(page, 'Fix everything').click();
  await seeHeading(page, 'No plan could be made.');
  await expect(page.getByText('is set to stay offline')).toBeVisible();

  await railStep(page, 'Diagnosis').click();
  await page.emulateMedia({ forcedColors: 'active' });
  const primary = button(page, 'Fix everything');
  const plain = button(page, 'Look again');
  const looks = (element: Element) => {
    const { backgroundColor, borderColor, borderWidth, outlineStyle } = getComputedStyle(element);
    return [backgroundColor, borderColor, borderWidth, outlineStyle].join(' ');
  };
  expect(await primary.evaluate(looks)).not.toBe(await plain.evaluate(looks));
  const here = railStep(page, 'Diagnosis');
  const other = railStep(page, 'Report');
  expect(await here.evaluate(looks)).not.toBe(await other.evaluate(looks));
  await page.emulateMedia({ forcedColors: 'none' });

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('nav')).toBeHidden();
  await expect(primary).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
});
