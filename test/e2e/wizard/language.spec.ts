import { expect, test } from '../fixtures/repair-machine.ts';
import { button, diagnose, mismatch, seeHeading } from '../fixtures/walk.ts';

const colorScheme = 'data-mantine-color-scheme';

test('speaks Chinese at once, and language and theme last over a new start', async ({
  prepare,
  openWizard,
}) => {
  await prepare('mismatched');
  const first = await openWizard();
  const { page } = first;
  await diagnose(page, mismatch);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await button(page, '中文').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await seeHeading(page, /^xFormers 与/);
  await expect(page).toHaveTitle(/^诊断/);
  await button(page, '主题：跟随系统。切换为浅色').click();
  await button(page, '主题：浅色。切换为深色').click();
  await expect(button(page, '主题：深色。切换为跟随系统')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute(colorScheme, 'dark');
  await first.close();

  const second = await openWizard();
  // The only install is sick: the first page says so.
  await seeHeading(second.page, /^xFormers 与/);
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(button(second.page, '主题：深色。切换为跟随系统')).toBeVisible();
  await expect(second.page.locator('html')).toHaveAttribute(colorScheme, 'dark');
  await button(second.page, 'English').click();
  await seeHeading(second.page, mismatch);
});
