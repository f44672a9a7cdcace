import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '../fixtures/repair-machine.ts';
import { button, diagnose, mismatch, seeHeading, seeList, walkToPlan } from '../fixtures/walk.ts';

test('nobody answers for the package index: a sentence and what to do', async ({
  prepare,
  index,
  openWizard,
}) => {
  const comfyui = await prepare('mismatched');
  const digest = await comfyui.digest();
  await index.close();
  const { page } = await openWizard();
  await diagnose(page, mismatch);
  await button(page, 'Fix everything').click();
  await seeHeading(page, 'No plan could be made.');
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('The package index could not be reached');
  await expect(notice).toContainText('Check the network, the proxy or the mirror');
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
  await expect(button(page, 'Make the plan again')).toBeEnabled();
  expect(await comfyui.digest()).toBe(digest);
});

test('ComfyUI runs: Apply waits until it is closed, lights up by itself, and repairs', async ({
  prepare,
  openWizard,
}) => {
  const comfyui = await prepare('mismatched');
  const running = spawn(comfyui.python, ['-B', 'main.py'], { cwd: comfyui.root });
  try {
    await once(running.stdout, 'data');
    const digest = await comfyui.digest();
    const { page } = await openWizard();
    await seeList(page);
    await expect(page.getByText('Running now')).toBeVisible();
    await walkToPlan(page);
    await expect(
      page.getByText(/is using this Python .* We will not close it for you/),
    ).toBeVisible();
    const apply = button(page, 'Apply this plan');
    await expect(apply).toBeDisabled();
    expect(await comfyui.digest()).toBe(digest);

    running.kill();
    await once(running, 'exit');
    await expect(apply).toBeEnabled();
    await apply.click();
    await seeHeading(page, 'It is fixed.');
  } finally {
    running.kill('SIGKILL');
  }
});
