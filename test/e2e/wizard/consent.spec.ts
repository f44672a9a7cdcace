import { appendFile, chmod } from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible, tabTo } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, diagnose, mismatch, seeHeading } from '../fixtures/walk.ts';

const question = 'May we start this Python?';

test('a Python that others may write is asked for once, before it runs', async ({
  prepare,
  openWizard,
}) => {
  const { environment, python, digest } = await prepare('mismatched');
  const programs = path.join(environment, 'bin');
  await chmod(programs, 0o777);
  const before = await digest();
  const first = await openWizard();
  const { page } = first;
  await diagnose(page, mismatch);
  const notice = page.getByRole('region', { name: question });
  await expect(notice).toContainText(python);
  await expect(notice.getByRole('listitem')).toHaveText(
    `Other people who use this computer, and their programs, can change ${programs}.`,
  );
  await expectAccessible(page, 'consent');
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1100, height: 760 });

  await button(page, 'Look at files only').click();
  await expect(notice).toBeHidden();
  await seeHeading(page, mismatch);
  await button(page, 'Fix everything').click();
  await expect(notice).toBeVisible();
  expect(await digest()).toBe(before);

  await tabTo(page, button(page, 'Start this Python'));
  await page.keyboard.press('Enter');
  await seeHeading(page, mismatch);
  await expect(notice).toBeHidden();
  await button(page, 'Fix everything').click();
  await seeHeading(page, 'This is what will change.');
  await first.close();

  const second = await openWizard();
  await diagnose(second.page, mismatch);
  await expect(button(second.page, 'Fix everything')).toBeVisible();
  await second.close();

  await appendFile(path.join(environment, 'pyvenv.cfg'), 'prompt = another\n');
  const third = await openWizard();
  await diagnose(third.page, mismatch);
  await expect(third.page.getByRole('region', { name: question })).toBeVisible();
});
