import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  chatter,
  healthyStart,
  markupInside,
  mismatchedStart,
  outOfMemory,
} from '../../support/sample-logs.ts';
import { expectAccessible, tabTo } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, diagnose, mismatch, seeHeading } from '../fixtures/walk.ts';

const ask = 'What did ComfyUI print?';

test('with no install chosen: typed with the keyboard alone, answered, kept over a reload', async ({
  openWizard,
}) => {
  const { page } = await openWizard();
  await tabTo(page, button(page, 'Read a log'));
  await page.keyboard.press('Enter');
  await seeHeading(page, ask);
  await expectAccessible(page, 'asking for a log');
  const field = page.getByRole('textbox', { name: 'The text' });
  await tabTo(page, field);
  await field.fill(mismatchedStart());
  await tabTo(page, button(page, 'Read this text'));
  await page.keyboard.press('Enter');

  await seeHeading(page, mismatch);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const root = page.getByRole('article').first();
  await expect(root.getByText('How sure: certain')).toBeVisible();
  await expect(root.getByText(/you have 2\.6\.0\+cu124\)/)).toBeVisible();
  await expect(root.getByText('Line 8', { exact: true })).toBeAttached();
  await expect(page.getByText('NVIDIA GeForce RTX 4090')).toBeVisible();
  await expectAccessible(page, 'answer to a log');

  await page.reload();
  await seeHeading(page, mismatch);
  await button(page, '中文').click();
  await seeHeading(page, /^xFormers 与/);
  await expect(page).toHaveTitle(/^解读日志/);
  await button(page, 'English').click();
  await button(page, 'Choose its install').click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(mismatch);
});

test('pasted anywhere and dropped anywhere; other trouble and health are told as such', async ({
  openWizard,
}) => {
  const { page } = await openWizard();
  await paste(page, outOfMemory());
  await seeHeading(page, /memory/);
  await expect(page.getByText('Another cause').first()).toBeVisible();
  await expectAccessible(page, 'another cause');
  await drop(page, 'comfyui.log', healthyStart());
  await expect(page.getByText('All is well')).toBeVisible();
  await expect(page.getByText(/^comfyui\.log: 9 lines/)).toBeVisible();
  await drop(page, 'empty.log', '\n');
  await seeHeading(page, 'The log could not be read.');
  await expect(page.getByText('There is nothing in this log.')).toBeVisible();
});

test('while an install is chosen, log and environment are one diagnosis that leads to the plan', async ({
  prepare,
  openWizard,
}) => {
  await prepare('mismatched');
  const { page } = await openWizard();
  await diagnose(page, mismatch);
  await paste(page, 'It worked yesterday. What now?\n');
  await seeHeading(page, mismatch);
  await expect(button(page, 'Read a log')).toHaveAttribute('aria-current', 'page');
  await button(page, 'Show the plan').click();
  await seeHeading(page, 'This is what will change.');
});

test('a log of many megabytes is chosen as a file, and its text is never obeyed', async ({
  machine,
  openWizard,
}) => {
  const log = path.join(machine.home, 'big.log');
  await writeFile(log, `${chatter(300_000)}\n${markupInside()}${chatter(300_000)}\n`);
  const { page } = await openWizard();
  await button(page, 'Read a log').click();
  await page.locator('input[type=file]').setInputFiles(log);
  await expect(page.getByText(/^big\.log: 600,00\d lines, 1\d MB$/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page.getByText('<img src=x onerror=alert(1)>').first()).toBeAttached();
  await expect(page.getByText('300001', { exact: true }).first()).toBeAttached();
});

/** What a paste brings, wherever the focus is: without a permission for the real clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await expect(button(page, 'Read a log')).toBeVisible();
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer }));
    },
    [name, text] as const,
  );
}
