import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { strFromU8, unzipSync } from 'fflate';
import { bundlePartNames } from '../../../shared/bundle.ts';
import { describeTree, isBytecode } from '../../support/tree-digest.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, diagnose, mismatch, railStep, seeHeading } from '../fixtures/walk.ts';

test('finds, repairs, proves, reports and puts back', async ({ prepare, machine, openWizard }) => {
  const comfyui = await prepare('mismatched');
  const tree = () => describeTree(comfyui.environment, { ignore: isBytecode });
  const [digest, before] = [await comfyui.digest(), await tree()];
  const wizard = await openWizard();
  const { page } = wizard;

  await test.step('diagnosis: the root cause, and nothing touched', async () => {
    await diagnose(page, mismatch);
    const cause = page.getByRole('article').filter({ hasText: 'Root cause' });
    await expect(cause).toContainText('xFormers 0.0.27 was built for PyTorch 2.3.1');
    await expect(cause).toContainText('you have 2.6.0');
    // It is the only fault: one button is enough.
    await expect(button(page, `Fix this: ${mismatch}`)).toHaveCount(0);
  });

  await test.step('plan: torch stays, nothing has changed yet', async () => {
    await button(page, 'Fix everything').click();
    await seeHeading(page, 'This is what will change.');
    const table = page.getByRole('table', { name: 'Packages before and after' });
    await expect(table.getByRole('row', { name: /^xformers/ })).toHaveText(
      'xformers0.0.270.0.29.post3replaced',
    );
    await expect(table.getByRole('row', { name: /^torch/ })).toHaveText(
      'torch2.6.0+cu1242.6.0+cu124stays',
    );
    await expect(page.getByText(/MB to download/)).toBeVisible();
    expect(await comfyui.digest()).toBe(digest);
  });

  await test.step('repair and proof', async () => {
    await button(page, 'Apply this plan').click();
    await seeHeading(page, 'It is fixed.');
    await expect(railStep(page, 'Upgrade (done)')).toBeVisible();
    expect(await comfyui.digest()).not.toBe(digest);
    await button(page, 'See the proof').click();
    await seeHeading(page, 'It works, on the processor (CPU).');
    const rungs = page.getByRole('region', { name: 'The checks' }).getByRole('heading', {
      level: 3,
      name: /passed$/,
    });
    // The four about packages, and PyTorch's own attention on the processor with its kernel.
    await expect(rungs).toHaveCount(6);
  });

  await test.step('report: complete, and nothing private in it', async () => {
    await button(page, 'Make a report').click();
    await button(page, 'Prepare the report').click();
    await seeHeading(page, 'The report is ready.');
    const zip = await wizard.saveBundle(() => button(page, 'Save bundle').click(), machine.home);
    await expect.poll(() => readFile(zip).catch(() => null)).not.toBeNull();
    const files = unzipSync(new Uint8Array(await readFile(zip)));
    const names = bundlePartNames.filter((name) => name !== 'threats.json');
    expect(Object.keys(files)).toEqual(names);
    const all = Object.values(files).map((bytes) => strFromU8(bytes));
    expect(all.join('\n')).toContain('xformers==0.0.29.post3');
    expect(all.join('\n')).not.toContain(machine.home);
    expect(all.join('\n')).not.toMatch(new RegExp(`[\\\\/](mei|${userInfo().username})\\b`, 'i'));
  });

  await test.step('undo: as before to the byte, so the trouble is back', async () => {
    await button(page, 'Undo history').click();
    await page.getByRole('button', { name: /^Put back: / }).click();
    const question = page.getByRole('group', { name: /^Put everything back/ });
    await expect(question).toContainText('xformers 0.0.29.post3 becomes 0.0.27 again');
    await button(page, 'Put it back').click();
    await expect(page.getByText('Everything was put back as it was before')).toBeVisible();
    expect(await tree()).toEqual(before);
    await button(page, 'See the diagnosis').click();
    await button(page, 'Look again').click();
    await seeHeading(page, mismatch);
  });
});
