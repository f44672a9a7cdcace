import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, seeHeading } from '../fixtures/walk.ts';
import { ownComfyUi } from '../fixtures/wizard.ts';

test('a folder outside of the home is added, and remembered', async ({
  prepare,
  machine,
  host,
  openWizard,
}) => {
  const elsewhere = path.join(path.dirname(machine.home), 'big-disk');
  await mkdir(elsewhere);
  const { root } = await prepare('healthy', elsewhere);
  const first = await openWizard();
  await expect(button(first.page, 'Add a folder')).toBeEnabled();
  await expect(ownComfyUi(first.page)).toBeHidden();

  await first.answerFolderDialog(elsewhere);
  await button(first.page, 'Add a folder').click();
  if (host === 'browser') await walkTo(first.page, 'big-disk');
  await expect(ownComfyUi(first.page)).toBeVisible();
  await expect(ownComfyUi(first.page)).toHaveAccessibleDescription(new RegExp(root));
  await first.close();

  const second = await openWizard();
  await expect(ownComfyUi(second.page)).toBeVisible();
});

/** Where there is no native dialog, the wizard itself lists folders, beginning at home. */
async function walkTo(page: Page, name: string): Promise<void> {
  await seeHeading(page, 'Where is it?');
  await button(page, 'One folder up').click();
  await button(page, name).click();
  await expect(page.getByRole('status').filter({ hasText: name })).toBeVisible();
  await button(page, 'Search in this folder').click();
}
