import { fromRoot } from '../../../build/paths.mjs';
import { test } from '../fixtures/repair-machine.ts';
import { button, diagnose, mismatch, seeHeading, walkToPlan } from '../fixtures/walk.ts';

/** What the README shows; `npm run pictures` takes them anew. */
const pictureOf = (name: string) => ({
  path: fromRoot('build/screenshots', `${name}.png`),
  animations: 'disabled' as const,
});

test('of the diagnosis and of the plan, in both languages', async ({ prepare, openWizard }) => {
  await prepare('mismatched');
  const { page } = await openWizard();
  await page.setViewportSize({ width: 960, height: 680 });
  await diagnose(page, mismatch);
  await page.screenshot(pictureOf('diagnosis-en'));
  await button(page, '中文').click();
  await seeHeading(page, /^xFormers 与/);
  await page.screenshot(pictureOf('diagnosis-zh'));
  await button(page, 'English').click();
  await seeHeading(page, mismatch);
  await walkToPlan(page);
  await page.screenshot(pictureOf('plan-en'));
  await button(page, '中文').click();
  await page.locator('html[lang=zh-CN]').waitFor();
  await page.screenshot(pictureOf('plan-zh'));
});
