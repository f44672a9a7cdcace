import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeTree, isBytecode } from '../../support/tree-digest.ts';
import { flashAttentionWheel } from '../../support/wheels/companions.ts';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, diagnose, seeHeading } from '../fixtures/walk.ts';

/** No index has it: only the file. */
const fitting = flashAttentionWheel({
  version: '2.8.3+cu12torch2.6cxx11abiFALSE',
  torch: '2.6.0+cu124',
});
const forAnother = flashAttentionWheel({ version: '2.8.3+cu12torch2.8', torch: '2.8.0+cu128' });

test('a wheel file of the user’s own is chosen, refused or planned with, and installed', async ({
  prepare,
  machine,
  host,
  openWizard,
}) => {
  const { root, environment } = await prepare('noXformers');
  await writeFile(path.join(root, 'run.sh'), 'venv/bin/python main.py --use-flash-attention\n');
  const downloads = path.join(machine.home, 'down loads');
  await mkdir(downloads);
  for (const wheel of [fitting, forAnother])
    await writeFile(path.join(downloads, wheel.fileName), wheel.bytes);
  const before = await describeTree(environment, { ignore: isBytecode });
  const wizard = await openWizard();
  const { page } = wizard;

  async function choose(press: () => Promise<void>, fileName: string): Promise<void> {
    await wizard.answerFolderDialog(path.join(downloads, fileName));
    await press();
    if (host === 'desktop') return;
    await seeHeading(page, 'Which wheel file?');
    await button(page, 'down loads').click();
    await expect(button(page, fileName)).toBeVisible();
    await expectAccessible(page, 'wheel files');
    await button(page, fileName).click();
  }

  await diagnose(page, /flash-attn|Flash/i);
  const ofFinding = page.getByRole('button', { name: /^Choose a wheel file for: / });
  await choose(() => ofFinding.click(), forAnother.fileName);
  await seeHeading(page, 'No plan could be made.');
  await expect(page.getByRole('alert')).toContainText('It was built for another PyTorch');

  await choose(() => button(page, 'Choose another wheel file…').click(), fitting.fileName);
  await seeHeading(page, 'This is what will change.');
  await expect(page.getByText(`Your file ${fitting.fileName}`)).toBeVisible();
  await expect(page.getByText(`SHA-256 ${fitting.sha256}`).first()).toBeVisible();
  await expect(
    page.getByText('PyTorch: it was built for 2.6, and 2.6.0+cu124 is here.'),
  ).toBeVisible();
  await expectAccessible(page, 'a plan with a wheel file');
  expect(await describeTree(environment, { ignore: isBytecode })).toEqual(before);

  await button(page, 'Apply this plan').click();
  await seeHeading(page, 'It is fixed.');
});
