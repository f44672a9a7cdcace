import path from 'node:path';
import { makeComfyUi } from '../../support/comfyui.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, mismatch, railStep, seeHeading } from '../fixtures/walk.ts';

test('one install and one fault: two clicks to fixed, and Back leads back', async ({
  prepare,
  openWizard,
}) => {
  await prepare('mismatched');
  const first = await openWizard();
  const { page } = first;
  await seeHeading(page, mismatch);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.evaluate(() => {
    document.body.dataset['clicks'] = '0';
    const count = (): void => {
      document.body.dataset['clicks'] = String(Number(document.body.dataset['clicks']) + 1);
    };
    for (const kind of ['pointerdown', 'keydown']) window.addEventListener(kind, count, true);
  });
  await button(page, 'Fix everything').click();
  await seeHeading(page, 'This is what will change.');
  await page.goBack();
  await seeHeading(page, mismatch);
  await page.goForward();
  await seeHeading(page, 'This is what will change.');
  await button(page, 'Apply this plan').click();
  await seeHeading(page, 'It is fixed.');
  // Nothing was typed, and from a cold start no more than three clicks are bearable.
  expect(Number(await page.locator('body').getAttribute('data-clicks'))).toBeLessThanOrEqual(3);
  await button(page, 'Done').click();
  const card = page.getByRole('radio', { name: 'ComfyUI', exact: true });
  await expect(card).toHaveAccessibleDescription(/^Fine.*xFormers 0\.0\.29\.post3/);
  await first.close();

  const second = await openWizard();
  const strip = second.page.getByRole('region', { name: 'Since last time' });
  await expect(strip).toContainText('ComfyUI was repaired on');
  // No install is chosen, and what can be undone is there all the same.
  await strip.getByRole('button', { name: 'Undo history' }).click();
  await expect(second.page.getByRole('button', { name: /^Put back: / })).toHaveCount(1);
});

test('several installs: the list says which is sick, and leads on where no Python is known', async ({
  prepare,
  machine,
  openWizard,
}) => {
  await prepare('mismatched');
  await makeComfyUi({ at: path.join(machine.home, 'alone', 'ComfyUI') });
  const { page } = await openWizard();
  await seeHeading(page, 'Which one is giving you trouble?');
  const cards = page.getByRole('radio', { name: 'ComfyUI', exact: true });
  const sick = page.getByRole('radio', { description: /^Needs repair xFormers does not fit/ });
  const alone = page.getByRole('radio', { description: /^Cannot be read .*No Python found/ });
  await expect(sick).toBeChecked();
  await expect(alone).toBeVisible();
  await expect(cards.first()).toHaveAccessibleDescription(/^Needs repair/);

  await page.getByRole('searchbox', { name: 'Search in this list' }).fill('no python found');
  await expect(sick).toBeHidden();
  await expect(button(page, 'Check this one')).toHaveCount(0);
  await alone.check();
  await button(page, 'Choose its Python').click();
  await seeHeading(page, 'Which Python does ComfyUI start with?');
  await page.getByRole('radio', { description: /PyTorch 2\.6\.0/ }).check();
  await button(page, 'Use this Python').click();
  await seeHeading(page, mismatch);

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'What would you like to do?' });
  await page.keyboard.type('undo');
  await expect(palette.getByRole('option')).toHaveText(['Undo a repair']);
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
});

test('narrow or enlarged: nothing runs out, and the content has its half', async ({
  prepare,
  openWizard,
}) => {
  await prepare('mismatched');
  const { page } = await openWizard();
  await seeHeading(page, mismatch);
  await button(page, 'Fix everything').click();
  await seeHeading(page, 'This is what will change.');
  for (const step of ['Upgrade', 'Diagnosis', 'Install'])
    for (const [width, height] of [
      [320, 640],
      [450, 300],
    ] as const) {
      await page.setViewportSize({ width, height });
      await railStep(page, step).click();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${step} at ${width}`).toBeLessThanOrEqual(width);
      const fixed = await page.evaluate(() =>
        [...document.querySelectorAll('header, nav, footer')]
          .filter((each) => getComputedStyle(each).position === 'sticky')
          .reduce((sum, each) => sum + each.getBoundingClientRect().height, 0),
      );
      expect(fixed, `${step}: what stays in place`).toBeLessThanOrEqual(height / 2);
    }
});
