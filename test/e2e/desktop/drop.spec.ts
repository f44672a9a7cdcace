import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/repair-machine.ts';
import { ownComfyUi } from '../fixtures/wizard.ts';

test('a start script dropped on the window adds the ComfyUI beside it', async ({
  prepare,
  machine,
  openWizard,
}) => {
  const elsewhere = path.join(path.dirname(machine.home), 'other-disk');
  await mkdir(elsewhere);
  const { root } = await prepare('healthy', elsewhere);
  const { page } = await openWizard();
  await expect(page.getByText('You can also drop a ComfyUI folder')).toBeVisible();

  // A file input is the one way to give a test page a File that leads to a path, as a drop does.
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'test-file';
    document.body.append(input);
  });
  await page.setInputFiles('#test-file', path.join(root, 'main.py'));
  await page.evaluate(() => {
    const file = document.querySelector<HTMLInputElement>('#test-file')?.files?.[0];
    if (!file) throw new Error('no file');
    document.querySelector('#test-file')?.remove();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    window.dispatchEvent(new DragEvent('drop', { dataTransfer }));
  });
  const choice = ownComfyUi(page);
  await expect(choice).toHaveAccessibleDescription(new RegExp(root));
});

test('a file that the page makes up leads nowhere', async ({ openWizard }) => {
  const { page } = await openWizard();
  const answer = await page.evaluate(() =>
    window.attentionDoctor?.folderOfDrop(new File(['x'], '/etc/passwd')),
  );
  expect(answer).toMatchObject({ ok: false, problem: { code: 'not-found' } });
});
